/** Settings of load balancers and target groups as annotations and their values. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.setting;

import org.jspecify.annotations.NullMarked;
