/** Application load balancers ⇄ Ingresses of any controller. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import org.jspecify.annotations.NullMarked;
