package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.LaunchPreparation;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS essential ⇄ Kubernetes containers, which are all restarted; an init container is what may end.
 *
 * <p>When an essential container stops, ECS stops the task and its service starts another one; Kubernetes restarts the
 * container in its Pod, which is the same in effect. A container that is not essential may stop for good in ECS, not in
 * a Pod (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html). The trap: a Job waits for all
 * its ordinary containers, a task only for the first essential one.
 */
public final class EssentialContainers implements TaskCorrespondence, PodPreparation, LaunchPreparation {
    private static final String FIELD = "essential";

    @Override
    public Term term() {
        return Term.ESSENTIAL_CONTAINER;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to("containerDefinitions[].essential", "pod.spec.containers[]", "true"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        boolean runsToEnd = context.facts().kind().runsToEnd();
        int essential = 0;
        for (ContainerToKubernetes container : context.containers()) {
            boolean isEssential = !Boolean.FALSE.equals(container.definition().essential());
            Role role = container.placement().role();
            if (!isEssential && role != Role.INIT) {
                sayNonEssential(container, runsToEnd);
            } else if (role == Role.INIT && isEssential) {
                container
                        .at(FIELD)
                        .report(
                                FindingCode.ESSENTIAL_INIT,
                                "others wait for the end of " + container.name() + "; ECS refuses it as essential",
                                "set \"essential\": false");
            } else if (isEssential && role == Role.MAIN && ++essential == 2) {
                sayLast(container, runsToEnd);
            }
        }
        sayNoneEssential(context);
    }

    private static void sayNonEssential(ContainerToKubernetes container, boolean runsToEnd) {
        String name = container.name();
        if (runsToEnd && container.placement().role() == Role.MAIN) {
            container
                    .at(FIELD)
                    .report(
                            FindingCode.NONESSENTIAL_CONTAINER,
                            "the workload ends only when " + name
                                    + " has ended too; ECS would stop it with the essential ones",
                            "make it a native sidecar: --kubernetes-version 1.29 or newer");
        } else {
            container
                    .at(FIELD)
                    .report(
                            FindingCode.NONESSENTIAL_CONTAINER,
                            "Kubernetes restarts " + name + " when it stops; ECS would let it stay stopped");
        }
    }

    private static void sayLast(ContainerToKubernetes second, boolean runsToEnd) {
        if (!runsToEnd) {
            second.at(FIELD)
                    .report(
                            FindingCode.ESSENTIAL_ALONE,
                            "the end of one container ends the others no more: Kubernetes restarts it alone, ECS replaces"
                                    + " the whole task",
                            "let what depends on the other container fail its probe, or end by itself, when that is gone");
            return;
        }
        // Said once; of all of them it comes back as what one more container waits for.
        for (ContainerToKubernetes container : second.task().containers()) {
            if (container.placement().role() == Role.MAIN && container.index() != second.index()) {
                container.at(FIELD).resolved();
            }
        }
        second.at(FIELD)
                .report(
                        FindingCode.ENDS_WITH_THE_LAST,
                        "the workload ends when all essential containers have ended; ECS stops them with the first",
                        "let " + second.name() + " end by itself, or make it non-essential, which becomes a sidecar");
    }

    private static void sayNoneEssential(TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            if (!Boolean.FALSE.equals(container.definition().essential())) {
                return;
            }
        }
        if (!context.containers().isEmpty()) {
            context.containers()
                    .get(0)
                    .at(FIELD)
                    .report(
                            FindingCode.NO_ESSENTIAL_CONTAINER,
                            "no container is essential; ECS refuses such a task definition");
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        boolean awaited = context.containers().stream().anyMatch(ContainerToEcs::awaitsOthers);
        for (ContainerToEcs container : context.containers()) {
            boolean ordinary = !container.isSidecar() && !container.awaitsOthers();
            if (container.isInit() || awaited && ordinary) {
                container.definition().essential(false);
            }
        }
    }

    @Override
    public void prepare(PodDraft draft) {
        EndOfAll.add(draft);
    }

    @Override
    public Launch prepare(Launch launch, BundleToKubernetes context) {
        return EndOfAll.without(launch, context);
    }
}
