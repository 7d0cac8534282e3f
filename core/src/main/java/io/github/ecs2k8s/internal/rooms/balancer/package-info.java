/**
 * Load balancers, listeners, rules and target groups ⇄ Ingresses, Gateways and Services: the rooms, and what writes load balancers.
 */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer;

import org.jspecify.annotations.NullMarked;
