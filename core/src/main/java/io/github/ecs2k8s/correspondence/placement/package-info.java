/** Placement constraints ⇄ node affinity: the cluster query language on one side, node selector terms on the other. */
@NullMarked
package io.github.ecs2k8s.correspondence.placement;

import org.jspecify.annotations.NullMarked;
