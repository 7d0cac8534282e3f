/** Elastic Load Balancing: load balancers, listeners, rules and target groups, and what a service says about them. */
@NullMarked
package io.github.ecs2k8s.correspondence.balancer;

import org.jspecify.annotations.NullMarked;
