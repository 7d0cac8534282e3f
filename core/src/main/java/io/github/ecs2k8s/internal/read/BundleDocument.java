package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document that holds a whole bundle: lists under the plural of what their elements are, each element with its
 * {@code logicalId} beside its members where it has one.
 *
 * <pre>{@code {"taskDefinitions": [{"logicalId": "Web", "family": …}], "services": […], "targetGroups": […]}}</pre>
 */
public final class BundleDocument {
    /** The key of the list of task definitions. */
    public static final String TASK_DEFINITIONS = "taskDefinitions";

    /** The key of the list of Parameter Store parameters, with {@code Name} and {@code Type}, as the API prints it. */
    public static final String PARAMETERS = "Parameters";

    /** The key of an element's name in a template. */
    public static final String LOGICAL_ID = "logicalId";

    private BundleDocument() {}

    /** The key of the list of a kind: {@code scalingPolicies}. */
    public static String key(ResourceKind kind) {
        String prefix = kind.prefix();
        if (prefix.endsWith("s")) {
            return prefix;
        }
        return prefix.endsWith("y") ? prefix.substring(0, prefix.length() - 1) + "ies" : prefix + "s";
    }

    /** Whether an object is such a document: it has no other keys, and every value is a list of objects. */
    static boolean is(MappingNode object) {
        for (MappingNode.Entry entry : object.entries()) {
            String key = entry.key();
            boolean known = key.equals(TASK_DEFINITIONS) || key.equals(PARAMETERS) || kind(key) != null;
            if (!known || !(entry.value() instanceof SequenceNode list)) {
                return false;
            }
            for (Node item : list.items()) {
                if (!(item instanceof MappingNode)) {
                    return false;
                }
            }
        }
        return !object.entries().isEmpty();
    }

    /** The kind whose list has a key; null for none. */
    static @Nullable ResourceKind kind(String key) {
        for (ResourceKind kind : ResourceKind.values()) {
            if (key(kind).equals(key)) {
                return kind;
            }
        }
        return null;
    }

    /** The logical id that stands beside an element's members; null when there is none. */
    static @Nullable String logicalId(MappingNode element) {
        return element.get(LOGICAL_ID) instanceof ScalarNode id && !id.isNull() ? id.text() : null;
    }

    /** The element without its logical id. */
    static MappingNode members(MappingNode element) {
        return NodeEdits.without(element, Set.of(LOGICAL_ID));
    }
}
