package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.ecs.resource.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A security group whose rules are in the input: as a group, or as the list of all its rules.
 *
 * @param resource the group itself, null when only its rules are there
 * @param id what the input refers to it by
 * @param rules its rules that stand on their own
 */
record Group(@Nullable Resource<SecurityGroup> resource, String id, List<Resource<SecurityGroupRule>> rules) {

    /** Copies the rules. */
    Group {
        rules = List.copyOf(rules);
    }

    /** Each is read once, so that it is equal to itself alone. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The name people know it by: its own, that of its tag, what its template calls it, or its id. */
    String name() {
        if (resource == null) {
            return id;
        }
        SecurityGroup group = resource.value();
        if (group.groupName() != null && !group.groupName().startsWith("${")) {
            return group.groupName();
        }
        for (Tag tag : group.tags()) {
            if ("Name".equals(tag.key()) && tag.value() != null && tag.value().indexOf('/') < 0) {
                return tag.value();
            }
        }
        if (resource.logicalId() != null) {
            return LogicalNames.of(resource.logicalId(), resource.node());
        }
        return group.groupId() == null ? id : group.groupId();
    }

    /** The id that AWS gave it, null for one that a template has yet to make. */
    @Nullable String realId() {
        String known = resource == null || resource.value().groupId() == null
                ? id
                : resource.value().groupId();
        return known.startsWith("sg-") ? known : null;
    }
}
