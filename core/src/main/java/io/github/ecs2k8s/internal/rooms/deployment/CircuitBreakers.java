package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentAlarms;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;

/**
 * ECS deployment circuit breaker ⇄ Kubernetes progressDeadlineSeconds, which finds a rollout that does not get anywhere
 * and says so; only Argo Rollouts takes it back by itself (progressDeadlineAbort).
 *
 * <p>ECS counts failed tasks, Kubernetes waits for progress; so the deadline is never shorter than a Pod is given to
 * start. Alarms have no watcher in Kubernetes
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html,
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment).
 */
public final class CircuitBreakers implements LaunchCorrespondence {
    private static final String CONFIGURATION = "deploymentConfiguration";
    private static final String PROGRESS = "progressDeadlineSeconds";
    private static final String ABORT = "progressDeadlineAbort";
    private static final String BREAKER = "deploymentCircuitBreaker";
    private static final String ALARMS = "alarms";
    private static final String ENABLE = "enable";
    private static final String ROLLBACK = "rollback";
    // A server writes its own deadline into every Deployment, so that one says nothing.
    private static final int USUAL = 600;
    // The shortest that is written, and what a Pod gets beyond the longest start its probes allow.
    private static final int DEADLINE = 900;
    private static final int MARGIN = 300;
    private static final int MOST = 1_000_000;

    @Override
    public Term term() {
        return Term.CIRCUIT_BREAKER;
    }

    @Override
    public List<OwnedField> ecs() {
        String breaker = "service.deploymentConfiguration.deploymentCircuitBreaker.";
        String alarms = "service.deploymentConfiguration.alarms.";
        return List.of(
                OwnedField.to(breaker + "enable", "workload.spec.progressDeadlineSeconds", "false"),
                OwnedField.to(breaker + "rollback", "Rollout.spec.progressDeadlineAbort", "false"),
                OwnedField.nowhere(breaker + "resetOnHealthyTask"),
                OwnedField.nowhere(breaker + "thresholdConfiguration.type"),
                OwnedField.nowhere(breaker + "thresholdConfiguration.value"),
                OwnedField.nowhere(alarms + "alarmNames[]"),
                OwnedField.nowhere(alarms + "enable", "false"),
                OwnedField.nowhere(alarms + "rollback", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String breaker = "service.deploymentConfiguration.deploymentCircuitBreaker.";
        return List.of(
                OwnedField.to("workload.spec." + PROGRESS, breaker + ENABLE, String.valueOf(USUAL)),
                OwnedField.to("Rollout.spec." + ABORT, breaker + ROLLBACK, "false"));
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        DeploymentConfiguration given = service == null ? null : service.deploymentConfiguration();
        if (service == null || given == null) {
            return;
        }
        DeploymentCircuitBreaker breaker = given.deploymentCircuitBreaker();
        if (breaker != null && Boolean.TRUE.equals(breaker.enable())) {
            write(service, given, context);
        } else if (breaker != null && Boolean.TRUE.equals(breaker.rollback())) {
            sayOff("the circuit breaker is off", BREAKER, ROLLBACK, context);
        }
        sayThresholds(context);
        alarms(given.alarms(), context);
    }

    private static void write(CreateServiceRequest service, DeploymentConfiguration given, LaunchToKubernetes context) {
        if (context.workload() instanceof Deployment deployment) {
            int deadline = deadline(service, context);
            deployment.getSpec().setProgressDeadlineSeconds(deadline);
            context.at(CONFIGURATION, BREAKER, ENABLE)
                    .report(
                            FindingCode.CIRCUIT_BREAKER,
                            "ECS stops a deployment after a number of failed tasks; progressDeadlineSeconds " + deadline
                                    + " marks one as failed that makes no progress for that long");
        } else {
            context.at(CONFIGURATION, BREAKER)
                    .report(
                            FindingCode.ROLLBACK,
                            "a DaemonSet has no deadline and is not rolled back by itself",
                            "kubectl rollout status daemonset/" + context.name()
                                    + " --timeout=10m || kubectl rollout undo" + " daemonset/" + context.name());
        }
        if (Progression.rollsBack(given)
                && !Progression.isRollout(context)
                && context.workload() instanceof Deployment) {
            context.at(CONFIGURATION, BREAKER, ROLLBACK)
                    .report(
                            FindingCode.ROLLBACK,
                            "a Deployment that has failed stays as it is; nothing rolls it back",
                            "let the pipeline do it: kubectl rollout status deployment/" + context.name()
                                    + " || kubectl rollout undo deployment/" + context.name()
                                    + "; with Argo Rollouts in the cluster: --addon argo-rollouts");
        }
    }

    /** Long enough for the slowest start that the probes and the service's grace period allow. */
    private static int deadline(CreateServiceRequest service, LaunchToKubernetes context) {
        long start = 0;
        for (ContainerToKubernetes container : context.task().containers()) {
            start += start(container.container());
        }
        Integer grace = service.healthCheckGracePeriodSeconds();
        start = Math.min(MOST, Math.max(start, grace == null ? 0 : grace));
        return (int) Math.max(DEADLINE, start + MARGIN);
    }

    private static long start(Container container) {
        Probe probe = container.getStartupProbe();
        if (probe == null) {
            return 0;
        }
        return value(probe.getInitialDelaySeconds())
                + value(probe.getPeriodSeconds()) * value(probe.getFailureThreshold());
    }

    private static long value(Integer seconds) {
        return seconds == null ? 0 : seconds;
    }

    private static void sayThresholds(LaunchToKubernetes context) {
        for (String field : List.of("resetOnHealthyTask", "thresholdConfiguration")) {
            Node value = context.at(CONFIGURATION, BREAKER).nearest().child(field);
            if (value != null && !value.isNull()) {
                context.at(CONFIGURATION, BREAKER, field)
                        .report(
                                FindingCode.CIRCUIT_BREAKER,
                                "Kubernetes does not count failed Pods; " + field + " is not written");
            }
        }
    }

    private static void alarms(DeploymentAlarms alarms, LaunchToKubernetes context) {
        if (alarms == null) {
            return;
        }
        if (Boolean.TRUE.equals(alarms.enable())) {
            context.at(CONFIGURATION, ALARMS)
                    .report(
                            FindingCode.DEPLOYMENT_ALARMS,
                            "nothing in Kubernetes watches CloudWatch alarms during an update; not written",
                            Progression.isRollout(context)
                                    ? "add an AnalysisTemplate with a cloudWatch metric to the Rollout"
                                    : "with Argo Rollouts, an AnalysisTemplate with a cloudWatch metric does; or let the"
                                            + " pipeline look at the alarms and run kubectl rollout undo");
        } else if (Boolean.TRUE.equals(alarms.rollback())
                || !alarms.alarmNames().isEmpty()) {
            sayOff("the alarms are off", ALARMS, "", context);
        }
    }

    private static void sayOff(String what, String object, String field, LaunchToKubernetes context) {
        String message = what + ", and so is what would follow from it; not written";
        if (field.isEmpty()) {
            context.at(CONFIGURATION, object).report(FindingCode.DEPLOYMENT_GUARD_OFF, message);
        } else {
            context.at(CONFIGURATION, object, field).report(FindingCode.DEPLOYMENT_GUARD_OFF, message);
        }
    }

    /** Kubernetes only says that an update has failed, unless a Rollout is told to take it back. */
    @Override
    public void toEcs(LaunchToEcs context) {
        CreateServiceRequest.Builder service = context.service();
        Integer deadline = service == null ? null : deadline(context.workload());
        boolean aborts = context.workload() instanceof GenericKubernetesResource rollout
                && rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                && Boolean.TRUE.equals(spec.get(ABORT));
        boolean says = deadline != null && deadline != USUAL;
        if (service == null || !says && !aborts) {
            return;
        }
        UpdateSettings.add(
                service,
                settings -> settings.deploymentCircuitBreaker(
                        breaker -> breaker.enable(true).rollback(aborts)));
        long start = 0;
        for (Container container : context.template().getSpec().getContainers()) {
            start = Math.max(start, start(container));
        }
        if (deadline != null && deadline != Math.max(DEADLINE, start + MARGIN)) {
            context.at("spec", PROGRESS)
                    .report(
                            FindingCode.CIRCUIT_BREAKER,
                            "ECS stops a deployment after a number of failed tasks, not after " + deadline
                                    + " seconds");
        }
    }

    private static @Nullable Integer deadline(HasMetadata workload) {
        if (workload instanceof Deployment deployment) {
            return deployment.getSpec().getProgressDeadlineSeconds();
        }
        return workload instanceof GenericKubernetesResource rollout
                        && rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                        && spec.get(PROGRESS) instanceof Number seconds
                ? (Integer) seconds.intValue()
                : null;
    }
}
