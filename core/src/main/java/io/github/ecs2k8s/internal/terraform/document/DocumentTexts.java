package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.EmbeddedJson;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Arguments that are a JSON document in a text → what the document says. */
final class DocumentTexts {
    private static final List<String> ARGUMENTS = List.of("container_definitions");

    private final EmbeddedJson embedded;

    /** Those of a file. */
    DocumentTexts(SourceFile file) {
        this.embedded = new EmbeddedJson(file);
    }

    /** The values with trees in place of texts; a text that is no JSON stays. */
    MappingNode open(MappingNode values) {
        List<MappingNode.Entry> entries = new ArrayList<>(values.entries().size());
        for (MappingNode.Entry entry : values.entries()) {
            Node value = entry.value();
            if (ARGUMENTS.contains(entry.key()) && value instanceof ScalarNode text) {
                value = open(text);
            }
            entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
        }
        return new MappingNode(values.location(), values.pointer(), null, List.copyOf(entries));
    }

    private Node open(ScalarNode text) {
        if (text.kind() != ScalarNode.Kind.STRING || text.text().isBlank()) {
            return text;
        }
        try {
            return embedded.parse(text);
        } catch (BrokenInputException e) {
            return text;
        }
    }
}
