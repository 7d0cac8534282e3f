package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS dependsOn ⇄ Kubernetes init containers and native sidecars.
 *
 * <p>SUCCESS and COMPLETE make the dependency an init container, START and HEALTHY a sidecar (an init container with
 * {@code restartPolicy: Always}), whose startup probe holds up what follows. Where each container stands is a fact of
 * the task. The trap: init containers start one after another, and every container waits for all of them
 * (https://kubernetes.io/docs/concepts/workloads/pods/init-containers/,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html).
 */
public final class Dependencies implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.DEPENDENCY;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].dependsOn[].containerName", "pod.spec.initContainers"),
                OwnedField.to("containerDefinitions[].dependsOn[].condition", "pod.spec.initContainers"),
                OwnedField.nowhere("containerDefinitions[].startTimeout"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to(
                "pod.spec.initContainers[].restartPolicy", "containerDefinitions[].dependsOn[].condition"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        StartFindings findings = new StartFindings(context);
        for (ContainerToKubernetes container : context.containers()) {
            if (container.placement().role() == Role.SIDECAR) {
                container.container().setRestartPolicy("Always");
            }
            findings.ofDependencies(container);
            sayStartTimeout(container);
        }
        findings.ofDelays();
    }

    private static void sayStartTimeout(ContainerToKubernetes container) {
        Integer timeout = container.definition().startTimeout();
        if (timeout != null && timeout != 0) {
            container
                    .at("startTimeout")
                    .report(
                            FindingCode.START_TIMEOUT,
                            "Kubernetes does not give up on " + container.name() + " after " + timeout + " seconds",
                            "kubectl rollout status tells when a Deployment makes no progress (progressDeadlineSeconds)");
        }
    }

    /** Each init container waits for the one before it, each ordinary container for all of them. */
    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        saySidecarsThatServe(context);
        List<ContainerDependency> all = new ArrayList<>();
        for (ContainerToEcs container : context.containers()) {
            boolean early = container.isInit() || container.isSidecar();
            if (container.awaitsOthers()) {
                container.definition().dependsOn(others(context));
                continue;
            }
            int first = early && !all.isEmpty() ? all.size() - 1 : 0;
            if (!all.isEmpty()) {
                container.definition().dependsOn(List.copyOf(all.subList(first, all.size())));
            }
            if (early) {
                all.add(ContainerDependency.builder()
                        .containerName(container.container().getName())
                        .condition(condition(container))
                        .build());
            }
        }
    }

    /** The ordinary containers, whose end one that was added awaits: {@code OnFailure} without retries gives up at once. */
    private static List<ContainerDependency> others(TaskToEcs context) {
        boolean givesUp = "OnFailure".equals(context.pod().getRestartPolicy()) && context.isNeverRetried();
        List<ContainerDependency> others = new ArrayList<>();
        for (ContainerToEcs container : context.containers()) {
            if (!container.isInit() && !container.isSidecar() && !container.isAdded()) {
                others.add(ContainerDependency.builder()
                        .containerName(container.container().getName())
                        .condition(givesUp ? ContainerCondition.SUCCESS : ContainerCondition.COMPLETE)
                        .build());
            }
        }
        return others;
    }

    /** The mirror of the rule by which a container that others wait for stays an ordinary one: see StartOrder. */
    private static void saySidecarsThatServe(TaskToEcs context) {
        boolean served = false;
        boolean neededEarly = false;
        for (int i = context.containers().size() - 1; i >= 0; i--) {
            ContainerToEcs container = context.containers().get(i);
            boolean ports = container.definition().build().hasPortMappings();
            if (container.isSidecar() && ports && !served && !neededEarly) {
                container
                        .at()
                        .report(
                                FindingCode.SIDECAR_SERVES,
                                container.container().getName() + " opens the task's ports; others start after it");
            } else if (container.isInit() || container.isSidecar()) {
                neededEarly = true;
            } else {
                served |= ports;
            }
        }
    }

    private static ContainerCondition condition(ContainerToEcs early) {
        if (early.isInit()) {
            return ContainerCondition.SUCCESS;
        }
        return early.delaysOthers() ? ContainerCondition.HEALTHY : ContainerCondition.START;
    }
}
