/** Network load balancers ⇄ Services of type LoadBalancer. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.network;

import org.jspecify.annotations.NullMarked;
