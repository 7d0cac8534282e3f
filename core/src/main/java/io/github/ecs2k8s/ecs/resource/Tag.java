package io.github.ecs2k8s.ecs.resource;

import org.jspecify.annotations.Nullable;

/** Tag of an AWS resource (https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html). */
public record Tag(@Nullable String key, @Nullable String value) {}
