package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.Nullable;

/**
 * Dimension of a CloudWatch metric
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html).
 */
public record MetricDimension(
        @Nullable String name, @Nullable String value) {}
