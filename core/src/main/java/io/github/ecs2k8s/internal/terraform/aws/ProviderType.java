package io.github.ecs2k8s.internal.terraform.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One type of the provider.
 *
 * @param kind what it describes
 * @param set members that follow from the type
 * @param attributes the list that attributes are elements of, null where it has none
 * @param arguments by the provider's names; of several for one name the first that applies counts
 * @param ignored arguments and attributes that say nothing about the thing itself
 */
record ProviderType(
        String kind,
        Map<String, String> set,
        @Nullable String attributes,
        Map<String, List<Argument>> arguments,
        Set<String> ignored) {}
