package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses strict JSON (RFC 8259) into located trees; several objects or lists one after the other (JSON lines, or
 * {@code aws} output appended to a file) are several documents.
 */
final class JsonDocuments {
    private final JsonText text;
    private final Findings findings;
    private final Bounds bounds = new Bounds();

    private JsonDocuments(SourceFile file, Findings findings) {
        this.text = new JsonText(file);
        this.findings = findings;
    }

    /** Every document of the text. */
    static List<Node> parse(SourceFile file, Findings findings) {
        return new JsonDocuments(file, findings).documents();
    }

    private List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        int c = text.next();
        do {
            if (c != '{' && c != '[') {
                throw documents.isEmpty()
                        ? JsonErrors.unexpected(text, "\"{\" or \"[\"", null)
                        : JsonErrors.afterTheEnd(text);
            }
            documents.add(value(Pointer.ROOT));
            text.nextDocument();
            c = text.next();
        } while (c != JsonText.END);
        return List.copyOf(documents);
    }

    private Node value(Pointer pointer) {
        int c = text.next();
        SourceLocation place = text.place();
        bounds.count(place);
        if (c == '"') {
            return new ScalarNode(place, pointer, null, ScalarNode.Kind.STRING, text.string());
        }
        if (c == '{') {
            return object(place, pointer);
        }
        if (c == '[') {
            return list(place, pointer);
        }
        if (c == '-' || (c >= '0' && c <= '9')) {
            return new ScalarNode(place, pointer, null, ScalarNode.Kind.NUMBER, text.number());
        }
        String word = text.word();
        ScalarNode.Kind kind = kindOf(word);
        if (kind == null) {
            throw JsonErrors.unexpected(text, "a value", bounds.innermost());
        }
        text.skip(word);
        return new ScalarNode(place, pointer, null, kind, word);
    }

    private static ScalarNode.@Nullable Kind kindOf(String word) {
        return switch (word) {
            case "true", "false" -> ScalarNode.Kind.BOOLEAN;
            case "null" -> ScalarNode.Kind.NULL;
            default -> null;
        };
    }

    private Node object(SourceLocation place, Pointer pointer) {
        if (text.peek(1) == '{' || text.peek(1) == '%') {
            throw JsonErrors.placeholder(place);
        }
        bounds.open(place);
        text.skip();
        Entries entries = new Entries(findings);
        boolean more = text.next() != '}';
        while (more) {
            if (text.next() != '"') {
                throw JsonErrors.unexpected(text, "a key in double quotes", place);
            }
            SourceLocation keyPlace = text.place();
            String key = text.string();
            if (text.next() != ':') {
                throw JsonErrors.unexpected(text, "\":\" after the key", place);
            }
            text.skip();
            entries.add(key, keyPlace, value(pointer.child(key)));
            more = comma('}', place);
        }
        close('}');
        return new MappingNode(place, pointer, null, entries.toList());
    }

    private Node list(SourceLocation place, Pointer pointer) {
        bounds.open(place);
        text.skip();
        List<Node> items = new ArrayList<>();
        boolean more = text.next() != ']';
        while (more) {
            items.add(value(pointer.child(items.size())));
            more = comma(']', place);
        }
        close(']');
        return new SequenceNode(place, pointer, null, List.copyOf(items));
    }

    /** Whether a comma promises a further member; otherwise the cursor stands at the closing bracket. */
    private boolean comma(char closing, SourceLocation opened) {
        int c = text.next();
        if (c == closing) {
            return false;
        }
        if (c != ',') {
            throw JsonErrors.unexpected(text, "\",\" or \"" + closing + "\"", opened);
        }
        SourceLocation comma = text.place();
        text.skip();
        if (text.next() == closing) {
            throw JsonErrors.trailingComma(comma, closing);
        }
        return true;
    }

    private void close(char closing) {
        assert text.peek(0) == closing;
        text.skip();
        bounds.close();
    }
}
