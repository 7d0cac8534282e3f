package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerRestartPolicy;

/**
 * ECS restartPolicy of a container ⇄ Kubernetes restart policy of a Pod.
 *
 * <p>Kubernetes restarts containers in place, which ECS does only when asked; a task whose essential container stops is
 * replaced, which is the same in effect. {@code OnFailure} is restarting with exit code 0 ignored
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html,
 * https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy). Restart rules of single containers
 * are off by default up to Kubernetes 1.34, and a container that stays stopped makes its Pod unready.
 */
public final class RestartPolicies implements ContainerCorrespondence {
    private static final String FIELD = "restartPolicy";

    @Override
    public Term term() {
        return Term.RESTART_POLICY;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].restartPolicy.enabled", "pod.spec.restartPolicy", "false"),
                OwnedField.nowhere("containerDefinitions[].restartPolicy.ignoredExitCodes[]"),
                OwnedField.nowhere("containerDefinitions[].restartPolicy.restartAttemptPeriod"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.restartPolicy", "containerDefinitions[].restartPolicy.enabled", "Always"),
                OwnedField.to("pod.spec.containers[].restartPolicy", "containerDefinitions[].restartPolicy.enabled"),
                OwnedField.nowhere("pod.spec.containers[].restartPolicyRules[].action"),
                OwnedField.nowhere("pod.spec.containers[].restartPolicyRules[].exitCodes.operator"),
                OwnedField.nowhere("pod.spec.containers[].restartPolicyRules[].exitCodes.values[]"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        ContainerRestartPolicy policy = from.restartPolicy();
        if (policy == null) {
            return;
        }
        boolean never =
                context.task().facts().kind().runsToEnd() && context.placement().role() != Role.SIDECAR;
        if (Boolean.TRUE.equals(policy.enabled())) {
            context.at(FIELD, "enabled")
                    .report(
                            never ? FindingCode.NO_RESTART : FindingCode.RESTARTS_ANYWAY,
                            never
                                    ? context.name() + " is not restarted when it fails: the workload runs once"
                                    : "Kubernetes restarts " + context.name() + " by itself; nothing is written");
        }
        if (!policy.ignoredExitCodes().isEmpty()) {
            context.at(FIELD, "ignoredExitCodes")
                    .report(
                            FindingCode.IGNORED_EXIT_CODES,
                            "Kubernetes makes no difference between exit codes; "
                                    + (never
                                            ? context.name() + " is not restarted at all"
                                            : context.name() + " is restarted after " + list(policy.ignoredExitCodes())
                                                    + " too"));
        }
        Integer period = policy.restartAttemptPeriod();
        if (period != null && period != 0) {
            context.at(FIELD, "restartAttemptPeriod")
                    .report(
                            FindingCode.RESTART_ATTEMPT_PERIOD,
                            "Kubernetes restarts at once and then waits longer each time, up to five minutes");
        }
    }

    private static String list(List<Integer> codes) {
        StringBuilder text = new StringBuilder();
        for (Integer code : codes) {
            text.append(text.length() == 0 ? "" : ", ").append(code);
        }
        return text.toString();
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        if (context.isInit() || context.isSidecar() || context.isAdded()) {
            return;
        }
        String own = from.getRestartPolicy();
        String policy = own == null ? context.pod().pod().getRestartPolicy() : own;
        if (own == null && "OnFailure".equals(policy) && context.pod().isNeverRetried()) {
            context.pod().at("spec", "restartPolicy").resolved();
            return;
        }
        if ("OnFailure".equals(policy)) {
            to.restartPolicy(ContainerRestartPolicy.builder()
                    .enabled(true)
                    .ignoredExitCodes(0)
                    .build());
        } else if ("Always".equals(own)) {
            to.restartPolicy(ContainerRestartPolicy.builder().enabled(true).build());
        }
        if (from.getRestartPolicyRules() != null
                && !from.getRestartPolicyRules().isEmpty()) {
            context.at("restartPolicyRules")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS can ignore exit codes; it cannot restart only on some",
                            "set restartPolicy.ignoredExitCodes in the task definition");
        }
    }
}
