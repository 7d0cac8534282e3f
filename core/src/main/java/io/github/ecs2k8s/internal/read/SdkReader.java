package io.github.ecs2k8s.internal.read;

import static io.github.ecs2k8s.finding.FindingCode.WRONG_TYPE;

import io.github.ecs2k8s.ecs.FreeForm;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Binds a located tree to any model class of the AWS SDK, over the SDK's own field descriptions. Every problem is a
 * finding at its place and leaves out no more than the value it is about; nothing is thrown.
 *
 * <p>Null means absent. So does an empty string, because the console and {@code --generate-cli-skeleton} leave them
 * everywhere; only where empty text says something (a member named {@code value}, elements of lists and maps) it stays.
 */
public final class SdkReader {
    /** A text that begins with an exclamation mark is a tag, too, and may be a password: neither is quoted. */
    static final String TAG = "a tag (\"!\")";

    static final String TAG_HINT = "only templates have functions; text that begins with ! needs quotes";

    private final ReaderFindings findings;
    private final SdkScalars scalars;

    private SdkReader(ReaderFindings findings) {
        this.findings = findings;
        this.scalars = new SdkScalars(findings);
    }

    /**
     * Fills a builder from an object.
     *
     * @param builder the builder of a model class, for example {@code TaskDefinition.builder()}
     * @param ignored keys of this object that are not the model's and need no finding
     * @return the object with the model's own keys and lists, in which model paths can be looked up; values keep the
     *     places and pointers of the text
     */
    public static MappingNode read(MappingNode node, SdkPojo builder, Findings findings, Set<String> ignored) {
        MappingNode spelled = new SdkSpelling(findings).correct(node, builder, ignored);
        new SdkReader(new ReaderFindings(findings)).fill(builder, spelled, ignored);
        return spelled;
    }

    private void fill(SdkPojo builder, MappingNode node, Set<String> ignored) {
        Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
        for (MappingNode.Entry entry : node.entries()) {
            SdkField<?> field = ignored.contains(entry.key()) ? null : fields.get(entry.key());
            if (field == null || isAbsent(entry)) {
                continue;
            }
            Object value = value(entry.value(), field, EnumMembers.legalValues(builder, field.memberName()));
            if (value != null) {
                field.set(builder, value);
            }
        }
    }

    private static boolean isAbsent(MappingNode.Entry entry) {
        return entry.value() instanceof ScalarNode scalar
                && (scalar.isNull() || (scalar.text().isEmpty() && !entry.key().equals("value")));
    }

    private @Nullable Object value(Node node, SdkField<?> field, List<String> legalValues) {
        if (node.tag() != null) {
            return wrong(node, TAG, TAG_HINT);
        }
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return structure(node, field);
        }
        if (type == MarshallingType.LIST) {
            return list(node, field, legalValues);
        }
        if (type == MarshallingType.MAP) {
            return map(node, field);
        }
        if (type == MarshallingType.DOCUMENT) {
            return FreeForm.document(node);
        }
        if (node instanceof ScalarNode scalar) {
            return scalars.value(scalar, type, legalValues);
        }
        return wrong(node, node.describe() + " where " + nameOf(type) + " belongs", null);
    }

    private @Nullable Object structure(Node node, SdkField<?> field) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, kindOf(node) + " where an object belongs", null);
        }
        SdkPojo builder = field.constructor().get();
        fill(builder, mapping, Set.of());
        return ((Buildable) builder).build();
    }

    private @Nullable Object list(Node node, SdkField<?> field, List<String> legalValues) {
        SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(node, kindOf(node) + " where a list belongs", example(element));
        }
        List<Object> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            boolean blankChoice = !legalValues.isEmpty()
                    && item instanceof ScalarNode scalar
                    && scalar.text().isEmpty();
            Object value = blankChoice ? null : value(item, element, legalValues);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private @Nullable Object map(Node node, SdkField<?> field) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, kindOf(node) + " where an object of keys and values belongs", null);
        }
        SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> values = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            Object value = entry.value().isNull() ? null : value(entry.value(), valueField, List.of());
            if (value != null) {
                values.put(entry.key(), value);
            }
        }
        return values;
    }

    private @Nullable Object wrong(Node node, String found, @Nullable String hint) {
        findings.at(node, WRONG_TYPE, "found " + found, hint);
        return null;
    }

    /** The kind of a value without its text, which may be a password. */
    private static String kindOf(Node node) {
        return node instanceof ScalarNode ? "a single value" : node.describe();
    }

    private static String nameOf(MarshallingType<?> type) {
        if (type == MarshallingType.STRING) {
            return "text";
        }
        return type == MarshallingType.BOOLEAN ? "true or false" : "a number";
    }

    /** How a list of objects is written, null for other lists. */
    private static @Nullable String example(SdkField<?> element) {
        if (element.marshallingType() != MarshallingType.SDK_POJO) {
            return null;
        }
        StringBuilder example = new StringBuilder("write [{");
        int shown = 0;
        for (SdkField<?> member : element.constructor().get().sdkFields()) {
            if (shown == 2) {
                break;
            }
            example.append(shown++ == 0 ? "\"" : ", \"")
                    .append(member.locationName())
                    .append("\": …");
        }
        return example.append("}]").toString();
    }
}
