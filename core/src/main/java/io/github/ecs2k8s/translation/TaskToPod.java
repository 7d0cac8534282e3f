package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashMap;
import java.util.List;

/** ECS task definition → pod template: lets every room write what it owns. */
public final class TaskToPod {
    private final List<Correspondence> rooms;

    /** A translation through these rooms, in this order. */
    public TaskToPod(List<Correspondence> rooms) {
        this.rooms = rooms;
    }

    /** Translates the task definition of a launch; what it needs beside the pod template is added to the bundle. */
    public TaskContext translate(Launch launch, BundleContext bundle) {
        PodTemplateSpec template = new PodTemplateSpec();
        template.setMetadata(new ObjectMeta());
        template.getMetadata().setLabels(new LinkedHashMap<>());
        template.getMetadata().setAnnotations(new LinkedHashMap<>());
        template.setSpec(new PodSpec());
        TaskFacts facts = new TaskFacts(launch, bundle);
        TaskContext task = new TaskContext(bundle, launch.source(), facts, template);
        place(task);
        for (Correspondence room : rooms) {
            bundle.speaker(room.term());
            enter(room, task);
        }
        bundle.speaker(null);
        return task;
    }

    private static void place(TaskContext task) {
        for (int index : task.facts().startOrder()) {
            ContainerContext container = task.containers().get(index);
            if (container.placement().startsBeforeOthers()) {
                task.pod().getInitContainers().add(container.container());
            }
        }
        for (ContainerContext container : task.containers()) {
            if (!container.placement().startsBeforeOthers()) {
                task.pod().getContainers().add(container.container());
            }
        }
    }

    private static void enter(Correspondence room, TaskContext task) {
        if (room instanceof TaskCorrespondence taskRoom) {
            taskRoom.toKubernetes(task.definition(), task.template(), task);
        } else if (room instanceof ContainerCorrespondence containerRoom) {
            for (ContainerContext container : task.containers()) {
                containerRoom.toKubernetes(container.definition(), container.container(), container);
            }
        }
    }
}
