/**
 * How services are updated: percentages, circuit breaker, controllers ⇄ strategies, disruption budgets and Rollouts.
 */
@NullMarked
package io.github.ecs2k8s.internal.rooms.deployment;

import org.jspecify.annotations.NullMarked;
