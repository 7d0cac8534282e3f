package io.github.ecs2k8s.internal.rooms.logging;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.WorkloadKind;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;

/**
 * ECS logConfiguration ⇄ nothing: a container's standard output is kept by its node, and {@code kubectl logs} shows it.
 * Back, it goes to CloudWatch Logs, see {@link CloudWatchLogs}: without a log driver nothing of it is kept on Fargate.
 *
 * <p>Kubernetes has no log drivers. What a driver ships elsewhere is an agent's job, one for each node
 * (https://kubernetes.io/docs/concepts/cluster-administration/logging/,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html). The options of the driver
 * awsfirelens become the log router's, see {@link FireLens}.
 */
public final class Logging implements ContainerCorrespondence, BundleCorrespondence {
    private static final String FIELD = "logConfiguration";

    @Override
    public Term term() {
        return Term.LOGGING;
    }

    @Override
    public List<OwnedField> ecs() {
        String log = "containerDefinitions[].logConfiguration.";
        return List.of(
                OwnedField.nowhere(log + "logDriver"),
                OwnedField.nowhere(log + "options{}"),
                OwnedField.nowhere(log + "secretOptions[].name"),
                OwnedField.nowhere(log + "secretOptions[].valueFrom"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        LogConfiguration log = from.logConfiguration();
        if (log == null) {
            return;
        }
        String driver = log.logDriverAsString();
        if (driver == null || driver.isBlank()) {
            sayNothingNamed(log, context);
            return;
        }
        switch (driver) {
            case "awslogs" ->
                sayLocal(driver, "for CloudWatch Logs, install the Amazon CloudWatch Observability add-on", context);
            case "json-file", "journald", "local", "none" -> sayLocal(driver, null, context);
            case "awsfirelens" -> sayFireLens(context);
            default ->
                context.at(FIELD)
                        .report(
                                FindingCode.LOG_DRIVER,
                                "Kubernetes has no log driver " + driver + "; the output stays on the node: "
                                        + command(context),
                                "run an agent on every node, for example a Fluent Bit DaemonSet with the output "
                                        + output(driver));
        }
    }

    private static void sayNothingNamed(LogConfiguration log, ContainerToKubernetes context) {
        if (!log.options().isEmpty() || !log.secretOptions().isEmpty()) {
            context.at(FIELD)
                    .report(
                            FindingCode.LOG_DRIVER,
                            "no log driver is named; the output stays on the node: " + command(context));
        }
    }

    private static void sayLocal(String driver, @Nullable String hint, ContainerToKubernetes context) {
        context.at(FIELD).report(FindingCode.LOGS_TO_STDOUT, driver + " is not needed: " + command(context), hint);
    }

    /**
     * Fluent Bit's output plugin that ships to where a log driver does
     * (https://docs.fluentbit.io/manual/data-pipeline/outputs).
     */
    private static String output(String driver) {
        return switch (driver) {
            case "fluentd" -> "forward";
            case "logentries", "sumologic" -> "http";
            default -> driver;
        };
    }

    private static void sayFireLens(ContainerToKubernetes context) {
        String router = LogRouter.name(context.task());
        if (router == null) {
            context.at(FIELD)
                    .report(
                            FindingCode.FIRELENS_WITHOUT_ROUTER,
                            "no container has a firelensConfiguration; the output stays on the node: "
                                    + command(context),
                            "add the log router's container");
            return;
        }
        context.at(FIELD)
                .report(
                        FindingCode.FIRELENS_NO_DRIVER,
                        "no log driver brings the output to " + router + "; it stays on the node: " + command(context),
                        "send logs to 127.0.0.1:24224, tagged "
                                + context.definition().name()
                                + "-firelens, with a Fluent logger, or run Fluent Bit as a DaemonSet with the router's outputs");
    }

    /** The command that shows the container's output, for the kind of workload it is in. */
    private static String command(ContainerToKubernetes context) {
        String name = context.task().facts().workloadName();
        WorkloadKind kind = context.task().facts().kind();
        String target = switch (kind) {
            case DEPLOYMENT -> "deploy/" + name;
            case STATEFULSET -> "sts/" + name;
            case DAEMONSET -> "ds/" + name;
            case JOB -> "job/" + name;
            case POD -> "pod/" + name;
            case CRONJOB, PODTEMPLATE -> "-l app.kubernetes.io/name=" + name;
        };
        return "kubectl logs " + target + " -c " + context.name();
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        CloudWatchLogs.configure(to, context.pod().family());
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        // Every container's output is a matter of its own.
    }

    /** Says once where all output goes: a Pod says nothing about it, and every task would get the same finding. */
    @Override
    public void toEcs(BundleToEcs context) {
        CloudWatchLogs.say(context);
    }
}
