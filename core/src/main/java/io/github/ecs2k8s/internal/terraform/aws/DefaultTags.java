package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The tags that a resource has in the end, those that the provider gives to everything included: {@code tags_all}
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block).
 */
final class DefaultTags {
    private static final String ALL = "tags_all";
    private static final String OWN = "tags";

    private DefaultTags() {}

    /** The values with all tags in place of the resource's own ones; the same where it has no others. */
    static MappingNode applied(MappingNode values) {
        if (!(values.get(ALL) instanceof MappingNode all) || all.entries().isEmpty()) {
            return values;
        }
        List<MappingNode.Entry> entries = new ArrayList<>();
        values.entries().stream().filter(entry -> !entry.key().equals(OWN)).forEach(entries::add);
        entries.add(new MappingNode.Entry(OWN, all.location(), all));
        return Nodes.object(values, entries);
    }
}
