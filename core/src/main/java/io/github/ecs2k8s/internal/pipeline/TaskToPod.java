package io.github.ecs2k8s.internal.pipeline;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.TaskFacts;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.TaskCorrespondence;
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
    public TaskToKubernetes translate(Launch launch, BundleToKubernetes bundle) {
        PodTemplateSpec template = new PodTemplateSpec();
        template.setMetadata(new ObjectMeta());
        template.getMetadata().setLabels(new LinkedHashMap<>());
        template.getMetadata().setAnnotations(new LinkedHashMap<>());
        template.setSpec(new PodSpec());
        TaskFacts facts = new TaskFacts(launch, bundle);
        TaskToKubernetes task = new TaskToKubernetes(bundle, launch.source(), facts, template);
        place(task);
        for (Correspondence room : rooms) {
            enter(room, task.with(bundle.as(room.term())));
        }
        return task;
    }

    private static void place(TaskToKubernetes task) {
        for (int index : task.facts().startOrder()) {
            ContainerToKubernetes container = task.containers().get(index);
            if (container.placement().startsBeforeOthers()) {
                task.pod().getInitContainers().add(container.container());
            }
        }
        for (ContainerToKubernetes container : task.containers()) {
            if (!container.placement().startsBeforeOthers()) {
                task.pod().getContainers().add(container.container());
            }
        }
    }

    private static void enter(Correspondence room, TaskToKubernetes task) {
        if (room instanceof TaskCorrespondence taskRoom) {
            taskRoom.toKubernetes(task.definition(), task.template(), task);
        } else if (room instanceof ContainerCorrespondence containerRoom) {
            for (ContainerToKubernetes container : task.containers()) {
                containerRoom.toKubernetes(container.definition(), container.container(), container);
            }
        }
    }
}
