package io.github.ecs2k8s.internal.pipeline;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.FargateTasks;
import io.github.ecs2k8s.context.toecs.LogRegion;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.room.TaskCorrespondence;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Kubernetes pod template → ECS task definition: lets every room read what it owns. */
public final class PodToTask {
    private static final MappingNode NOWHERE = new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, List.of());

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
        List<LocatedObject> objects = new ArrayList<>();
        for (HasMetadata object : bundle.objects()) {
            objects.add(new LocatedObject(object, NOWHERE));
        }
        LocatedObject located = new LocatedObject(workload, node instanceof MappingNode mapping ? mapping : NOWHERE);
        BundleToEcs all = new BundleToEcs(new Manifests(objects), TranslationOptions.DEFAULT, findings);
        return translate(located, node, bundle, all);
    }

    /** Translates the same as part of a whole. */
    TaskDefinitionSource translate(LocatedObject workload, Node node, KubernetesBundle bundle, BundleToEcs all) {
        PodDraft draft = new PodDraft(all, workload, node, launchType);
        for (Correspondence room : rooms) {
            if (room instanceof PodPreparation preparation) {
                preparation.prepare(draft.with(all.as(room.term())));
            }
        }
        TaskToEcs context = new TaskToEcs(draft, bundle);
        TaskDefinition.Builder task = TaskDefinition.builder();
        for (Correspondence room : rooms) {
            enter(room, context.with(all.as(room.term())), task);
        }
        TaskDefinition definition = finish(context, task);
        if (launchType == LaunchType.FARGATE) {
            definition = FargateTasks.of(definition, context.with(all.as(Term.LAUNCH_TYPE)));
        }
        MappingNode tree = SdkTree.of(definition);
        TaskDefinitionSource back = new TaskDefinitionSource(definition, List.copyOf(context.tags()), tree, tree);
        TaskDefinitionSource whole = EcsPreservation.restore(back, context.workloadAnnotations());
        String region = all.options().template().region();
        return region == null ? whole : inRegion(whole, region);
    }

    /** Put in last, so that what was kept is compared with what is the same in every region. */
    private static TaskDefinitionSource inRegion(TaskDefinitionSource task, String region) {
        List<ContainerDefinition> containers = new ArrayList<>();
        for (ContainerDefinition container : task.definition().containerDefinitions()) {
            LogConfiguration log = container.logConfiguration();
            if (log == null || !LogRegion.OF_THE_STACK.equals(log.options().get(LogRegion.OPTION))) {
                containers.add(container);
                continue;
            }
            Map<String, String> options = new LinkedHashMap<>(log.options());
            options.put(LogRegion.OPTION, region);
            LogConfiguration known = log.toBuilder().options(options).build();
            containers.add(container.toBuilder().logConfiguration(known).build());
        }
        TaskDefinition definition =
                task.definition().toBuilder().containerDefinitions(containers).build();
        MappingNode tree = SdkTree.of(definition);
        return new TaskDefinitionSource(definition, task.tags(), tree, tree);
    }

    private static void enter(Correspondence room, TaskToEcs context, TaskDefinition.Builder task) {
        if (room instanceof TaskCorrespondence taskRoom) {
            taskRoom.toEcs(context.template(), task, context);
        } else if (room instanceof ContainerCorrespondence containerRoom) {
            for (ContainerToEcs container : context.containers()) {
                containerRoom.toEcs(container.container(), container.definition(), container);
            }
        }
    }

    private static TaskDefinition finish(TaskToEcs context, TaskDefinition.Builder task) {
        List<ContainerDefinition> containers = new ArrayList<>();
        for (ContainerToEcs container : context.containers()) {
            containers.add(container.build());
        }
        task.containerDefinitions(containers);
        if (!context.volumes().isEmpty()) {
            task.volumes(context.volumes());
        }
        return task.build();
    }
}
