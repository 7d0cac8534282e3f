package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.Nullable;

/**
 * How often and for how long the delivery to a target is tried again
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html).
 */
public record RetryPolicy(
        @Nullable Integer maximumRetryAttempts, @Nullable Integer maximumEventAgeInSeconds) {}
