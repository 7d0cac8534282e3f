package io.github.ecs2k8s.report;

import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.internal.rooms.ManifestLeaves;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spells an owned field's destination for one object: the task definition's family, the container's name. */
final class EcsDestinations {
    private static final String CONTAINERS = "containerDefinitions[]";

    private final @Nullable String family;
    // Pointer of each container to its name.
    private final Map<String, String> containers = new LinkedHashMap<>();

    EcsDestinations(LocatedObject object, List<TranslatedWorkload> workloads) {
        String found = null;
        for (TranslatedWorkload workload : workloads) {
            if (workload.workload() == object) {
                found = workload.task().definition().family();
                collect(PodTemplates.node(object));
            }
        }
        family = found;
    }

    private void collect(Node template) {
        for (String list : ManifestLeaves.containerLists()) {
            if (template.nearest("spec", list) instanceof SequenceNode items) {
                for (Node item : items.items()) {
                    if (item.child("name") instanceof io.github.ecs2k8s.source.ScalarNode name) {
                        containers.put(item.pointer().toString(), name.text());
                    }
                }
            }
        }
    }

    /** Where a field went: {@code taskDefinition/web containerDefinitions[app].image}, {@code service desiredCount}. */
    @Nullable String of(OwnedField field, String pointer) {
        String destination = field.destination();
        if (destination == null) {
            return null;
        }
        int dot = destination.indexOf('.');
        String root = dot < 0 ? destination : destination.substring(0, dot);
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind.prefix().equals(root)) {
                return dot < 0 ? root : root + " " + destination.substring(dot + 1);
            }
        }
        return family == null ? destination : "taskDefinition/" + family + " " + container(destination, pointer);
    }

    private String container(String path, String pointer) {
        if (path.startsWith(CONTAINERS)) {
            for (Map.Entry<String, String> container : containers.entrySet()) {
                if (pointer.startsWith(container.getKey() + "/")) {
                    return "containerDefinitions[" + container.getValue() + "]" + path.substring(CONTAINERS.length());
                }
            }
        }
        return path;
    }
}
