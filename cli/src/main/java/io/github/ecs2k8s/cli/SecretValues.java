package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values of Secrets in a file that was written earlier: somebody may have filled them in, so that they are never shown, and
 * a run that empties them says so.
 */
final class SecretValues {
    private static final String MASK = "***";
    private static final Set<String> ALWAYS =
            Set.of("stringdata", "secretstring", "secretbinary", "clientsecret", "client_secret");

    private final Map<String, Set<String>> filled = new TreeMap<>();
    private final List<MappingNode.Entry> entries = new ArrayList<>();

    private SecretValues() {}

    /**
     * The values in a text.
     *
     * @throws BrokenInputException where it can't be parsed
     */
    static SecretValues of(String text) {
        SecretValues values = new SecretValues();
        for (Node document : Documents.parse(new SourceFile("file", text), new Findings())) {
            values.collect(document);
        }
        return values;
    }

    /** Whether a text may hold values of Secrets, without reading it. */
    static boolean mayBeIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains("secret") || text.contains("stringData");
    }

    /** The Secrets of this text whose values another text has no more. */
    List<String> missingIn(SecretValues other) {
        List<String> missing = new ArrayList<>();
        filled.forEach((name, keys) -> {
            if (!other.filled.getOrDefault(name, Set.of()).containsAll(keys)) {
                missing.add(name);
            }
        });
        return missing;
    }

    /** The text, whose tree this is, with every value hidden; line by line, so that it can be compared. */
    String masked(String text) {
        String[] lines = text.split("\n", -1);
        for (MappingNode.Entry entry : entries) {
            mask(entry, lines);
        }
        return String.join("\n", lines);
    }

    private void collect(Node node) {
        if (node instanceof MappingNode mapping) {
            boolean secret = text(mapping, "kind").toLowerCase(Locale.ROOT).contains("secret");
            boolean secure = text(mapping, "Type").equals("SecureString");
            for (MappingNode.Entry entry : mapping.entries()) {
                String key = entry.key().toLowerCase(Locale.ROOT);
                boolean isValue = ALWAYS.contains(key)
                        || secret && (key.equals("data") || key.equals("binarydata"))
                        || secure && key.equals("value");
                if (isValue) {
                    entries.add(entry);
                    note(mapping, entry);
                }
                collect(entry.value());
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(this::collect);
        }
    }

    private void note(MappingNode object, MappingNode.Entry entry) {
        String name = text(object, "Name");
        String called = object.nearest("metadata", "name") instanceof ScalarNode given ? given.text() : name;
        if (entry.value() instanceof MappingNode values) {
            for (MappingNode.Entry value : values.entries()) {
                if (value.value() instanceof ScalarNode text && !text.text().isEmpty()) {
                    filled.computeIfAbsent(called, unused -> new TreeSet<>()).add(value.key());
                }
            }
        } else if (entry.value() instanceof ScalarNode text && !text.text().isEmpty()) {
            filled.computeIfAbsent(called, unused -> new TreeSet<>()).add(entry.key());
        }
    }

    private static String text(MappingNode mapping, String key) {
        return mapping.get(key) instanceof ScalarNode scalar ? scalar.text() : "";
    }

    /** Hides what stands behind a key and in the lines that belong to it: those further in, or, in one line, the rest. */
    private static void mask(MappingNode.Entry entry, String[] lines) {
        int line = entry.keyLocation().line() - 1;
        int column = entry.keyLocation().column() - 1;
        int last = lastLine(entry.value());
        String first = lines[line];
        boolean alone = first.substring(0, Math.min(column, first.length())).isBlank()
                || first.substring(0, Math.min(column, first.length())).strip().equals("-");
        String behind = first.substring(Math.min(column + entry.key().length(), first.length()));
        boolean opens = alone && behind.replaceAll("[\"':{\\s]|#.*", "").isEmpty();
        if (!opens) {
            lines[line] = first.substring(0, Math.min(column, first.length())) + entry.key() + ": " + MASK;
        }
        for (int i = line + 1; i < lines.length; i++) {
            boolean inside = i <= last || alone && (lines[i].isBlank() || indent(lines[i]) > column);
            if (!inside) {
                return;
            }
            lines[i] = lines[i].isBlank() ? lines[i] : hidden(lines[i], i, entry.value());
        }
    }

    private static String hidden(String line, int index, Node value) {
        if (value instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                int column = entry.keyLocation().column() - 1;
                if (entry.keyLocation().line() - 1 == index
                        && line.substring(0, Math.min(column, line.length())).isBlank()) {
                    return " ".repeat(column) + entry.key() + ": " + MASK;
                }
            }
        }
        return " ".repeat(indent(line)) + MASK;
    }

    private static int lastLine(Node node) {
        int last = node.location().line() - 1;
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                last = Math.max(last, lastLine(entry.value()));
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                last = Math.max(last, lastLine(item));
            }
        }
        return last;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
