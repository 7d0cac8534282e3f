package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.Nullable;

/**
 * Queue that takes what could not be delivered to a target
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeadLetterConfig.html).
 */
public record DeadLetterConfig(@Nullable String arn) {}
