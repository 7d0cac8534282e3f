package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.record.RecordShape;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records whose every member has a value of its own. */
public final class FullRecords {
    private int count;

    private FullRecords() {}

    /**
     * A record of a class, the records in it filled too; secrets are references, because others are not written, and how
     * to make one is not read.
     */
    public static Object of(Class<?> type) {
        return new FullRecords().fill(type);
    }

    private Object fill(Class<?> type) {
        Map<String, Object> values = new HashMap<>();
        for (RecordShape.Member member : RecordShape.of(type).members()) {
            if (member.name().equals("GenerateSecretString")) {
                continue;
            }
            Object value = member.name().equals("ClientSecret") ? "${ClientSecret}" : value(member.kind());
            if (member.isList()) {
                value = List.of(value);
            } else if (member.isMap()) {
                value = Map.of("key" + count, value);
            }
            values.put(member.name(), value);
        }
        return RecordShape.of(type).create(values);
    }

    private Object value(Class<?> kind) {
        count++;
        if (kind.isRecord()) {
            return fill(kind);
        } else if (kind == Node.class) {
            return new ScalarNode(SourceLocation.NONE, Pointer.ROOT, null, ScalarNode.Kind.STRING, "text " + count);
        } else if (kind == Boolean.class) {
            return true;
        } else if (kind == Integer.class) {
            return count;
        } else if (kind == Long.class) {
            return (long) count;
        } else if (kind == Double.class) {
            return count + 0.5;
        }
        return "text " + count;
    }
}
