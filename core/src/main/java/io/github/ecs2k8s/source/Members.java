package io.github.ecs2k8s.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looking into custom resources, of which no model exists. */
public final class Members {
    private Members() {}

    /** The text at a path, null when there is none. */
    public static @Nullable String text(Node base, Object... path) {
        return at(base, path) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : null;
    }

    /** The items of the list at a path, empty when there is none. */
    public static List<Node> items(Node base, Object... path) {
        return at(base, path) instanceof SequenceNode list ? list.items() : List.of();
    }

    /** The entries of the object at a path, empty when there is none. */
    public static List<MappingNode.Entry> entries(Node base, Object... path) {
        return at(base, path) instanceof MappingNode object ? object.entries() : List.of();
    }

    /** The value at a path, null when it leads to nothing. */
    public static @Nullable Node at(Node base, Object... path) {
        Node here = base;
        for (Object step : path) {
            here = here == null ? null : here.child(step);
        }
        return here;
    }
}
