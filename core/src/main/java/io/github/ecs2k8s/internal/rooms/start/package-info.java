/**
 * Start order, restart, stop and what runs around a container's command ⇄ init containers, sidecars, hooks, grace periods.
 */
@NullMarked
package io.github.ecs2k8s.internal.rooms.start;

import org.jspecify.annotations.NullMarked;
