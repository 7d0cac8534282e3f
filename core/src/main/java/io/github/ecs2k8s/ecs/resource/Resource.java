package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One AWS resource that was read.
 *
 * @param kind what it is
 * @param value its model
 * @param node the object it was read from, with the model's own member names
 * @param logicalId its name in a CloudFormation template, null when it does not come from one
 */
public record Resource<T>(
        ResourceKind kind,
        T value,
        MappingNode node,
        @Nullable String logicalId) {

    /** What others may call it: its ARN, id and name as written, in the order of {@link ResourceKind#naming()}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (String member : kind.naming()) {
            if (node.get(member) instanceof ScalarNode scalar && !scalar.text().isEmpty()) {
                names.add(scalar.text());
            }
        }
        return names;
    }

    /** What to call it in a sentence: its shortest name, or its logical id, or only its kind. */
    public String title() {
        String shortest = logicalId;
        for (String name : names()) {
            if (shortest == null || (!name.startsWith("arn:") && name.length() < shortest.length())) {
                shortest = name;
            }
        }
        return shortest == null ? kind.toString() : kind + " " + shortest;
    }
}
