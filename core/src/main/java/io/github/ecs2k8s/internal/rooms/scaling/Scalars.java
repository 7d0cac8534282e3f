package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Numbers of objects that no model class binds; custom resources write them as text too. */
final class Scalars {

    private Scalars() {}

    /** The number, null when it is none. */
    static @Nullable Double number(@Nullable Node node) {
        try {
            return node instanceof ScalarNode scalar && !scalar.isNull() ? Double.valueOf(scalar.text()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The whole number, the otherwise given one when it is none. */
    static int whole(@Nullable Node node, int otherwise) {
        Double number = number(node);
        return number == null ? otherwise : number.intValue();
    }
}
