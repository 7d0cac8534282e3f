package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into JSON whose shape is known. */
final class Json {

    private Json() {}

    /** The text of a member, null when there is none. */
    static @Nullable String text(@Nullable Node object, String key) {
        return object != null && object.child(key) instanceof ScalarNode scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }

    /** The text of a member that has to be there; empty when it is not. */
    static String required(Node object, String key) {
        String text = text(object, key);
        return text == null ? "" : text;
    }

    /** The objects of a list under a key, none when there is no such list. */
    static List<MappingNode> objects(@Nullable Node object, String key) {
        List<MappingNode> objects = new ArrayList<>();
        if (object != null && object.child(key) instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof MappingNode mapping) {
                    objects.add(mapping);
                }
            }
        }
        return objects;
    }

    /** The texts of a list under a key. */
    static List<String> texts(@Nullable Node object, String key) {
        List<String> texts = new ArrayList<>();
        if (object != null && object.child(key) instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar && !scalar.isNull()) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }

    /** The object under a key, null when there is none. */
    static @Nullable MappingNode object(@Nullable Node object, String key) {
        return object != null && object.child(key) instanceof MappingNode mapping ? mapping : null;
    }

    static boolean isTrue(@Nullable Node node) {
        return node instanceof ScalarNode scalar
                && scalar.kind() == ScalarNode.Kind.BOOLEAN
                && scalar.text().equals("true");
    }

    /** A reference in place of a value that is not known, or not shown. */
    static ScalarNode placeholder(Node place, String reference) {
        return string(place, "${" + reference + "}");
    }

    static ScalarNode string(Node place, String text) {
        return new ScalarNode(place.location(), place.pointer(), null, ScalarNode.Kind.STRING, text);
    }
}
