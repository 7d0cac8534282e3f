/** Log drivers and log routers ⇄ standard output and sidecars. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.logging;

import org.jspecify.annotations.NullMarked;
