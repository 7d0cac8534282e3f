package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/** Located tree ⇄ the SDK's {@link Document}, the type of members that may hold any JSON (a hook's details). */
public final class FreeForm {

    private FreeForm() {}

    public static Document document(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Document> members = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> members.put(entry.key(), document(entry.value())));
            return Document.fromMap(members);
        }
        if (node instanceof SequenceNode sequence) {
            List<Document> items = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> items.add(document(item)));
            return Document.fromList(items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (scalar.kind()) {
            case STRING -> Document.fromString(scalar.text());
            case NUMBER -> Document.fromNumber(scalar.text());
            case BOOLEAN -> Document.fromBoolean(Boolean.parseBoolean(scalar.text()));
            case NULL -> Document.fromNull();
        };
    }

    static Node node(Document document, Pointer pointer) {
        if (document.isMap()) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            document.asMap()
                    .forEach((key, value) -> entries.add(
                            new MappingNode.Entry(key, SourceLocation.NONE, node(value, pointer.child(key)))));
            return new MappingNode(SourceLocation.NONE, pointer, null, List.copyOf(entries));
        }
        if (document.isList()) {
            List<Node> items = new ArrayList<>();
            document.asList().forEach(item -> items.add(node(item, pointer.child(items.size()))));
            return new SequenceNode(SourceLocation.NONE, pointer, null, List.copyOf(items));
        }
        return scalar(document, pointer);
    }

    private static Node scalar(Document document, Pointer pointer) {
        if (document.isNull()) {
            return new ScalarNode(SourceLocation.NONE, pointer, null, ScalarNode.Kind.NULL, "null");
        }
        if (document.isBoolean()) {
            String text = String.valueOf(document.asBoolean());
            return new ScalarNode(SourceLocation.NONE, pointer, null, ScalarNode.Kind.BOOLEAN, text);
        }
        if (document.isNumber()) {
            String text = document.asNumber().stringValue();
            return new ScalarNode(SourceLocation.NONE, pointer, null, ScalarNode.Kind.NUMBER, text);
        }
        return new ScalarNode(SourceLocation.NONE, pointer, null, ScalarNode.Kind.STRING, document.asString());
    }
}
