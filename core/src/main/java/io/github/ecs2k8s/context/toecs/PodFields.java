package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.github.ecs2k8s.kubernetes.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The downward API: fields of a Pod as variables of its containers. What is the same in every Pod of the workload is
 * known before any runs; the rest a task learns from its metadata endpoint
 * (https://kubernetes.io/docs/concepts/workloads/pods/downward-api/,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4-fargate-response.html).
 */
public final class PodFields {
    private static final String LABEL = "metadata.labels['";
    private static final String ANNOTATION = "metadata.annotations['";
    private static final String END = "']";

    private final TaskToEcs pod;
    private final Container container;

    PodFields(TaskToEcs pod, Container container) {
        this.pod = pod;
        this.container = container;
    }

    /** The value of a field, null when only the running Pod has it. */
    @Nullable String value(EnvVarSource source) {
        if (source.getResourceFieldRef() != null) {
            return resource(source.getResourceFieldRef());
        }
        return source.getFieldRef() == null || source.getFieldRef().getFieldPath() == null
                ? null
                : field(source.getFieldRef().getFieldPath());
    }

    private @Nullable String field(String path) {
        PodTemplateSpec template = pod.template();
        ObjectMeta metadata = template.getMetadata();
        if (path.startsWith(LABEL) && path.endsWith(END)) {
            return get(metadata.getLabels(), path.substring(LABEL.length(), path.length() - END.length()));
        }
        if (path.startsWith(ANNOTATION) && path.endsWith(END)) {
            return get(metadata.getAnnotations(), path.substring(ANNOTATION.length(), path.length() - END.length()));
        }
        return switch (path) {
            case "spec.serviceAccountName" -> or(pod.pod().getServiceAccountName(), "default");
            case "metadata.namespace" -> or(pod.namespace(), "default");
            case "metadata.name" -> "Pod".equals(pod.workload().getKind()) ? pod.workloadName() : null;
            case "spec.nodeName" -> pod.pod().getNodeName();
            default -> null;
        };
    }

    private static @Nullable String get(@Nullable Map<String, String> map, String key) {
        return map == null ? null : map.get(key);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** A request or limit in units of the divisor, rounded up; a limit counts as request where there is none. */
    private @Nullable String resource(ResourceFieldSelector selector) {
        Container of = container(selector.getContainerName());
        String path = selector.getResource();
        if (of == null || of.getResources() == null || path == null) {
            return null;
        }
        int dot = path.indexOf('.');
        String resource = path.substring(dot + 1);
        Quantity limit = of.getResources().getLimits().get(resource);
        Quantity request = of.getResources().getRequests().get(resource);
        Quantity quantity = path.startsWith("requests.") && request != null ? request : limit;
        String divisor =
                selector.getDivisor() == null ? "1" : selector.getDivisor().toString();
        return quantity == null ? null : divided(quantity.toString(), divisor);
    }

    private @Nullable Container container(@Nullable String name) {
        if (name == null || name.isEmpty() || name.equals(container.getName())) {
            return container;
        }
        for (ContainerToEcs other : pod.containers()) {
            if (name.equals(other.container().getName())) {
                return other.container();
            }
        }
        return null;
    }

    private static @Nullable String divided(String quantity, String divisor) {
        BigDecimal amount = Quantities.parse(quantity);
        BigDecimal unit = Quantities.parse(divisor);
        if (amount == null || unit == null) {
            return null;
        }
        // A divisor of zero is how the API server writes that there is none.
        return amount.divide(unit.signum() == 0 ? BigDecimal.ONE : unit, 0, RoundingMode.CEILING)
                .toPlainString();
    }

    /** Where a task learns what no input tells. */
    public static String wayOut(EnvVarSource source) {
        if (source.getResourceFieldRef() != null) {
            return "set the limit it refers to, or ask ${ECS_CONTAINER_METADATA_URI_V4}/task: Limits";
        }
        String path = source.getFieldRef() == null ? null : source.getFieldRef().getFieldPath();
        if (path == null) {
            return "bring the file with the image, or fetch it at the start";
        }
        return switch (path) {
            case "metadata.name", "metadata.uid" ->
                "ask at the start who the task is: ${ECS_CONTAINER_METADATA_URI_V4}/task, TaskARN";
            case "status.podIP", "status.podIPs" ->
                "ask at the start for the address: ${ECS_CONTAINER_METADATA_URI_V4}, Networks[0].IPv4Addresses[0]";
            case "status.hostIP", "status.hostIPs", "spec.nodeName" ->
                "a Fargate task has no host to reach; on EC2 ask the instance: http://169.254.169.254/latest/meta-data/";
            default -> "write the value into the manifest";
        };
    }
}
