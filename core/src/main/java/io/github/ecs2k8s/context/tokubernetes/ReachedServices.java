package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Services of a translation: one for each way in which a workload is reached, however many rooms ask for it. Rooms
 * never make Services themselves.
 */
public final class ReachedServices {

    /** A way in which a workload is reached. */
    public enum Way {
        /** By its name inside the cluster; what an Ingress or a route points at. */
        CLUSTER_IP(null, ""),
        /** By the addresses of its pods, through DNS. */
        HEADLESS(null, "-headless"),
        /** By a port on every node. */
        NODE_PORT("NodePort", "-nodeport"),
        /** By a network load balancer of its own. */
        LOAD_BALANCER("LoadBalancer", "-nlb");

        private final @Nullable String type;
        private final String suffix;

        Way(@Nullable String type, String suffix) {
            this.type = type;
            this.suffix = suffix;
        }
    }

    private final BundleToKubernetes bundle;
    private final Map<String, Service> made = new LinkedHashMap<>();

    ReachedServices(BundleToKubernetes bundle) {
        this.bundle = bundle;
    }

    /** The Service for a way of reaching a workload, named after the workload; made when first asked for. */
    public Service of(LaunchToKubernetes launch, Way way) {
        String key = way + " " + identity(launch);
        return made.computeIfAbsent(key, unused -> make(launch, way, launch.name() + way.suffix, key));
    }

    /**
     * The Service under which clients know a workload: a registered name, an alias. One that is the workload's own
     * Service, because the name and the way are the same, is that one.
     *
     * @param name the name as clients say it; made valid where it is not
     */
    public Service named(LaunchToKubernetes launch, Way way, String name) {
        if (way == Way.CLUSTER_IP && name.equals(launch.name())) {
            return of(launch, way);
        }
        String key = way + " " + identity(launch) + " as " + name;
        return made.computeIfAbsent(key, unused -> make(launch, way, name, key));
    }

    /**
     * A Service that is another name for a host outside the cluster.
     *
     * @param namespace where clients say the name, null for the namespace kubectl is set to
     * @param name the name as clients say it; made valid where it is not
     */
    public Service external(@Nullable String namespace, String name, String host) {
        String key = "EXTERNAL " + namespace + "/" + name;
        return made.computeIfAbsent(key, unused -> {
            ServiceSpec spec = new ServiceSpec();
            spec.setType("ExternalName");
            spec.setExternalName(host);
            Service service = new Service();
            service.setMetadata(new ObjectMeta());
            service.setSpec(spec);
            BundleToKubernetes there = bundle.in(namespace);
            service.getMetadata().setName(there.names("Service").unique(serviceName(name), key));
            there.add(service);
            return service;
        });
    }

    private static String identity(LaunchToKubernetes launch) {
        return launch.namespace() + "/" + launch.name();
    }

    private Service make(LaunchToKubernetes launch, Way way, String name, String original) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setLabels(launch.selector());
        metadata.setAnnotations(new LinkedHashMap<>());
        ServiceSpec spec = new ServiceSpec();
        spec.setType(way.type);
        if (way == Way.HEADLESS) {
            spec.setClusterIP("None");
        }
        spec.setSelector(launch.selector());
        spec.setPorts(new ArrayList<>());
        Service service = new Service();
        service.setMetadata(metadata);
        service.setSpec(spec);
        BundleToKubernetes there = bundle.in(launch.namespace());
        metadata.setName(there.names("Service").unique(serviceName(name), original));
        there.add(service);
        return service;
    }

    /** A Service's name is a DNS label that begins with a letter. */
    private static String serviceName(String name) {
        String label = Names.dnsLabel(name);
        return Character.isDigit(label.charAt(0)) ? Names.dnsLabel("s-" + label) : label;
    }

    /**
     * The port of a Service under which a container's port is reached, added when it is not there yet.
     *
     * @param port the port clients connect to
     * @param container the container as placed in the pod; null when only the number is known
     * @param target the container's port
     * @param protocol TCP, UDP or SCTP; null means TCP
     * @return null when the Service has this port for something else already
     */
    public @Nullable ServicePort port(
            Service service,
            int port,
            @Nullable ContainerToKubernetes container,
            int target,
            @Nullable String protocol) {
        List<ServicePort> ports = service.getSpec().getPorts();
        String written = protocol == null || protocol.equals("TCP") ? null : protocol;
        ContainerPort containerPort = container == null ? null : containerPort(container, target, protocol);
        IntOrString targetPort = containerPort != null && containerPort.getName() != null
                ? new IntOrString(containerPort.getName())
                : new IntOrString(target);
        for (ServicePort known : ports) {
            if (known.getPort() == port && Objects.equals(known.getProtocol(), written)) {
                return known.getTargetPort().equals(targetPort) ? known : null;
            }
        }
        ServicePort added = new ServicePort();
        added.setPort(port);
        added.setProtocol(written);
        added.setTargetPort(targetPort);
        if (containerPort != null) {
            added.setName(containerPort.getName());
        }
        ports.add(added);
        nameAll(ports);
        return added;
    }

    /** Several ports of one Service need a name each, all different; a single one keeps its own or none. */
    private static void nameAll(List<ServicePort> ports) {
        if (ports.size() < 2) {
            return;
        }
        NameScope names = new NameScope();
        for (ServicePort port : ports) {
            String number = protocol(port).toLowerCase(Locale.ROOT) + "-" + port.getPort();
            port.setName(names.unique(port.getName() == null ? number : port.getName(), number));
        }
    }

    private static String protocol(ServicePort port) {
        return port.getProtocol() == null ? "TCP" : port.getProtocol();
    }

    /** The declared port of a container, null when the container declares no such port. */
    public static @Nullable ContainerPort containerPort(
            ContainerToKubernetes container, int number, @Nullable String protocol) {
        String wanted = protocol == null ? "TCP" : protocol;
        for (ContainerPort port : container.container().getPorts()) {
            String given = port.getProtocol() == null ? "TCP" : port.getProtocol();
            if (port.getContainerPort() == number && given.equals(wanted)) {
                return port;
            }
        }
        return null;
    }
}
