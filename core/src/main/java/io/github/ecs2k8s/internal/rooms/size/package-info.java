/** CPU, memory, ephemeral storage, swap and accelerators ⇄ requests, limits and LimitRanges. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.size;

import org.jspecify.annotations.NullMarked;
