/** Volumes, mounts and devices ⇄ volumes, claims and mounts. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.volume;

import org.jspecify.annotations.NullMarked;
