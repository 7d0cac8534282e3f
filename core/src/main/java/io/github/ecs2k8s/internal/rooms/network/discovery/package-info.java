/** How tasks find each other: Cloud Map, Service Connect, VPC Lattice, proxies ⇄ Services and their names. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.network.discovery;

import org.jspecify.annotations.NullMarked;
