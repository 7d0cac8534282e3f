package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.internal.rooms.balancer.target.PodTarget;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ports that Services inside lead to, with the names by which Service Connect finds them. */
final class ConnectedPorts {
    private ConnectedPorts() {}

    /** Names the ports that Services lead to: Service Connect finds a port by its name. */
    static void name(PodDraft draft) {
        Map<String, String> labels = draft.template().getMetadata() == null
                ? null
                : draft.template().getMetadata().getLabels();
        String namespace = draft.workload().getMetadata().getNamespace();
        if (labels == null) {
            return;
        }
        Manifests manifests = draft.all().manifests();
        Callers callers = Callers.of(draft.all());
        for (LocatedObject located : ConnectedServices.sorted(manifests.servicesOf(labels, namespace))) {
            ServiceSpec spec = located.object() instanceof Service service ? service.getSpec() : null;
            if (spec == null) {
                continue;
            }
            for (int index : callers.ports(located, spec)) {
                ServicePort port = spec.getPorts().get(index);
                PodTarget target = isTcp(port) ? PodTarget.of(port, draft.pod()) : null;
                if (target != null) {
                    namePort(port, target, draft);
                }
            }
        }
    }

    private static void namePort(ServicePort port, PodTarget target, PodDraft draft) {
        String application = applicationProtocol(port.getAppProtocol());
        if (application != null) {
            draft.appProtocol(target.container().getName(), target.port(), application);
        }
        if (target.portName() != null) {
            return;
        }
        String name = name(port, target);
        List<Container> list = target.list().equals("containers")
                ? draft.edit().getContainers()
                : draft.edit().getInitContainers();
        for (ContainerPort known : list.get(target.index()).getPorts()) {
            if (Integer.valueOf(target.port()).equals(known.getContainerPort()) && isTcp(known.getProtocol())) {
                known.setName(name);
            }
        }
    }

    /** The name of the port that a Service leads to: its own where it has one, otherwise the Service's for it. */
    static String name(ServicePort port, PodTarget target) {
        String own = target.portName();
        if (own != null) {
            return own;
        }
        Set<String> taken = new HashSet<>();
        for (ContainerPort known : target.container().getPorts()) {
            taken.add(String.valueOf(known.getName()));
        }
        String wanted = port.getName();
        boolean usable = wanted != null && Names.isPortName(wanted) && !taken.contains(wanted);
        return usable ? wanted : "port-" + target.port();
    }

    private static @Nullable String applicationProtocol(@Nullable String protocol) {
        return protocol == null
                ? null
                : switch (protocol) {
                    case "http" -> "http";
                    case "http2", "kubernetes.io/h2c" -> "http2";
                    case "grpc" -> "grpc";
                    default -> null;
                };
    }

    static boolean isTcp(ServicePort port) {
        return isTcp(port.getProtocol());
    }

    private static boolean isTcp(@Nullable String protocol) {
        return protocol == null || protocol.isEmpty() || protocol.equals("TCP");
    }
}
