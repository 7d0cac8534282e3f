package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Things by the target group they refer to. References mean the same when they lead to one target group of the input;
 * where they lead nowhere, when they are the same text, which of a parameter without a value counts in one file only.
 */
final class ByTargetGroup<T> {
    private final Resources resources;
    private final Map<Resource<TargetGroup>, List<T>> known = new IdentityHashMap<>();
    private final Map<String, List<T>> unknown = new HashMap<>();

    ByTargetGroup(Resources resources) {
        this.resources = resources;
    }

    /** Adds what refers to a target group; once, however many of its references lead there. */
    void add(String reference, Node from, T thing) {
        Resource<TargetGroup> group = resources.find(TargetGroup.class, reference, from);
        List<T> things = group == null
                ? unknown.computeIfAbsent(text(reference, from), unused -> new ArrayList<>())
                : known.computeIfAbsent(group, unused -> new ArrayList<>());
        if (things.isEmpty() || things.get(things.size() - 1) != thing) {
            things.add(thing);
        }
    }

    /** What refers to the target group that a reference means, in the order it was added. */
    List<T> get(String reference, Node from) {
        Resource<TargetGroup> group = resources.find(TargetGroup.class, reference, from);
        return group == null
                ? unknown.getOrDefault(text(reference, from), List.of())
                : known.getOrDefault(group, List.of());
    }

    private static String text(String reference, Node from) {
        return Placeholders.isOpen(reference) ? from.location().file() + '\n' + reference : reference;
    }
}
