package io.github.ecs2k8s.internal.write;

import java.util.Map;

/** Adds the log groups that containers write to through awslogs and that are not in the bundle; ECS does not make them. */
final class LogGroups {
    private static final String GROUP = "awslogs-group";

    private final Parts parts;

    LogGroups(Parts parts) {
        this.parts = parts;
    }

    void add() {
        for (Part task : parts.of(PartKind.TASK_DEFINITION)) {
            for (Object container : PlainTrees.list(task.members(), "containerDefinitions")) {
                add(PlainTrees.map(PlainTrees.map(container), "logConfiguration"));
            }
        }
    }

    private void add(Map<String, Object> logging) {
        Map<String, Object> options = PlainTrees.map(logging, "options");
        if ("awslogs".equals(PlainTrees.get(logging, "logDriver"))
                && options.get(GROUP) instanceof String name
                && isLegal(name)) {
            options.put(GROUP, "${" + group(name).logicalId() + "}");
        }
    }

    private Part group(String name) {
        for (Part group : parts.of(PartKind.LOG_GROUP)) {
            if (name.equals(group.ownName())) {
                return group;
            }
        }
        return parts.add(
                PartKind.LOG_GROUP, LogicalIds.pascal(name) + "LogGroup", PlainTrees.of(parts.logGroupName(), name));
    }

    /** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
    private static boolean isLegal(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && "._-/#".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= 512;
    }
}
