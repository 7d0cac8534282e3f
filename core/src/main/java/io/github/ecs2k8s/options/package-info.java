/** What the caller decides: the target cluster, the workload's kind, the namespace. */
@NullMarked
package io.github.ecs2k8s.options;

import org.jspecify.annotations.NullMarked;
