/** Application load balancers ⇄ annotations of the AWS Load Balancer Controller's Ingresses. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.alb;

import org.jspecify.annotations.NullMarked;
