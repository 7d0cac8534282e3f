package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON documents that stand in strings of another JSON text, as Terraform keeps {@code container_definitions}: their values
 * get the places they have in the outer text, and pointers that go on behind that of the string.
 */
public final class EmbeddedJson {
    private final SourceFile outer;
    private final int[] lines;

    /** For the strings of one text. */
    public EmbeddedJson(SourceFile outer) {
        this.outer = outer;
        this.lines = lineStarts(outer.text());
    }

    /**
     * The document in a string.
     *
     * @throws BrokenInputException when it is no JSON, at the place in the outer text
     */
    public Node parse(ScalarNode string) {
        int[] columns = columns(string);
        int[] inner = lineStarts(string.text());
        try {
            Node document = Documents.parse(new SourceFile(outer.name() + ".json", string.text()), new Findings())
                    .get(0);
            return new Moved(string, columns, inner).node(document, string.pointer());
        } catch (BrokenInputException e) {
            throw new BrokenInputException(
                    place(string, columns, inner, e.location()), String.valueOf(e.getMessage()), e.hint());
        }
    }

    private record Moved(ScalarNode string, int[] columns, int[] inner) {

        Node node(Node node, Pointer pointer) {
            SourceLocation place = place(string, columns, inner, node.location());
            if (node instanceof MappingNode mapping) {
                List<MappingNode.Entry> entries =
                        new ArrayList<>(mapping.entries().size());
                for (MappingNode.Entry entry : mapping.entries()) {
                    SourceLocation key = place(string, columns, inner, entry.keyLocation());
                    entries.add(
                            new MappingNode.Entry(entry.key(), key, node(entry.value(), pointer.child(entry.key()))));
                }
                return new MappingNode(place, pointer, null, List.copyOf(entries));
            }
            if (node instanceof SequenceNode sequence) {
                List<Node> items = new ArrayList<>(sequence.items().size());
                for (Node item : sequence.items()) {
                    items.add(node(item, pointer.child(items.size())));
                }
                return new SequenceNode(place, pointer, null, List.copyOf(items));
            }
            ScalarNode scalar = (ScalarNode) node;
            return new ScalarNode(place, pointer, null, scalar.kind(), scalar.text());
        }
    }

    private static SourceLocation place(ScalarNode string, int[] columns, int[] inner, SourceLocation place) {
        SourceLocation start = string.location();
        int line = Math.min(Math.max(place.line(), 1), inner.length);
        int offset = Math.min(inner[line - 1] + Math.max(place.column(), 1) - 1, columns.length - 1);
        return new SourceLocation(start.file(), start.document(), start.line(), columns[offset]);
    }

    /** The column, in the outer text, of each character of the string; all that of the string where it is not found there. */
    private int[] columns(ScalarNode string) {
        SourceLocation start = string.location();
        String text = outer.text();
        int at = start.line() < 1 || start.line() > lines.length ? -1 : lines[start.line() - 1] + start.column() - 1;
        int[] columns = new int[string.text().length() + 1];
        boolean quoted = at >= 0 && at < text.length() && text.charAt(at) == '"';
        int raw = at + 1;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = start.column() + (quoted ? raw - at : 0);
            boolean escape = quoted && raw + 1 < text.length() && text.charAt(raw) == '\\';
            raw += !escape ? 1 : text.charAt(raw + 1) == 'u' ? 6 : 2;
        }
        return columns;
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(text.startsWith("\uFEFF") ? 1 : 0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
