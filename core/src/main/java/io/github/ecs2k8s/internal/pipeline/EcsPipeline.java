package io.github.ecs2k8s.internal.pipeline;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.GeneratedObjects;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.LeftOutHooks;
import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.context.toecs.WorkloadIds;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.LaunchPlanner;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * Kubernetes manifests → ECS: every workload becomes a task definition and what runs it, then the rooms of the bundle
 * make of the other objects what surrounds them.
 */
public final class EcsPipeline {
    private final List<Correspondence> rooms;
    private final BundleToEcs context;
    private final KubernetesBundle bundle;

    private EcsPipeline(List<Correspondence> rooms, BundleToEcs context) {
        this.rooms = rooms;
        this.context = context;
        this.bundle = context.manifests().bundle();
    }

    /**
     * What came of it.
     *
     * @param workloads what runs pods, with the task definitions they became, in the order of the input
     * @param unused the objects that nothing was made of
     * @param resolved values that were only needed to find something else
     */
    public record Result(
            EcsBundle bundle, List<TranslatedWorkload> workloads, List<LocatedObject> unused, List<Node> resolved) {}

    /** Translates everything through these rooms, in this order. */
    public static Result translate(
            List<Correspondence> rooms, Manifests manifests, TranslationOptions options, Findings findings) {
        return new EcsPipeline(rooms, new BundleToEcs(manifests, options, findings)).translate();
    }

    /** The workloads with what they become, before what was kept of their services is put back. */
    static List<LaunchToEcs> workloads(
            List<Correspondence> rooms, Manifests manifests, TranslationOptions options, Findings findings) {
        BundleToEcs context = new BundleToEcs(manifests, options, findings);
        new EcsPipeline(rooms, context).enter();
        return context.workloads();
    }

    private Result translate() {
        enter();
        for (LaunchToEcs workload : context.workloads()) {
            CreateServiceRequest.Builder service = workload.service();
            if (service != null) {
                context.add(
                        ResourceKind.SERVICE,
                        EcsPreservation.restore(service.build(), workload.annotations()),
                        context.logicalId(WorkloadIds.of(workload.located(), context.manifests()), "Service"));
            }
        }
        for (Correspondence room : rooms) {
            if (room instanceof LaunchPlanner planner) {
                planner.starts(context.as(room.term()));
            }
        }
        List<TranslatedWorkload> workloads = new ArrayList<>();
        for (LaunchToEcs workload : context.workloads()) {
            workloads.add(new TranslatedWorkload(workload.located(), workload.task()));
        }
        new UnusedObjects(rooms, context).say();
        new DynamicReferences(context).say();
        new EcsLimits(context).say();
        List<LocatedObject> unused = new ArrayList<>();
        for (LocatedObject located : context.manifests().all()) {
            if (!context.isUsed(located)) {
                unused.add(located);
            }
        }
        return new Result(context.bundle(), List.copyOf(workloads), List.copyOf(unused), context.resolved());
    }

    private void enter() {
        GeneratedObjects made = new GeneratedObjects(context);
        LeftOutHooks hooks = new LeftOutHooks(context);
        for (LocatedObject located : context.manifests().all()) {
            if (made.isMade(located) || hooks.isLeftOut(located)) {
                context.made(located);
            } else if (PodTemplates.isWorkload(located.object())) {
                workload(located);
            }
        }
        for (Correspondence room : rooms) {
            if (room instanceof BundleCorrespondence bundleRoom) {
                bundleRoom.toEcs(context.as(room.term()));
            }
        }
    }

    private void workload(LocatedObject located) {
        context.use(located);
        HasMetadata object = located.object();
        TaskDefinitionSource task = new PodToTask(rooms, LaunchToEcs.launchType(object, context.options()))
                .translate(located, PodTemplates.node(located), bundle, context)
                .named(context.logicalId(WorkloadIds.of(located, context.manifests()), "TaskDefinition"));
        context.add(task);
        LaunchToEcs workload = new LaunchToEcs(context, located, task);
        context.add(workload);
        for (Correspondence room : rooms) {
            if (room instanceof LaunchCorrespondence launchRoom) {
                launchRoom.toEcs(workload.with(context.as(room.term())));
            }
        }
    }
}
