package io.github.ecs2k8s.internal.rooms.logging;

import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.FirelensConfiguration;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.Secret;

/**
 * The configuration file that the ECS agent generates for a FireLens log router, generated here: the inputs, the
 * filters of each container, the user's own file, and one output for each container that logs through the router
 * (https://aws.amazon.com/blogs/containers/under-the-hood-firelens-for-amazon-ecs-tasks/,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-filtering-logs.html).
 *
 * <p>Fluent Bit's health check listens on port 8877 as in ECS, because the documented health check of a router
 * speaks to it. The records' ECS metadata is left out: only the running task knows it.
 */
final class LogRouterConfiguration {
    /** The option that is the log driver's own; no output plugin knows it. */
    static final String BUFFER_LIMIT = "log-driver-buffer-limit";

    private static final String INCLUDE = "include-pattern";
    private static final String EXCLUDE = "exclude-pattern";
    private static final String HEALTH_TAG = "firelens-healthcheck";

    private final StringBuilder text = new StringBuilder();
    private final boolean fluentd;

    /**
     * An empty file.
     *
     * @param fluentd whether it is for Fluentd; otherwise it is for Fluent Bit
     */
    LogRouterConfiguration(boolean fluentd) {
        this.fluentd = fluentd;
    }

    /** The whole file. */
    static String of(FirelensConfiguration configuration, TaskToKubernetes task) {
        LogRouterConfiguration file = new LogRouterConfiguration(LogRouter.isFluentd(configuration));
        List<ContainerToKubernetes> clients = LogRouter.clients(task);
        file.inputs();
        for (ContainerToKubernetes client : clients) {
            file.filters(client);
        }
        file.include(LogRouter.includedFile(configuration));
        file.healthOutput();
        for (ContainerToKubernetes client : clients) {
            file.output(client);
        }
        return file.text.toString().stripTrailing() + "\n";
    }

    /** Whether a file is one of a log router as generated here: it listens to its own pod, not to a whole node. */
    static boolean servesOnlyItsPod(String file) {
        return file.contains("forward") && file.contains("127.0.0.1") && file.contains("24224");
    }

    private void inputs() {
        if (fluentd) {
            text.append("<source>\n    @type forward\n    bind 127.0.0.1\n    port 24224\n</source>\n\n");
        } else {
            text.append("[INPUT]\n    Name forward\n    Listen 127.0.0.1\n    Port 24224\n\n");
            text.append("[INPUT]\n    Name tcp\n    Tag ").append(HEALTH_TAG);
            text.append("\n    Listen 127.0.0.1\n    Port 8877\n\n");
        }
    }

    private void healthOutput() {
        if (!fluentd) {
            text.append("[OUTPUT]\n    Name null\n    Match ")
                    .append(HEALTH_TAG)
                    .append("\n\n");
        }
    }

    private void include(@Nullable String file) {
        if (file != null) {
            text.append(fluentd ? "@include " : "@INCLUDE ").append(file).append("\n\n");
        }
    }

    private void filters(ContainerToKubernetes client) {
        Map<String, String> options = client.definition().logConfiguration().options();
        filter(options.get(INCLUDE), "Regex", "regexp", client);
        filter(options.get(EXCLUDE), "Exclude", "exclude", client);
    }

    private void filter(@Nullable String pattern, String key, String section, ContainerToKubernetes client) {
        if (pattern == null) {
            return;
        }
        if (fluentd) {
            text.append("<filter ")
                    .append(tag(client))
                    .append(">\n    @type grep\n    <")
                    .append(section);
            text.append(">\n        key log\n        pattern ").append(pattern);
            text.append("\n    </").append(section).append(">\n</filter>\n\n");
        } else {
            text.append("[FILTER]\n    Name grep\n    Match ").append(tag(client));
            text.append("\n    ").append(key).append(" log ").append(pattern).append("\n\n");
        }
    }

    /** Whether an option speaks to the router or the log driver, not to an output plugin. */
    static boolean isForRouter(String option) {
        return option.equals(INCLUDE) || option.equals(EXCLUDE) || option.equals(BUFFER_LIMIT);
    }

    /** Whether a container's options name the plugin of an output. */
    boolean hasOutput(ContainerToKubernetes client) {
        return removeType(options(client)) != null;
    }

    private @Nullable String removeType(Map<String, String> options) {
        return fluentd ? options.remove("@type") : remove(options, "Name");
    }

    /** An output without a plugin's name is the business of the user's own file. */
    private void output(ContainerToKubernetes client) {
        Map<String, String> options = options(client);
        String type = removeType(options);
        if (type == null) {
            return;
        }
        if (fluentd) {
            text.append("<match ").append(tag(client)).append(">\n    @type ").append(type);
        } else {
            // A Match among the options would stand second and win.
            String match = remove(options, "Match");
            text.append("[OUTPUT]\n    Name ").append(type).append("\n    Match ");
            text.append(match == null ? tag(client) : match);
        }
        text.append('\n');
        options.forEach((key, value) ->
                text.append("    ").append(key).append(' ').append(value).append('\n'));
        text.append(fluentd ? "</match>\n\n" : "\n");
    }

    /** The output plugin's options, sorted; secret ones refer to variables of the router. */
    private Map<String, String> options(ContainerToKubernetes client) {
        LogConfiguration log = client.definition().logConfiguration();
        Map<String, String> options = new TreeMap<>(log.options());
        for (Secret secret : log.secretOptions()) {
            if (secret.name() != null) {
                String variable = LogRouter.variable(secret.name(), client);
                options.put(secret.name(), fluentd ? "\"#{ENV['" + variable + "']}\"" : "${" + variable + "}");
            }
        }
        options.keySet().removeIf(LogRouterConfiguration::isForRouter);
        return options;
    }

    /** The pattern of a container's tags: the log driver appends the task's number to the container's ECS name. */
    private String tag(ContainerToKubernetes client) {
        String name = client.definition().name();
        return (name == null ? client.name() : name) + (fluentd ? "-firelens**" : "-firelens*");
    }

    private static @Nullable String remove(Map<String, String> options, String key) {
        for (String present : options.keySet()) {
            if (present.equalsIgnoreCase(key)) {
                return options.remove(present);
            }
        }
        return null;
    }
}
