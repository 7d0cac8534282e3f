/**
 * What hangs together around a load balancer: its listeners, rules, where they lead, and a load balancer while it is put together.
 */
@NullMarked
package io.github.ecs2k8s.internal.rooms.balancer.model;

import org.jspecify.annotations.NullMarked;
