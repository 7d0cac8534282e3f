package io.github.ecs2k8s.correspondence.logging;

import io.github.ecs2k8s.translation.ContainerContext;
import io.github.ecs2k8s.translation.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.FirelensConfiguration;
import software.amazon.awssdk.services.ecs.model.FirelensConfigurationType;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/**
 * The configuration that the ECS agent generates for a FireLens log router, generated here
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html,
 * https://aws.amazon.com/blogs/containers/under-the-hood-firelens-for-amazon-ecs-tasks/): an input on port 24224, what the
 * user's own file says, and one output for each container that logs through the router.
 */
final class Router {
    private static final String FILE_TYPE = "config-file-type";
    private static final String FILE = "config-file-value";
    // Options of the log driver itself, not of the output plugin.
    private static final String DRIVER_OPTION = "log-driver-buffer-limit";

    private final StringBuilder text = new StringBuilder();
    private final boolean fluentd;

    private Router(boolean fluentd) {
        this.fluentd = fluentd;
    }

    /** The Kubernetes name of the task's log router, null when it has none. */
    static @Nullable String name(TaskContext task) {
        for (ContainerContext container : task.containers()) {
            if (container.definition().firelensConfiguration() != null) {
                return container.name();
            }
        }
        return null;
    }

    /** Containers whose log driver is awsfirelens, the router itself excepted. */
    static List<ContainerContext> clients(TaskContext task) {
        List<ContainerContext> clients = new ArrayList<>();
        for (ContainerContext container : task.containers()) {
            LogConfiguration log = container.definition().logConfiguration();
            if (log != null && log.logDriver() == LogDriver.AWSFIRELENS) {
                clients.add(container);
            }
        }
        return clients;
    }

    static boolean isFluentd(FirelensConfiguration configuration) {
        return configuration.type() == FirelensConfigurationType.FLUENTD;
    }

    /** Whether the user's own file is one in the image, which the generated one includes; null when there is none. */
    static @Nullable String includedFile(FirelensConfiguration configuration) {
        Map<String, String> options = configuration.options();
        return "file".equals(options.get(FILE_TYPE)) ? options.get(FILE) : null;
    }

    /** The user's own file in S3, null when there is none. */
    static @Nullable String fileInS3(FirelensConfiguration configuration) {
        Map<String, String> options = configuration.options();
        return "s3".equals(options.get(FILE_TYPE)) ? options.get(FILE) : null;
    }

    /** The whole configuration file. */
    static String configuration(FirelensConfiguration configuration, TaskContext task) {
        Router router = new Router(isFluentd(configuration));
        router.input();
        String file = includedFile(configuration);
        if (file != null) {
            router.text
                    .append(router.fluentd ? "@include " : "@INCLUDE ")
                    .append(file)
                    .append("\n\n");
        }
        for (ContainerContext client : clients(task)) {
            router.output(client);
        }
        return router.text.toString().stripTrailing() + "\n";
    }

    private void input() {
        if (fluentd) {
            text.append("<source>\n    @type forward\n    bind 127.0.0.1\n    port 24224\n</source>\n\n");
        } else {
            text.append("[INPUT]\n    Name forward\n    Listen 127.0.0.1\n    Port 24224\n\n");
        }
    }

    /** An output without a plugin's name is the business of the user's own file. */
    private void output(ContainerContext client) {
        LogConfiguration log = client.definition().logConfiguration();
        Map<String, String> options = new TreeMap<>(log.options());
        log.secretOptions().forEach(secret -> {
            if (secret.name() != null) {
                options.put(
                        secret.name(),
                        fluentd
                                ? "\"#{ENV['" + variable(secret.name(), client) + "']}\""
                                : "${" + variable(secret.name(), client) + "}");
            }
        });
        options.remove(DRIVER_OPTION);
        String type = fluentd ? options.remove("@type") : remove(options, "Name");
        if (type == null) {
            return;
        }
        String match = client.definition().name() + "-firelens*";
        if (fluentd) {
            text.append("<match ")
                    .append(match)
                    .append("*>\n    @type ")
                    .append(type)
                    .append('\n');
        } else {
            text.append("[OUTPUT]\n    Name ")
                    .append(type)
                    .append("\n    Match ")
                    .append(match)
                    .append('\n');
        }
        options.forEach((key, value) ->
                text.append("    ").append(key).append(' ').append(value).append('\n'));
        text.append(fluentd ? "</match>\n\n" : "\n");
    }

    private static @Nullable String remove(Map<String, String> options, String key) {
        for (String present : options.keySet()) {
            if (present.equalsIgnoreCase(key)) {
                return options.remove(present);
            }
        }
        return null;
    }

    /** The router's variable that holds a secret option of one container. */
    static String variable(String option, ContainerContext client) {
        StringBuilder name = new StringBuilder();
        String text = option + "_" + client.name();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            name.append(word ? Character.toUpperCase(c) : '_');
        }
        return name.toString();
    }
}
