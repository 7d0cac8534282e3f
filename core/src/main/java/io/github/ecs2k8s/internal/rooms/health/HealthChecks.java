package io.github.ecs2k8s.internal.rooms.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.health.HealthCommands.Command;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.HealthCheck;

/**
 * ECS healthCheck ⇄ Kubernetes startup, liveness and readiness probe.
 *
 * <p>An unhealthy essential container costs the task: liveness. The start period, or a sidecar that others await
 * healthy, is a startup probe; what is not healthy gets no traffic: readiness. ECS only shows the health of what is not
 * essential, so that gets no probe. The trap: both systems have defaults and they differ (30, 5, 3 against 10, 1, 3),
 * so all timings are written
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/).
 */
public final class HealthChecks implements ContainerCorrespondence {
    private static final String FIELD = "healthCheck";
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    @Override
    public Term term() {
        return Term.HEALTH_CHECK;
    }

    @Override
    public List<OwnedField> ecs() {
        String from = "containerDefinitions[].healthCheck.";
        String to = "pod.spec.containers[].livenessProbe.";
        return List.of(
                OwnedField.to(from + "command[]", to + "exec.command", ""),
                OwnedField.to(from + "interval", to + "periodSeconds", "0 or 30"),
                OwnedField.to(from + "timeout", to + "timeoutSeconds", "0 or 5"),
                OwnedField.to(from + "retries", to + "failureThreshold", "0 or 3"),
                OwnedField.to(from + "startPeriod", "pod.spec.containers[].startupProbe", "0"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>();
        String to = "containerDefinitions[].healthCheck.";
        for (String probe : PROBES) {
            String from = "pod.spec.containers[]." + probe + ".";
            owned.add(OwnedField.to(from + "exec.command[]", to + "command"));
            for (String handler : List.of("httpGet", "tcpSocket", "grpc")) {
                owned.add(OwnedField.to(from + handler + ".**", to + "command"));
            }
            owned.add(OwnedField.to(from + "initialDelaySeconds", to + "startPeriod", "0"));
            owned.add(OwnedField.to(from + "periodSeconds", to + "interval", "10"));
            owned.add(OwnedField.to(from + "timeoutSeconds", to + "timeout", "1"));
            owned.add(OwnedField.to(from + "failureThreshold", to + "retries", "3"));
            owned.add(OwnedField.nowhere(from + "successThreshold", "1"));
            owned.add(OwnedField.nowhere(from + "terminationGracePeriodSeconds"));
        }
        owned.add(OwnedField.nowhere("pod.spec.readinessGates[].conditionType"));
        return owned;
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        HealthCheck check = from.healthCheck();
        if (check == null) {
            return;
        }
        Command command = HealthCommands.read(check.command());
        boolean essential = !Boolean.FALSE.equals(from.essential());
        boolean gate = context.placement().role() == Role.SIDECAR
                && context.placement().awaitedHealthy();
        if (command == null) {
            sayNothingToRun(check, context);
        } else if (context.placement().role() == Role.INIT) {
            context.at(FIELD)
                    .report(
                            FindingCode.HEALTH_CHECK_ON_INIT,
                            context.name() + " is an init container, which takes no probes; its end is awaited");
        } else if (!essential && !gate) {
            context.at(FIELD)
                    .report(
                            FindingCode.HEALTH_CHECK_UNUSED,
                            "no probe is written: ECS keeps an unhealthy " + context.name()
                                    + ", a probe would restart it");
        } else {
            write(command, HealthTimings.read(check, context), to, context, gate, essential);
        }
    }

    private static void write(
            Command command,
            Probes probes,
            Container to,
            ContainerToKubernetes context,
            boolean gate,
            boolean essential) {
        boolean windows = context.task().facts().windows();
        List<String> exec = command.exec(windows);
        boolean ordinary = context.placement().role() == Role.MAIN;
        boolean startup = gate || (ordinary && probes.startPeriod() > 0);
        if (startup) {
            to.setStartupProbe(probes.startup(exec));
        }
        if (essential) {
            to.setLivenessProbe(probes.liveness(exec, startup));
            to.setReadinessProbe(probes.readiness(exec));
        } else {
            context.at(FIELD)
                    .report(
                            FindingCode.HEALTH_CHECK_AT_START,
                            "only the start of " + context.name() + " is checked, because others wait for it");
        }
        sayForm(command, windows, context);
    }

    private static void sayForm(Command command, boolean windows, ContainerToKubernetes context) {
        if (command.assumed()) {
            context.at(FIELD, "command")
                    .report(
                            FindingCode.HEALTH_CHECK_FORM,
                            "the command begins with neither CMD nor CMD-SHELL; it is read as "
                                    + (command.shell() ? "CMD-SHELL" : "CMD"),
                            "write [\"" + (command.shell() ? "CMD-SHELL" : "CMD")
                                    + "\", …]; Docker ignores the check otherwise");
        } else if (command.shell() && command.arguments().size() > 1) {
            context.at(FIELD, "command")
                    .report(
                            FindingCode.HEALTH_CHECK_FORM,
                            "CMD-SHELL runs only its first string, \""
                                    + command.arguments().get(0) + "\"; the others are its" + " arguments, here too",
                            "write the whole line as one string, or use CMD");
        } else if (command.isShellInDisguise(windows)) {
            context.at(FIELD, "command")
                    .report(
                            FindingCode.HEALTH_CHECK_SHELL,
                            "CMD with a shell is the form of CMD-SHELL, which is how it comes back");
        }
    }

    private static void sayNothingToRun(HealthCheck check, ContainerToKubernetes context) {
        if (HealthCommands.isNone(check.command())) {
            context.at(FIELD)
                    .report(
                            FindingCode.HEALTH_CHECK_NONE,
                            "Kubernetes ignores the health check of an image anyway; nothing is written");
        } else if (HealthTimings.isGiven(check) || HealthCommands.isWord(check.command())) {
            context.at(FIELD)
                    .report(
                            FindingCode.HEALTH_CHECK_EMPTY,
                            "a health check without a command checks nothing; nothing is written",
                            "add \"command\": [\"CMD-SHELL\", …]");
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        sayGates(context.pod());
        Probe leading = Probes.leading(from);
        if (leading == null) {
            return;
        }
        List<String> command = ProbeCommands.read(leading, from, context);
        if (command == null) {
            sayUnasked(from, leading, context);
            return;
        }
        Probes probes = Probes.of(from, leading).withinBounds();
        to.healthCheck(HealthTimings.write(command, probes));
        new ProbeFindings(from, leading, probes, context).say();
    }

    /** Without a command nothing of the other probes is written either. */
    private static void sayUnasked(Container from, Probe leading, ContainerToEcs context) {
        Probe[] all = {from.getStartupProbe(), from.getLivenessProbe(), from.getReadinessProbe()};
        for (int i = 0; i < all.length; i++) {
            if (all[i] != null && all[i] != leading) {
                context.at(PROBES.get(i))
                        .report(
                                FindingCode.PROBES_MERGED,
                                "ECS has one health check for all three probes, and none was written");
            }
        }
    }

    /** The load balancer controller's own gate says what ECS does anyway: a task counts when its target is healthy. */
    private static void sayGates(TaskToEcs pod) {
        List<PodReadinessGate> gates = pod.pod().getReadinessGates();
        for (int i = 0; i < gates.size(); i++) {
            String type = gates.get(i).getConditionType();
            if (type == null || !type.startsWith("target-health.")) {
                pod.at("spec", "readinessGates", i)
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                "nobody but health checks says when a task is ready",
                                "let the container's health check ask for what the gate stands for");
            }
        }
    }
}
