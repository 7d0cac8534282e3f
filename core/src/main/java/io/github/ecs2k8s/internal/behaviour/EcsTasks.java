package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The task definitions of a bundle by what may refer to them: family, {@code family:revision}, ARN, logical id. */
final class EcsTasks {
    private final Map<String, List<TaskDefinitionSource>> byFamily = new HashMap<>();
    private final Map<String, TaskDefinitionSource> byLogicalId = new HashMap<>();

    EcsTasks(EcsBundle bundle) {
        for (TaskDefinitionSource task : bundle.taskDefinitions()) {
            byFamily.computeIfAbsent(task.definition().family(), family -> new ArrayList<>())
                    .add(task);
            if (task.logicalId() != null) {
                byLogicalId.put(task.logicalId(), task);
            }
        }
    }

    /** The task definition that a reference means beyond doubt, null when none does. */
    @Nullable TaskDefinitionSource find(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        if (reference.startsWith("${") && reference.endsWith("}")) {
            return byLogicalId.get(reference.substring(2, reference.length() - 1));
        }
        String name = reference.startsWith("arn:") ? reference.substring(reference.indexOf('/') + 1) : reference;
        int colon = name.indexOf(':');
        List<TaskDefinitionSource> revisions =
                byFamily.getOrDefault(colon < 0 ? name : name.substring(0, colon), List.of());
        if (revisions.size() == 1) {
            return revisions.get(0);
        }
        String revision = colon < 0 ? null : name.substring(colon + 1);
        for (TaskDefinitionSource task : revisions) {
            if (Objects.equals(revision, String.valueOf(task.definition().revision()))) {
                return task;
            }
        }
        return null;
    }
}
