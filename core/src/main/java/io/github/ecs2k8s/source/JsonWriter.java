package io.github.ecs2k8s.source;

import java.util.List;

/** Located tree → JSON text as the AWS CLI prints it: four spaces, every key and item on a line of its own. */
public final class JsonWriter {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /** The JSON text of a tree, ending in a line break. */
    public static String write(Node tree) {
        JsonWriter writer = new JsonWriter();
        writer.node(tree, 0);
        return writer.text.append('\n').toString();
    }

    private void node(Node node, int depth) {
        if (node instanceof MappingNode mapping) {
            object(mapping.entries(), depth);
        } else if (node instanceof SequenceNode sequence) {
            array(sequence.items(), depth);
        } else if (node instanceof ScalarNode scalar) {
            scalar(scalar);
        }
    }

    private void object(List<MappingNode.Entry> entries, int depth) {
        text.append('{');
        for (int i = 0; i < entries.size(); i++) {
            separate(i, depth + 1);
            string(entries.get(i).key());
            text.append(": ");
            node(entries.get(i).value(), depth + 1);
        }
        close(entries.isEmpty(), depth, '}');
    }

    private void array(List<Node> items, int depth) {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
            separate(i, depth + 1);
            node(items.get(i), depth + 1);
        }
        close(items.isEmpty(), depth, ']');
    }

    private void separate(int index, int depth) {
        text.append(index == 0 ? "\n" : ",\n").append(INDENT.repeat(depth));
    }

    private void close(boolean empty, int depth, char bracket) {
        if (!empty) {
            text.append('\n').append(INDENT.repeat(depth));
        }
        text.append(bracket);
    }

    private void scalar(ScalarNode scalar) {
        switch (scalar.kind()) {
            case NULL -> text.append("null");
            case BOOLEAN -> text.append(scalar.text().equalsIgnoreCase("true"));
            case NUMBER -> number(scalar.text());
            case STRING -> string(scalar.text());
        }
    }

    /** Numbers keep their literal; those that only YAML has ({@code 0x1F}, {@code .5}, {@code .inf}) become text. */
    private void number(String literal) {
        if (isJsonNumber(literal)) {
            text.append(literal);
        } else {
            string(literal);
        }
    }

    private static boolean isJsonNumber(String literal) {
        int first = literal.startsWith("-") ? 1 : 0;
        int i = digits(literal, first);
        boolean valid = i > first && (i == first + 1 || literal.charAt(first) != '0');
        if (valid && i < literal.length() && literal.charAt(i) == '.') {
            int fraction = i + 1;
            i = digits(literal, fraction);
            valid = i > fraction;
        }
        if (valid && i < literal.length() && (literal.charAt(i) == 'e' || literal.charAt(i) == 'E')) {
            i++;
            if (i < literal.length() && (literal.charAt(i) == '+' || literal.charAt(i) == '-')) {
                i++;
            }
            int exponent = i;
            i = digits(literal, exponent);
            valid = i > exponent;
        }
        return valid && i == literal.length();
    }

    private static int digits(String literal, int start) {
        int i = start;
        while (i < literal.length() && literal.charAt(i) >= '0' && literal.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        escape(c);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
    }
}
