/** Load balancers ⇄ Gateways and their routes. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import org.jspecify.annotations.NullMarked;
