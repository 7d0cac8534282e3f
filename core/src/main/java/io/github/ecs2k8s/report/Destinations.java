package io.github.ecs2k8s.report;

import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.Placement;
import io.github.ecs2k8s.translation.TranslatedTask;
import org.jspecify.annotations.Nullable;

/** Spells an owned field's destination for one task: the workload's kind and name, the container's name. */
final class Destinations {
    // Without its first letter, which templates write large.
    private static final String CONTAINERS = "ontainerDefinitions/";

    private final TranslatedTask task;

    Destinations(TranslatedTask task) {
        this.task = task;
    }

    @Nullable String of(OwnedField field, String pointer) {
        String destination = field.destination();
        if (destination == null) {
            return null;
        }
        int dot = destination.indexOf('.');
        String root = dot < 0 ? destination : destination.substring(0, dot);
        String rest = dot < 0 ? "" : destination.substring(dot + 1);
        return switch (root) {
            case "pod" -> workload() + " " + podPath() + container(rest, pointer);
            case "workload" -> workload() + " " + rest;
            default -> root + " " + rest;
        };
    }

    private String workload() {
        return task.workload().getKind() + "/" + task.workload().getMetadata().getName();
    }

    private String podPath() {
        return switch (task.workload().getKind()) {
            case "Pod" -> "";
            case "PodTemplate" -> "template.";
            case "CronJob" -> "spec.jobTemplate.spec.template.";
            default -> "spec.template.";
        };
    }

    private String container(String path, String pointer) {
        String list = "spec.containers[]";
        int at = pointer.indexOf(CONTAINERS);
        if (!path.startsWith(list) || at < 0) {
            return path;
        }
        int from = at + CONTAINERS.length();
        int to = pointer.indexOf('/', from);
        int index = Integer.parseInt(to < 0 ? pointer.substring(from) : pointer.substring(from, to));
        Placement placement = task.placements().get(index);
        String name = placement.startsBeforeOthers() ? "spec.initContainers[" : "spec.containers[";
        return name + placement.name() + "]" + path.substring(list.length());
    }
}
