/** What a room is given on the way to Kubernetes, and the facts computed before the rooms run. */
@NullMarked
package io.github.ecs2k8s.context.tokubernetes;

import org.jspecify.annotations.NullMarked;
