package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import org.jspecify.annotations.Nullable;

/** {@code Fn::Sub}: {@code ${Name}}, {@code ${Resource.Attribute}}, local variables, and {@code ${!literal}}. */
final class Substitution {

    private Substitution() {}

    static Node of(Node argument, Node place, Resolver resolver, References references) {
        Node pattern = argument;
        MappingNode variables = null;
        if (argument instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
            pattern = sequence.items().get(0);
            variables = sequence.items().size() > 1 && sequence.items().get(1) instanceof MappingNode mapping
                    ? mapping
                    : null;
        }
        return Values.string(place, expand(Values.text(pattern), place, variables, resolver, references));
    }

    private static String expand(
            String pattern, Node place, @Nullable MappingNode variables, Resolver resolver, References references) {
        StringBuilder text = new StringBuilder(pattern.length());
        int from = 0;
        for (int at = pattern.indexOf("${"); at >= 0; at = pattern.indexOf("${", from)) {
            int end = pattern.indexOf('}', at);
            if (end < 0) {
                break;
            }
            text.append(pattern, from, at);
            String name = pattern.substring(at + 2, end).trim();
            if (name.startsWith("!")) {
                text.append("${").append(name, 1, name.length()).append('}');
            } else {
                text.append(value(name, place, variables, resolver, references));
            }
            TemplateBounds.value(place, text.length());
            from = end + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static String value(
            String name, Node place, @Nullable MappingNode variables, Resolver resolver, References references) {
        Node local = variables == null ? null : variables.get(name);
        if (local != null) {
            return resolver.text(local);
        }
        Node value = name.indexOf('.') < 0 ? references.ref(name, place) : references.attribute(name, place);
        return value == null ? "" : Values.text(value);
    }
}
