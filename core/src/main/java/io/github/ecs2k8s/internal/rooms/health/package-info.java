/** Health checks of containers ⇄ startup, liveness and readiness probes. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.health;

import org.jspecify.annotations.NullMarked;
