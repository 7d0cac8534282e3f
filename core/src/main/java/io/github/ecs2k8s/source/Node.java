package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * One value of an input document together with the place it stands at: what every reader parses text into before
 * anything is bound to a model, because no data binding tells where an unknown field stood.
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    /** Where the value (not its key) begins. */
    SourceLocation location();

    /** The value's JSON pointer in the document the user gave. */
    Pointer pointer();

    /** The explicit YAML tag ({@code !Ref}, {@code !Sub} ...) as written, null for JSON and for untagged values. */
    @Nullable String tag();

    /** What the value is, in words for a message: {@code an object}, {@code a list}, {@code the string "x"} ... */
    String describe();

    /** The file, the document in it and the pointer, in one text: no two values of an input have the same. */
    default String place() {
        return location().root() + '\0' + pointer();
    }

    /** Whether this is an explicit or implied null. */
    default boolean isNull() {
        return this instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
    }

    /**
     * The node at a path of keys (String) and indices (Integer) below this one; the nearest node above it that exists
     * where the path leads to nothing, so that a finding about an absent field still has a place.
     */
    default Node nearest(Object... path) {
        Node here = this;
        for (Object step : path) {
            Node next = here.child(step);
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    /** The member or element at one step, null when there is none. */
    default @Nullable Node child(Object step) {
        if (this instanceof MappingNode mapping && step instanceof String key) {
            return mapping.get(key);
        }
        if (this instanceof SequenceNode sequence && step instanceof Integer index) {
            return index >= 0 && index < sequence.items().size()
                    ? sequence.items().get(index)
                    : null;
        }
        return null;
    }
}
