package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Reached;
import org.jspecify.annotations.Nullable;

/**
 * Where a forward leads.
 *
 * @param backend the service that registers with the target group, null when none in the input does
 * @param reached its Service, null when there is no backend
 * @param arn the target group outside the cluster, null when there is a Service
 * @param weight its share
 */
public record Destination(
        @Nullable Backend backend,
        @Nullable Reached reached,
        @Nullable String arn,
        int weight) {}
