package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS stopTimeout of each container ⇄ Kubernetes terminationGracePeriodSeconds of the Pod: the longest.
 *
 * <p>Seconds; 30 by default on both sides; Fargate takes 2 to 120
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html,
 * https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination).
 */
public final class StopTimeouts implements TaskCorrespondence {
    private static final String FIELD = "stopTimeout";
    private static final int DEFAULT = 30;
    private static final int FARGATE_MIN = 2;
    private static final int FARGATE_MAX = 120;

    @Override
    public Term term() {
        return Term.STOP_TIMEOUT;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(
                "containerDefinitions[].stopTimeout", "pod.spec.terminationGracePeriodSeconds", "0 or 30"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.terminationGracePeriodSeconds", "containerDefinitions[].stopTimeout", "30"),
                OwnedField.nowhere("pod.spec.evictionResponders[].**"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        int longest = 0;
        for (ContainerToKubernetes container : context.containers()) {
            // An init container has ended when the Pod stops.
            if (container.placement().role() != Role.INIT) {
                longest = Math.max(longest, timeout(container));
            }
        }
        if (longest != DEFAULT) {
            to.getSpec().setTerminationGracePeriodSeconds((long) longest);
        }
        for (ContainerToKubernetes container : context.containers()) {
            say(container, longest, context.facts().fargate());
        }
    }

    /** Zero and absence mean the default, and so does what no service would take. */
    private static int timeout(ContainerToKubernetes container) {
        Integer timeout = container.definition().stopTimeout();
        return timeout == null || timeout <= 0 ? DEFAULT : timeout;
    }

    private static void say(ContainerToKubernetes container, int longest, boolean fargate) {
        Integer timeout = container.definition().stopTimeout();
        if (timeout == null) {
            return;
        }
        if (timeout < 0) {
            container
                    .at(FIELD)
                    .report(FindingCode.INVALID_VALUE, "a stop timeout cannot be negative; 30 seconds are assumed");
        } else if (timeout(container) != longest) {
            container
                    .at(FIELD)
                    .report(
                            FindingCode.STOP_TIMEOUT_SHARED,
                            container.placement().role() == Role.INIT
                                    ? container.name() + " has ended long before the Pod stops"
                                    : "the Pod waits up to " + longest + " seconds for all its containers, "
                                            + container.name() + " too");
        } else if (fargate && timeout != 0 && (timeout < FARGATE_MIN || timeout > FARGATE_MAX)) {
            container.at(FIELD).report(FindingCode.OUT_OF_RANGE, "Fargate takes 2 to 120 seconds, not " + timeout);
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        if (from.getSpec().getEvictionResponders() != null
                && !from.getSpec().getEvictionResponders().isEmpty()) {
            context.at("spec", "evictionResponders")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "nobody is asked before ECS stops a task",
                            "let the task protect itself: aws ecs update-task-protection");
        }
        Long grace = from.getSpec().getTerminationGracePeriodSeconds();
        if (grace == null || grace == DEFAULT) {
            return;
        }
        boolean fargate = context.launchType() == LaunchType.FARGATE;
        long timeout = fargate ? Math.max(FARGATE_MIN, Math.min(grace, FARGATE_MAX)) : grace;
        if (timeout != grace) {
            context.at("spec", "terminationGracePeriodSeconds")
                    .report(
                            FindingCode.OUT_OF_RANGE,
                            "Fargate takes 2 to 120 seconds, not " + grace + "; " + timeout + " is written",
                            "--launch-type ec2 keeps it");
        }
        for (ContainerToEcs container : context.containers()) {
            if (!container.isInit()) {
                container.definition().stopTimeout((int) Math.min(timeout, Integer.MAX_VALUE));
            }
        }
    }
}
