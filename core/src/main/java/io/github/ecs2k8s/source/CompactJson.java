package io.github.ecs2k8s.source;

/** Writes a located tree as JSON on one line, without spaces: for a value inside a label or annotation. */
public final class CompactJson {

    private CompactJson() {}

    /** The tree on one line, in its own order. */
    public static String write(Node tree) {
        StringBuilder out = new StringBuilder();
        append(tree, out);
        return out.toString();
    }

    private static void append(Node node, StringBuilder out) {
        if (node instanceof MappingNode mapping) {
            out.append('{');
            for (int i = 0; i < mapping.entries().size(); i++) {
                out.append(i == 0 ? "" : ",");
                JsonPrinter.string(mapping.entries().get(i).key(), out);
                out.append(':');
                append(mapping.entries().get(i).value(), out);
            }
            out.append('}');
        } else if (node instanceof SequenceNode sequence) {
            out.append('[');
            for (int i = 0; i < sequence.items().size(); i++) {
                out.append(i == 0 ? "" : ",");
                append(sequence.items().get(i), out);
            }
            out.append(']');
        } else if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.STRING) {
            JsonPrinter.string(scalar.text(), out);
        } else if (node instanceof ScalarNode scalar) {
            out.append(scalar.kind() == ScalarNode.Kind.NULL ? "null" : scalar.text());
        }
    }
}
