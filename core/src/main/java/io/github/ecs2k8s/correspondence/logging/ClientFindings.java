package io.github.ecs2k8s.correspondence.logging;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.translation.ContainerContext;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be said about the options of a container that logs through a FireLens router: those the router's
 * configuration does not hold, and those that rely on what only ECS knows
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html).
 */
final class ClientFindings {
    private static final String FIELD = "logConfiguration";
    private static final String OPTIONS = "options";

    private ClientFindings() {}

    /** Says it. */
    static void say(ContainerContext client, boolean fluentd) {
        Map<String, String> options =
                new TreeMap<>(client.definition().logConfiguration().options());
        if (options.containsKey(RouterConfiguration.BUFFER_LIMIT)) {
            client.find(
                    FindingCode.FIRELENS_BUFFER,
                    "the buffer is the log driver's; it is left out",
                    null,
                    FIELD,
                    OPTIONS,
                    RouterConfiguration.BUFFER_LIMIT);
        }
        if (!new RouterConfiguration(fluentd).hasOutput(client)) {
            sayWithoutPlugin(client, options, fluentd);
            return;
        }
        options.forEach((option, value) -> {
            if (needsMetadata(value)) {
                client.find(
                        FindingCode.FIRELENS_METADATA,
                        option + " asks for ECS metadata, which no record and no variable has here",
                        "write the value itself, or add the field with a filter in the router's ConfigMap",
                        FIELD,
                        OPTIONS,
                        option);
            }
        });
    }

    private static void sayWithoutPlugin(ContainerContext client, Map<String, String> options, boolean fluentd) {
        for (String option : options.keySet()) {
            if (!RouterConfiguration.isForRouter(option)) {
                client.find(
                        FindingCode.FIRELENS_OUTPUT,
                        "no output is written: the options have no " + (fluentd ? "@type" : "Name"),
                        "name the output plugin",
                        FIELD,
                        OPTIONS);
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
