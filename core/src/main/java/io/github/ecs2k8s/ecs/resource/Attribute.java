package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.Nullable;

/**
 * Attribute of a load balancer, a listener or a target group, such as {@code deregistration_delay.timeout_seconds}
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html).
 */
public record Attribute(@Nullable String key, @Nullable String value) {}
