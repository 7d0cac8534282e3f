package io.github.ecs2k8s.internal.rooms.logging;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.FirelensConfiguration;
import software.amazon.awssdk.services.ecs.model.FirelensConfigurationType;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/**
 * What a task definition or a pod says about its FireLens log router and the containers that log through it
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html).
 */
final class LogRouter {
    private static final String FILE_TYPE = "config-file-type";
    private static final String FILE = "config-file-value";

    private LogRouter() {}

    /** The Kubernetes name of the task's log router, null when it has none. */
    static @Nullable String name(TaskToKubernetes task) {
        for (ContainerToKubernetes container : task.containers()) {
            if (container.definition().firelensConfiguration() != null) {
                return container.name();
            }
        }
        return null;
    }

    /** Containers whose log driver is awsfirelens. */
    static List<ContainerToKubernetes> clients(TaskToKubernetes task) {
        List<ContainerToKubernetes> clients = new ArrayList<>();
        for (ContainerToKubernetes container : task.containers()) {
            LogConfiguration log = container.definition().logConfiguration();
            if (log != null && log.logDriver() == LogDriver.AWSFIRELENS) {
                clients.add(container);
            }
        }
        return clients;
    }

    /** Whether the router is Fluentd; otherwise it is Fluent Bit. */
    static boolean isFluentd(FirelensConfiguration configuration) {
        return configuration.type() == FirelensConfigurationType.FLUENTD;
    }

    /** The user's own file in the router's image, which the generated one includes; null when there is none. */
    static @Nullable String includedFile(FirelensConfiguration configuration) {
        Map<String, String> options = configuration.options();
        return "file".equals(options.get(FILE_TYPE)) ? options.get(FILE) : null;
    }

    /** The ARN of the user's own file in S3, null when there is none. */
    static @Nullable String fileInS3(FirelensConfiguration configuration) {
        Map<String, String> options = configuration.options();
        return "s3".equals(options.get(FILE_TYPE)) ? options.get(FILE) : null;
    }

    /** Whether ECS would add the names of cluster and task to every record, as it does unless told not to. */
    static boolean addsMetadata(FirelensConfiguration configuration) {
        return !"false".equals(configuration.options().get("enable-ecs-log-metadata"));
    }

    /** The router's variable that holds a secret option of one container. */
    static String variable(String option, ContainerToKubernetes client) {
        StringBuilder name = new StringBuilder();
        String text = option + "_" + client.name();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            name.append(word ? Character.toUpperCase(c) : '_');
        }
        return name.toString();
    }

    /** The text a file is mounted from, empty when the input does not hold it. */
    static String file(VolumeMount mount, TaskToEcs pod) {
        for (Volume volume : pod.pod().getVolumes()) {
            if (volume.getConfigMap() != null && Objects.equals(volume.getName(), mount.getName())) {
                return file(volume.getConfigMap().getName(), mount.getSubPath(), pod);
            }
        }
        return "";
    }

    private static String file(@Nullable String configMap, @Nullable String key, TaskToEcs pod) {
        for (HasMetadata object : pod.bundle().objects()) {
            if (key != null
                    && object instanceof ConfigMap found
                    && found.getMetadata().getName().equals(configMap)
                    && found.getData() != null) {
                return found.getData().getOrDefault(key, "");
            }
        }
        return "";
    }
}
