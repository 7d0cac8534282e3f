package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The variables by which the kubelet tells a container of the Services of its namespace, {@code DB_SERVICE_HOST} → the
 * Service's name, which leads there in ECS, too, and its ports
 * (https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables). They are only read where a
 * manifest refers to them: whether a program does is not in it.
 */
final class ServiceVariables {
    private static final String HOST = "_SERVICE_HOST";
    private static final String PORT = "_SERVICE_PORT";

    private ServiceVariables() {}

    /** Whether the kubelet may set a variable of this name, when the cluster has such a Service. */
    static boolean isOne(String variable, TaskToEcs pod) {
        return (variable.endsWith(HOST) || variable.endsWith(PORT))
                && !Boolean.FALSE.equals(pod.pod().getEnableServiceLinks());
    }

    /** The value of a variable; null when it tells of no Service of the input. */
    static @Nullable String value(String variable, TaskToEcs pod) {
        boolean host = variable.endsWith(HOST);
        int end = host ? variable.length() - HOST.length() : variable.lastIndexOf(PORT);
        if (end <= 0 || Boolean.FALSE.equals(pod.pod().getEnableServiceLinks())) {
            return null;
        }
        for (LocatedObject located : pod.all().manifests().of("Service")) {
            String name = located.object().getMetadata().getName();
            if (located.object() instanceof Service service
                    && variable.substring(0, end).equals(variableName(name))
                    && Objects.equals(pod.namespace(), service.getMetadata().getNamespace())
                    && hasAddress(service.getSpec())) {
                return host ? name : port(variable.substring(end + PORT.length()), service.getSpec());
            }
        }
        return null;
    }

    /** Only a Service with an address of its own, and pods behind it, is told of and reached by its name. */
    private static boolean hasAddress(@Nullable ServiceSpec spec) {
        return spec != null
                && !"None".equals(spec.getClusterIP())
                && !"ExternalName".equals(spec.getType())
                && spec.getSelector() != null
                && !spec.getSelector().isEmpty();
    }

    /** The first port, or that of a name. */
    private static @Nullable String port(String rest, ServiceSpec spec) {
        List<ServicePort> ports = spec.getPorts() == null ? List.of() : spec.getPorts();
        for (ServicePort port : ports) {
            boolean wanted =
                    rest.isEmpty() || port.getName() != null && rest.equals("_" + variableName(port.getName()));
            if (wanted && port.getPort() != null) {
                return port.getPort().toString();
            }
        }
        return null;
    }

    private static String variableName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
