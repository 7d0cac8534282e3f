package io.github.ecs2k8s.internal.read;

import static io.github.ecs2k8s.finding.FindingCode.LIST_ASSUMED;
import static io.github.ecs2k8s.finding.FindingCode.UNKNOWN_FIELD;

import io.github.ecs2k8s.ecs.record.RecordShape;
import io.github.ecs2k8s.ecs.record.RecordShape.Member;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a located tree into the shape of a record: keys in another case or under another name of the same thing get the
 * API's own; a single value where a list belongs becomes a list; null and blank elements go. Nodes keep their places and
 * pointers. Unknown keys stay, with a finding.
 */
final class RecordSpelling {
    private final ReaderFindings findings;

    RecordSpelling(ReaderFindings findings) {
        this.findings = findings;
    }

    /** The object in the shape of a record; ignored keys, in any case, are left as they are. */
    MappingNode correct(MappingNode node, RecordShape shape, Set<String> ignored) {
        List<MappingNode.Entry> corrected = new ArrayList<>(node.entries().size());
        Map<String, MappingNode.Entry> given = new HashMap<>();
        for (MappingNode.Entry entry : node.entries()) {
            Member member = shape.find(entry.key());
            MappingNode.Entry first = member == null ? null : given.putIfAbsent(member.name(), entry);
            if (first != null) {
                findings.twice(entry, first);
                continue;
            }
            if (member != null) {
                corrected.add(new MappingNode.Entry(member.name(), entry.keyLocation(), value(entry.value(), member)));
                continue;
            }
            if (!isIgnored(entry.key(), ignored) && !entry.value().isNull()) {
                unknown(entry, shape);
            }
            corrected.add(entry);
        }
        return new MappingNode(node.location(), node.pointer(), node.tag(), List.copyOf(corrected));
    }

    private static boolean isIgnored(String key, Set<String> ignored) {
        for (String other : ignored) {
            if (other.equalsIgnoreCase(key)) {
                return true;
            }
        }
        return false;
    }

    private void unknown(MappingNode.Entry entry, RecordShape shape) {
        String hint = SdkScalars.question(entry.key(), shape.names());
        for (Member member : shape.members()) {
            if (hint == null
                    && member.isStructure()
                    && RecordShape.of(member.kind()).find(entry.key()) != null) {
                hint = "it belongs into " + member.name();
            }
        }
        findings.at(entry, UNKNOWN_FIELD, "unknown field \"" + entry.key() + "\"", hint);
    }

    private Node value(Node value, Member member) {
        if (member.isMap()) {
            return value;
        }
        if (member.isList()) {
            return value instanceof SequenceNode sequence ? items(sequence, member) : list(value, member);
        }
        return element(value, member);
    }

    private Node element(Node value, Member member) {
        return member.isStructure() && value instanceof MappingNode mapping
                ? correct(mapping, RecordShape.of(member.kind()), Set.of())
                : value;
    }

    private Node items(SequenceNode sequence, Member member) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            if (!item.isNull() && !(member.isStructure() && SdkSpelling.isBlank(item))) {
                items.add(element(item, member));
            }
        }
        return new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), List.copyOf(items));
    }

    private Node list(Node value, Member member) {
        if (member.kind() == Tag.class && value instanceof MappingNode tags && !tags.has("Key") && !tags.has("key")) {
            return tags(tags);
        }
        boolean single = member.isStructure()
                ? value instanceof MappingNode mapping && hasKeyOf(mapping, RecordShape.of(member.kind()))
                : value instanceof ScalarNode && !SdkSpelling.isBlank(value);
        if (!single) {
            return value;
        }
        // The unresolved parameter of a template may well be a list; that it is not known has been said.
        if (!isPlaceholder(value)) {
            findings.at(
                    value,
                    LIST_ASSUMED,
                    (member.isStructure() ? "an object" : "a single value")
                            + " where a list belongs; read as a list of one",
                    "put it into [ ]");
        }
        return new SequenceNode(value.location(), value.pointer(), null, List.of(element(value, member)));
    }

    /** Some commands take tags as an object of keys and values. */
    private static Node tags(MappingNode tags) {
        List<Node> items = new ArrayList<>(tags.entries().size());
        for (MappingNode.Entry entry : tags.entries()) {
            Node value = entry.value();
            Node key = new ScalarNode(entry.keyLocation(), value.pointer(), null, ScalarNode.Kind.STRING, entry.key());
            items.add(new MappingNode(
                    entry.keyLocation(),
                    value.pointer(),
                    null,
                    List.of(
                            new MappingNode.Entry("Key", entry.keyLocation(), key),
                            new MappingNode.Entry("Value", entry.keyLocation(), value))));
        }
        return new SequenceNode(tags.location(), tags.pointer(), null, List.copyOf(items));
    }

    /** Whether a value is nothing but one unresolved reference of a template. */
    static boolean isPlaceholder(@Nullable Node value) {
        return value instanceof ScalarNode scalar
                && scalar.text().startsWith("${")
                && scalar.text().indexOf('}') == scalar.text().length() - 1;
    }

    private static boolean hasKeyOf(MappingNode mapping, RecordShape shape) {
        for (MappingNode.Entry entry : mapping.entries()) {
            if (shape.find(entry.key()) != null) {
                return true;
            }
        }
        return false;
    }
}
