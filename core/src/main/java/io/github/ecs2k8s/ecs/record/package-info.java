/** Records that describe AWS resources: their shape by reflection, and records ⇄ located trees. */
@NullMarked
package io.github.ecs2k8s.ecs.record;

import org.jspecify.annotations.NullMarked;
