package io.github.ecs2k8s.internal.read;

import static io.github.ecs2k8s.finding.FindingCode.LIST_ASSUMED;
import static io.github.ecs2k8s.finding.FindingCode.SPELLING_CORRECTED;
import static io.github.ecs2k8s.finding.FindingCode.UNKNOWN_FIELD;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * Brings a located tree into the shape of an SDK model class, so that everything after it finds values under the model's
 * own names: keys with a capital letter, as templates write them, get the model's name; a single value where a list
 * belongs becomes a list; null elements and elements of which nothing is filled in go. Nodes keep their places and
 * pointers. Unknown keys stay, with a finding.
 */
public final class SdkSpelling {
    private final ReaderFindings findings;
    private final Deque<SdkPojo> around = new ArrayDeque<>();
    private boolean capitalsReported;

    SdkSpelling(Findings findings) {
        this.findings = new ReaderFindings(findings);
    }

    /**
     * The object in the shape of a model class; the same node when nothing has to change.
     *
     * @param ignored keys of this object that are not the model's and need no finding
     */
    MappingNode correct(MappingNode node, SdkPojo shape, Set<String> ignored) {
        around.push(shape);
        Map<String, SdkField<?>> fields = shape.sdkFieldNameToField();
        List<MappingNode.Entry> corrected = new ArrayList<>(node.entries().size());
        boolean changed = false;
        Map<String, MappingNode.Entry> given = new HashMap<>();
        for (MappingNode.Entry entry : node.entries()) {
            String name = ignored.contains(entry.key()) ? null : nameOf(entry, fields);
            SdkField<?> field = name == null ? null : fields.get(name);
            MappingNode.Entry correct = entry;
            MappingNode.Entry first = name == null ? null : given.putIfAbsent(name, entry);
            if (first != null) {
                findings.twice(entry, first);
                changed = true;
                continue;
            }
            if (name != null && field != null) {
                Node value = value(entry.value(), field);
                if (value != entry.value() || !name.equals(entry.key())) {
                    correct = new MappingNode.Entry(name, entry.keyLocation(), value);
                    changed = true;
                }
            }
            corrected.add(correct);
        }
        around.pop();
        return changed ? new MappingNode(node.location(), node.pointer(), node.tag(), List.copyOf(corrected)) : node;
    }

    /** The model's name for a key, null for an unknown one. */
    private @Nullable String nameOf(MappingNode.Entry entry, Map<String, SdkField<?>> fields) {
        String key = entry.key();
        if (fields.containsKey(key)) {
            return key;
        }
        if (!key.isEmpty() && Character.isUpperCase(key.charAt(0))) {
            for (String name : fields.keySet()) {
                if (name.equalsIgnoreCase(key)) {
                    reportCapitals(entry, name);
                    return name;
                }
            }
        }
        if (!entry.value().isNull()) {
            findings.at(entry, UNKNOWN_FIELD, "unknown field \"" + key + "\"", hint(key, fields.keySet()));
        }
        return null;
    }

    private void reportCapitals(MappingNode.Entry entry, String name) {
        if (!capitalsReported) {
            capitalsReported = true;
            findings.at(
                    entry,
                    SPELLING_CORRECTED,
                    "\"" + entry.key() + "\" is read as " + name + ", and all keys with a capital letter likewise",
                    null);
        }
    }

    private @Nullable String hint(String key, Set<String> known) {
        for (SdkPojo outer : around) {
            if (outer.sdkFieldNameToField().containsKey(key)) {
                return "it belongs to the " + nameOf(outer);
            }
        }
        String inner = innerObjectWith(key);
        return inner == null ? SdkScalars.question(key, known) : "it belongs into " + inner;
    }

    private @Nullable String innerObjectWith(String key) {
        for (Map.Entry<String, SdkField<?>> member :
                around.element().sdkFieldNameToField().entrySet()) {
            SdkField<?> structure = isList(member.getValue()) ? element(member.getValue()) : member.getValue();
            if (isStructure(structure)
                    && structure.constructor().get().sdkFieldNameToField().containsKey(key)) {
                return member.getKey();
            }
        }
        return null;
    }

    /** The name of a model class in words: {@code task definition}. */
    private static String nameOf(SdkPojo builder) {
        String name = builder.getClass().getEnclosingClass().getSimpleName();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
                words.append(' ');
            }
            words.append(name.charAt(i));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private Node value(Node value, SdkField<?> field) {
        if (isList(field)) {
            return list(value, element(field));
        }
        if (isStructure(field) && value instanceof MappingNode mapping) {
            return correct(mapping, field.constructor().get(), Set.of());
        }
        return value;
    }

    private Node list(Node value, SdkField<?> element) {
        if (value instanceof SequenceNode sequence) {
            return items(sequence, element);
        }
        boolean single = isStructure(element)
                ? value instanceof MappingNode mapping
                        && hasKeyOf(mapping, element.constructor().get())
                : value instanceof ScalarNode scalar && !isBlank(scalar);
        if (!single) {
            return value;
        }
        // The unresolved parameter of a template may well be a list; that it is not known has been said.
        if (!RecordSpelling.isPlaceholder(value)) {
            findings.at(
                    value,
                    LIST_ASSUMED,
                    (isStructure(element) ? "an object" : "a single value")
                            + " where a list belongs; read as a list of one",
                    "put it into [ ]");
        }
        return new SequenceNode(value.location(), value.pointer(), null, List.of(value(value, element)));
    }

    private static boolean hasKeyOf(MappingNode mapping, SdkPojo shape) {
        for (String name : shape.sdkFieldNameToField().keySet()) {
            for (MappingNode.Entry entry : mapping.entries()) {
                if (entry.key().equalsIgnoreCase(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Node items(SequenceNode sequence, SdkField<?> element) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        boolean changed = false;
        for (Node item : sequence.items()) {
            if (item.isNull() || (isStructure(element) && isBlank(item))) {
                changed = true;
                continue;
            }
            Node value = value(item, element);
            changed |= value != item;
            items.add(value);
        }
        return changed
                ? new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), List.copyOf(items))
                : sequence;
    }

    /** Whether nothing is filled in, as in the skeletons that the console and the command line generate. */
    public static boolean isBlank(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.isNull()
                    || (scalar.kind() == ScalarNode.Kind.STRING && scalar.text().isEmpty());
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.items().stream().allMatch(SdkSpelling::isBlank);
        }
        for (MappingNode.Entry entry : ((MappingNode) node).entries()) {
            if (!isBlank(entry.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(SdkField<?> field) {
        return field.marshallingType() == MarshallingType.LIST;
    }

    private static boolean isStructure(SdkField<?> field) {
        return field.marshallingType() == MarshallingType.SDK_POJO;
    }

    private static SdkField<?> element(SdkField<?> list) {
        return list.getTrait(ListTrait.class).memberFieldInfo();
    }
}
