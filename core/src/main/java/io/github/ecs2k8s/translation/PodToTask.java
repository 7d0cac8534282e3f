package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Kubernetes pod template → ECS task definition: lets every room read what it owns. */
public final class PodToTask {
    private final List<Correspondence> rooms;
    private final @Nullable LaunchType launchType;

    /** A translation through these rooms, in this order, for whatever the task is launched on. */
    public PodToTask(List<Correspondence> rooms) {
        this(rooms, null);
    }

    /** A translation for a launch type; null: as the pod says it. */
    public PodToTask(List<Correspondence> rooms, @Nullable LaunchType launchType) {
        this.rooms = rooms;
        this.launchType = launchType;
    }

    /**
     * Translates the pod template of one workload.
     *
     * @param workload an object that has a pod template, or a Pod
     * @param bundle every object of the input, for references by name
     * @param node the located object the pod template was read from; findings take their places from it
     */
    public TaskDefinitionSource translate(HasMetadata workload, KubernetesBundle bundle, Node node, Findings findings) {
        return translate(workload, bundle, node, findings, new UsedObjects());
    }

    /** Translates the same, and says which objects it found use for. */
    TaskDefinitionSource translate(
            HasMetadata workload, KubernetesBundle bundle, Node node, Findings findings, UsedObjects used) {
        PodTemplateSpec template = PodTemplates.of(workload);
        Map<String, String> labels = workload.getMetadata().getLabels();
        Map<String, String> annotations = workload.getMetadata().getAnnotations();
        PodContext context = new PodContext(
                bundle,
                workload.getMetadata().getName(),
                template,
                labels == null ? Map.of() : labels,
                annotations == null ? Map.of() : annotations,
                node,
                findings,
                used);
        TaskDefinition.Builder task = TaskDefinition.builder();
        for (Correspondence room : rooms) {
            context.speaker(room.term());
            enter(room, context, task);
        }
        TaskDefinition definition = finish(context, task);
        if (launchType == LaunchType.FARGATE) {
            context.speaker(Term.LAUNCH_TYPE);
            definition = FargateTasks.of(definition, context);
        }
        MappingNode tree = SdkTree.of(definition);
        TaskDefinitionSource back = new TaskDefinitionSource(definition, List.copyOf(context.tags()), tree, tree);
        return Preservation.restore(back, context.workloadAnnotations());
    }

    private static void enter(Correspondence room, PodContext context, TaskDefinition.Builder task) {
        if (room instanceof TaskCorrespondence taskRoom) {
            taskRoom.toEcs(context.template(), task, context);
        } else if (room instanceof ContainerCorrespondence containerRoom) {
            for (PodContainerContext container : context.containers()) {
                containerRoom.toEcs(container.container(), container.definition(), container);
            }
        }
    }

    private static TaskDefinition finish(PodContext context, TaskDefinition.Builder task) {
        List<ContainerDefinition> containers = new ArrayList<>();
        for (PodContainerContext container : context.containers()) {
            containers.add(container.build());
        }
        task.containerDefinitions(containers);
        if (!context.volumes().isEmpty()) {
            task.volumes(context.volumes());
        }
        return task.build();
    }
}
