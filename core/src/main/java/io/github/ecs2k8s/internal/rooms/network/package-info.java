/** Subnets and public addresses of tasks ⇄ the network of nodes. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.network;

import org.jspecify.annotations.NullMarked;
