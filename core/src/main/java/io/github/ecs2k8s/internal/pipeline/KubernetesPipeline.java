package io.github.ecs2k8s.internal.pipeline;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ClusterNames;
import io.github.ecs2k8s.context.tokubernetes.Families;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.context.tokubernetes.Workloads;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.LaunchPlanner;
import io.github.ecs2k8s.room.LaunchPreparation;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that runs a task definition → workloads: asks the rooms what there is to run, lets the rooms of the task
 * write each pod and those of the launch each workload, and at last those of the bundle what spans workloads.
 */
public final class KubernetesPipeline {
    private final List<Correspondence> rooms;
    private final BundleToKubernetes bundle;
    private final TaskToPod tasks;

    private KubernetesPipeline(List<Correspondence> rooms, BundleToKubernetes bundle) {
        this.rooms = rooms;
        this.bundle = bundle;
        this.tasks = new TaskToPod(rooms);
    }

    /** Translates everything in the bundle through these rooms, in this order. */
    public static List<TranslatedLaunch> translate(List<Correspondence> rooms, BundleToKubernetes bundle) {
        return new KubernetesPipeline(rooms, bundle).translate();
    }

    private List<TranslatedLaunch> translate() {
        for (Launch launch : planned()) {
            translate(launch, bundle.in(ClusterNames.namespace(launch, bundle)));
        }
        for (Correspondence room : rooms) {
            if (room instanceof BundleCorrespondence bundleRoom) {
                bundleRoom.toKubernetes(bundle.as(room.term()));
            }
        }
        reportUnused();
        List<TranslatedLaunch> translated = new ArrayList<>();
        for (LaunchToKubernetes launch : bundle.launches()) {
            translated.add(new TranslatedLaunch(
                    launch.launch(), launch.workload(), launch.task().facts().placements()));
        }
        return List.copyOf(translated);
    }

    /** What the input says is run, and every family that nothing in it runs. */
    private List<Launch> planned() {
        List<Launch> launches = new ArrayList<>();
        for (Correspondence room : rooms) {
            if (room instanceof LaunchPlanner planner) {
                launches.addAll(planner.launches(bundle.as(room.term())));
            }
        }
        launches.replaceAll(this::prepared);
        for (TaskDefinitionSource source : Families.newest(bundle, launches)) {
            launches.add(prepared(Launch.ofItself(source, bundle.options().kind())));
        }
        return launches;
    }

    private Launch prepared(Launch launch) {
        Launch prepared = launch;
        for (Correspondence room : rooms) {
            if (room instanceof LaunchPreparation preparation) {
                prepared = preparation.prepare(prepared, bundle.as(room.term()));
            }
        }
        return prepared;
    }

    private void translate(Launch launch, BundleToKubernetes there) {
        TaskToKubernetes task = tasks.translate(launch, there);
        HasMetadata workload = Workloads.of(task);
        there.add(workload);
        if (launch.by() != null) {
            bundle.use(launch.by());
        }
        LaunchToKubernetes context = new LaunchToKubernetes(launch, task, workload);
        bundle.launched(context);
        for (Correspondence room : rooms) {
            if (room instanceof LaunchCorrespondence launchRoom) {
                launchRoom.toKubernetes(context.with(there.as(room.term())));
            }
        }
    }

    /** A resource that nothing in the input refers to is not translated, and must not look as if it were. */
    private void reportUnused() {
        for (Resource<?> resource : bundle.resources().all()) {
            if (!bundle.isUsed(resource) && !bundle.isReported(resource.node())) {
                bundle.at(resource.node())
                        .report(
                                FindingCode.RESOURCE_UNUSED,
                                "no service or schedule in the input uses " + resource.title()
                                        + "; nothing is written for it",
                                "add what uses it, or leave it out");
            }
        }
    }
}
