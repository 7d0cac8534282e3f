package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS enableFaultInjection ⇄ no field of a Pod: faults are injected into Pods from outside, without their consent
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html,
 * https://docs.aws.amazon.com/fis/latest/userguide/eks-pod-actions.html).
 */
public final class FaultInjection implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.FAULT_INJECTION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.nowhere("enableFaultInjection", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        if (Boolean.TRUE.equals(from.enableFaultInjection())) {
            context.at("enableFaultInjection")
                    .report(
                            FindingCode.FAULT_INJECTION,
                            "containers cannot ask Kubernetes to inject faults",
                            context.target().isEks()
                                    ? "use the aws:eks:pod actions of AWS FIS, or Chaos Mesh"
                                    : "use a chaos operator such as Chaos Mesh");
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        // Nothing in a Pod allows or forbids it.
    }
}
