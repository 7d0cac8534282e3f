/**
 * Where tasks run: launch types, platforms, placement, capacity providers ⇄ node affinity, selectors, spread and tolerations.
 */
@NullMarked
package io.github.ecs2k8s.internal.rooms.placement;

import org.jspecify.annotations.NullMarked;
