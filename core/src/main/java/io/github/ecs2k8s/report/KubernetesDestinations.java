package io.github.ecs2k8s.report;

import io.github.ecs2k8s.context.tokubernetes.Placement;
import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells an owned field's destination for one task: the workload's kind and name, the container's name. */
final class KubernetesDestinations {
    private final @Nullable TranslatedLaunch task;
    private final List<String> containers = new ArrayList<>();

    /** KubernetesDestinations of what a workload was made of; null for what runs nothing. */
    KubernetesDestinations(@Nullable TranslatedLaunch task) {
        this.task = task;
        // Not read off the leaf's pointer: templates spell it differently, and a single container needs no list.
        if (task != null && task.source().node().get("containerDefinitions") instanceof SequenceNode list) {
            for (Node container : list.items()) {
                containers.add(container.pointer().toString());
            }
        }
    }

    @Nullable String of(OwnedField field, String pointer) {
        String destination = field.destination();
        if (destination == null) {
            return null;
        }
        int dot = destination.indexOf('.');
        String root = dot < 0 ? destination : destination.substring(0, dot);
        String rest = dot < 0 ? "" : destination.substring(dot + 1);
        if (task == null || !(root.equals("pod") || root.equals("workload"))) {
            return rest.isEmpty() ? root : root + " " + rest;
        }
        return workload(task) + " " + (root.equals("pod") ? podPath(task) + container(task, rest, pointer) : rest);
    }

    private static String workload(TranslatedLaunch task) {
        return task.workload().getKind() + "/" + task.workload().getMetadata().getName();
    }

    private static String podPath(TranslatedLaunch task) {
        return switch (task.workload().getKind()) {
            case "Pod" -> "";
            case "PodTemplate" -> "template.";
            case "CronJob" -> "spec.jobTemplate.spec.template.";
            default -> "spec.template.";
        };
    }

    private String container(TranslatedLaunch task, String path, String pointer) {
        String list = "spec.containers[]";
        int index = path.startsWith(list) ? index(task, pointer) : -1;
        if (index < 0) {
            return path;
        }
        Placement placement = task.placements().get(index);
        String name = placement.startsBeforeOthers() ? "spec.initContainers[" : "spec.containers[";
        return name + placement.name() + "]" + path.substring(list.length());
    }

    /** The container definition that holds a leaf, -1 when none does. */
    private int index(TranslatedLaunch task, String pointer) {
        for (int i = 0; i < Math.min(containers.size(), task.placements().size()); i++) {
            String container = containers.get(i);
            if (pointer.startsWith(container)
                    && (pointer.length() == container.length() || pointer.charAt(container.length()) == '/')) {
                return i;
            }
        }
        return -1;
    }
}
