package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values that are no valid labels, kept as one JSON object in the value of one annotation. */
public final class JsonAnnotations {
    private JsonAnnotations() {}

    /** The object on one line, in the map's order: {@code {"Cost Center":"R&D 12"}}. */
    public static String write(Map<String, String> values) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            JsonPrinter.string(entry.getKey(), out);
            out.append(':');
            JsonPrinter.string(entry.getValue(), out);
        }
        return out.append('}').toString();
    }

    /** What {@link #write} wrote, in its order; empty for null and for anything that is not an object of strings. */
    public static Map<String, String> read(@Nullable String annotation) {
        if (annotation == null || annotation.isBlank()) {
            return Map.of();
        }
        List<Node> documents;
        try {
            documents = Documents.parse(new SourceFile("", annotation), new Findings());
        } catch (BrokenInputException e) {
            // Somebody else's annotation, or one edited by hand: nothing of it can be trusted.
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (documents.get(0) instanceof MappingNode object) {
            for (MappingNode.Entry entry : object.entries()) {
                if (entry.value() instanceof ScalarNode scalar) {
                    values.put(entry.key(), scalar.text());
                }
            }
        }
        return values;
    }
}
