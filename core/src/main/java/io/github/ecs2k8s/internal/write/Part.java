package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to create.
 *
 * @param kind what it is
 * @param logicalId its name among the parts: letters and digits, unique
 * @param members a plain tree of its members; references between parts are texts {@code ${LogicalId}}, which is what
 *     {@code Ref} gives in a template, and {@code ${LogicalId.Attribute}}
 */
public record Part(PartKind kind, String logicalId, Map<String, Object> members) {

    /** The text under one of some keys, in whatever case they are written; null when none is there. */
    public @Nullable String text(String... keys) {
        for (String key : keys) {
            if (PlainTrees.get(members, key) instanceof String text) {
                return text;
            }
        }
        return null;
    }

    /** The name AWS knows it by, or would: from its members, otherwise from the logical id. */
    public String name() {
        String own = ownName();
        return own != null ? own : LogicalIds.kebab(withoutKind());
    }

    /** Its name as its members give it; null when they leave it to AWS or have a reference in it. */
    public @Nullable String ownName() {
        for (String member : naming()) {
            String text = text(member);
            if (text != null && !text.startsWith("arn:") && !text.contains("${")) {
                return text;
            }
        }
        return null;
    }

    private List<String> naming() {
        return switch (kind) {
            case TASK_DEFINITION -> List.of("family");
            case ROLE, STARTER_ROLE -> List.of("RoleName");
            case SECURITY_GROUP -> List.of("GroupName");
            case CLOUD_MAP_NAMESPACE, CLOUD_MAP_SERVICE, FILE_SYSTEM, ACCESS_POINT -> List.of("Name");
            case SECURITY_GROUP_RULE, MOUNT_TARGET -> List.of();
            default -> ResourceKind.valueOf(kind.name()).naming();
        };
    }

    /** Without {@code ListenerRule} or only {@code Rule} at the end. */
    private String withoutKind() {
        String suffix = kind.suffix();
        int word = suffix.length() - 1;
        while (word > 0 && Character.isLowerCase(suffix.charAt(word))) {
            word--;
        }
        for (String end : new String[] {suffix, suffix.substring(word)}) {
            if (logicalId.endsWith(end) && logicalId.length() > end.length()) {
                return logicalId.substring(0, logicalId.length() - end.length());
            }
        }
        return logicalId;
    }
}
