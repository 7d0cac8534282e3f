package io.github.ecs2k8s.internal.rooms.logging;

import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be said about the options of a container that logs through a FireLens router: those the router's
 * configuration does not hold, and those that rely on what only ECS knows
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html).
 */
final class LogClientFindings {
    private static final String FIELD = "logConfiguration";
    private static final String OPTIONS = "options";

    private LogClientFindings() {}

    /** Says it. */
    static void say(ContainerToKubernetes client, boolean fluentd) {
        Map<String, String> options =
                new TreeMap<>(client.definition().logConfiguration().options());
        if (options.containsKey(LogRouterConfiguration.BUFFER_LIMIT)) {
            client.at(FIELD, OPTIONS, LogRouterConfiguration.BUFFER_LIMIT)
                    .report(FindingCode.FIRELENS_BUFFER, "the buffer is the log driver's; it is left out");
        }
        if (!new LogRouterConfiguration(fluentd).hasOutput(client)) {
            sayWithoutPlugin(client, options, fluentd);
            return;
        }
        options.forEach((option, value) -> {
            if (needsMetadata(value)) {
                client.at(FIELD, OPTIONS, option)
                        .report(
                                FindingCode.FIRELENS_METADATA,
                                option + " asks for ECS metadata, which no record and no variable has here",
                                "write the value itself, or add the field with a filter in the router's ConfigMap");
            }
        });
    }

    private static void sayWithoutPlugin(ContainerToKubernetes client, Map<String, String> options, boolean fluentd) {
        for (String option : options.keySet()) {
            if (!LogRouterConfiguration.isForRouter(option)) {
                client.at(FIELD, OPTIONS)
                        .report(
                                FindingCode.FIRELENS_OUTPUT,
                                "no output is written: the options have no " + (fluentd ? "@type" : "Name"),
                                "name the output plugin");
                return;
            }
        }
    }

    /** ECS adds these fields to the records, and the init images of Fluent Bit the variables of the same names. */
    private static boolean needsMetadata(String value) {
        String text = value.toLowerCase(Locale.ROOT);
        return text.contains("ecs_cluster") || text.contains("ecs_task") || text.contains("ec2_instance_id");
    }
}
