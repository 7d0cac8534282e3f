package io.github.ecs2k8s.internal.read;

import static io.github.ecs2k8s.finding.FindingCode.WRONG_TYPE;

import io.github.ecs2k8s.ecs.record.RecordShape;
import io.github.ecs2k8s.ecs.record.RecordShape.Member;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * Binds a located tree to any of the records that describe what stands around ECS, as {@link SdkReader} does for the
 * model classes of the SDK: every problem is a finding at its place and leaves out no more than the value it is about;
 * nothing is thrown. Null means absent, and so does an empty string that is not the value of something.
 */
public final class RecordReader {
    private final ReaderFindings findings;
    private final SdkScalars scalars;
    private final RecordSpelling spelling;

    private RecordReader(Findings findings) {
        this.findings = new ReaderFindings(findings);
        this.scalars = new SdkScalars(this.findings);
        this.spelling = new RecordSpelling(this.findings);
    }

    /**
     * A record and what it was read from.
     *
     * @param value the record
     * @param node the object with the API's own names and lists, in which owned paths can be looked up; values keep the
     *     places and pointers of the text
     */
    public record Bound<T>(T value, MappingNode node) {}

    /**
     * Reads an object.
     *
     * @param type the record's class
     * @param ignored keys of this object, in any case, that are not the record's and need no finding
     */
    public static <T> Bound<T> read(MappingNode node, Class<T> type, Findings findings, Set<String> ignored) {
        RecordReader reader = new RecordReader(findings);
        RecordShape shape = RecordShape.of(type);
        MappingNode spelled = reader.spelling.correct(node, shape, ignored);
        return new Bound<>(type.cast(reader.structure(spelled, shape)), spelled);
    }

    private Object structure(MappingNode node, RecordShape shape) {
        Map<String, Object> values = new HashMap<>();
        for (MappingNode.Entry entry : node.entries()) {
            Member member = shape.find(entry.key());
            if (member == null || !member.name().equals(entry.key()) || isAbsent(entry)) {
                continue;
            }
            Object value = member(entry.value(), member);
            if (value != null) {
                values.put(member.name(), value);
            }
        }
        return shape.create(values);
    }

    private static boolean isAbsent(MappingNode.Entry entry) {
        return entry.value() instanceof ScalarNode scalar
                && (scalar.isNull() || (scalar.text().isEmpty() && !entry.key().equals("Value")));
    }

    private @Nullable Object member(Node node, Member member) {
        if (member.isList()) {
            return list(node, member.kind());
        }
        return member.isMap() ? map(node, member.kind()) : value(node, member.kind());
    }

    private @Nullable Object list(Node node, Class<?> element) {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(node, "a list");
        }
        List<Object> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            Object value = value(item, element);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private @Nullable Object map(Node node, Class<?> kind) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, "an object of keys and values");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            Object value = entry.value().isNull() ? null : value(entry.value(), kind);
            if (value != null) {
                values.put(entry.key(), value);
            }
        }
        return values;
    }

    private @Nullable Object value(Node node, Class<?> kind) {
        if (node.tag() != null) {
            findings.at(node, WRONG_TYPE, "found " + SdkReader.TAG, SdkReader.TAG_HINT);
            return null;
        }
        if (kind == Node.class) {
            return node;
        }
        if (kind.isRecord()) {
            return node instanceof MappingNode mapping
                    ? structure(mapping, RecordShape.of(kind))
                    : wrong(node, "an object");
        }
        MarshallingType<?> type = type(kind);
        if (node instanceof ScalarNode scalar) {
            return scalars.value(scalar, type, List.of());
        }
        return wrong(
                node,
                type == MarshallingType.STRING
                        ? "text"
                        : type == MarshallingType.BOOLEAN ? "true or false" : "a number");
    }

    private static MarshallingType<?> type(Class<?> kind) {
        if (kind == String.class) {
            return MarshallingType.STRING;
        }
        if (kind == Boolean.class) {
            return MarshallingType.BOOLEAN;
        }
        if (kind == Integer.class) {
            return MarshallingType.INTEGER;
        }
        if (kind == Long.class) {
            return MarshallingType.LONG;
        }
        if (kind == Double.class) {
            return MarshallingType.DOUBLE;
        }
        throw new IllegalStateException("no reader for components of type " + kind);
    }

    /** The kind of a value without its text, which may be a password. */
    private @Nullable Object wrong(Node node, String expected) {
        String found = node instanceof ScalarNode ? "a single value" : node.describe();
        findings.at(node, WRONG_TYPE, "found " + found + " where " + expected + " belongs", null);
        return null;
    }
}
