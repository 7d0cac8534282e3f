package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.target.PodTarget;
import io.github.ecs2k8s.internal.rooms.network.discovery.ReferencedHosts.Said;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.ServiceConnectConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceConnectService;

/**
 * Kubernetes Service inside the cluster → Service Connect of the ECS services behind it, with the name and the port that
 * clients say.
 *
 * <p>A Service that only an Ingress, a route or its own load balancer leads to needs no name inside; it gets one when
 * somebody in the input says it. All services of a namespace with such a name, and of those that call each other, become
 * clients, because what their images say cannot be seen.
 */
final class ConnectedServices {
    private final BundleToEcs context;
    private final Callers callers;
    private final ConnectedNamespaces neighborhoods;
    private final Map<LaunchToEcs, List<ServiceConnectService>> served = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> inUse = new HashSet<>();

    ConnectedServices(BundleToEcs context) {
        this.context = context;
        this.callers = Callers.of(context);
        this.neighborhoods = new ConnectedNamespaces(context.manifests(), callers);
    }

    /** Writes the configuration of every service. */
    void write() {
        List<ConnectedService> services = new ArrayList<>();
        for (LocatedObject located : sorted(context.manifests().of("Service"))) {
            if (located.object() instanceof Service service && service.getSpec() != null) {
                ConnectedService connected = connect(located, service.getSpec());
                if (connected != null) {
                    services.add(connected);
                }
            }
        }
        ServiceAliases others = new ServiceAliases(context);
        for (ConnectedService service : services) {
            others.write(service);
            for (int index : callers.ports(service.located(), service.spec())) {
                serve(service, index, service.alias());
            }
        }
        for (LaunchToEcs workload : context.workloads()) {
            CreateServiceRequest.Builder service = workload.service();
            if (service != null && inUse.contains(neighborhoods.of(workload.namespace())) && canConnect(workload)) {
                List<ServiceConnectService> ports = served.get(workload);
                String namespace = neighborhoods.of(workload.namespace());
                service.serviceConnectConfiguration(ServiceConnectConfiguration.builder()
                        .enabled(true)
                        .namespace(DiscoveryNamespaces.reference(namespace, context))
                        .services(ports == null || ports.isEmpty() ? null : ports)
                        .build());
            }
        }
    }

    private @Nullable ConnectedService connect(LocatedObject located, ServiceSpec spec) {
        if (!Callers.selects(spec)) {
            return null;
        }
        List<LaunchToEcs> behind = behind(located, spec);
        if (behind.isEmpty()) {
            sayNobody(located);
            return null;
        }
        context.use(located);
        if (!callers.isConnected(located, spec)) {
            return null;
        }
        LaunchToEcs first = behind.get(0);
        if (!canConnect(first)) {
            boolean once = first.service() == null;
            context.at(located.node(), "spec")
                    .report(
                            FindingCode.SERVICE_NAME,
                            once
                                    ? first.name() + " runs once; Service Connect leads to services only"
                                    : "Service Connect does not work in the network of the host",
                            once ? null : "let callers use a load balancer, or leave out hostNetwork");
            return null;
        }
        String name = located.object().getMetadata().getName();
        for (int i = 1; i < behind.size(); i++) {
            context.at(located.node(), "spec", "selector")
                    .report(
                            FindingCode.SERVICE_NAME,
                            "a name of Service Connect leads to one service: " + name + " leads to " + first.name()
                                    + " and not to " + behind.get(i).name(),
                            "put a load balancer before both, or one Service for each");
        }
        List<Said> near = callers.said(located, spec);
        List<Said> far = new ArrayList<>(near);
        String namespace = located.object().getMetadata().getNamespace();
        near.removeIf(said -> !said.takesPart() || !neighborhoods.together(said.namespace(), namespace));
        far.removeAll(near);
        return new ConnectedService(located, spec, behind, near, far);
    }

    private List<LaunchToEcs> behind(LocatedObject located, ServiceSpec spec) {
        List<LaunchToEcs> behind = context.selectedBy(
                spec.getSelector(), located.object().getMetadata().getNamespace());
        behind.sort(Comparator.comparing(LaunchToEcs::name)
                .thenComparing(workload -> workload.workload().getKind()));
        return behind;
    }

    /** By name: who comes first has the name or the port, in any order of documents. */
    static List<LocatedObject> sorted(List<LocatedObject> services) {
        List<LocatedObject> sorted = new ArrayList<>(services);
        sorted.sort(Comparator.comparing((LocatedObject located) ->
                        String.valueOf(located.object().getMetadata().getNamespace()))
                .thenComparing(located -> located.object().getMetadata().getName()));
        return sorted;
    }

    /** Service Connect needs a service, and not the network of the host. */
    private static boolean canConnect(LaunchToEcs workload) {
        return workload.service() != null
                && !Boolean.TRUE.equals(workload.template().getSpec().getHostNetwork());
    }

    private void serve(ConnectedService service, int index, String name) {
        LocatedObject located = service.located();
        LaunchToEcs workload = service.behind().get(0);
        ServicePort port = service.spec().getPorts().get(index);
        if (!ConnectedPorts.isTcp(port)) {
            context.at(located.node(), "spec", "ports", index)
                    .report(
                            FindingCode.SERVICE_NAME,
                            "Service Connect carries TCP only; port " + port.getPort() + " of " + name
                                    + " is not reached by it",
                            "let clients use a network load balancer, or Cloud Map: make the Service headless");
            return;
        }
        PodTarget target = PodTarget.of(port, workload.template().getSpec());
        String portName = target == null ? null : portName(workload, port, target);
        if (portName == null) {
            context.at(located.node(), "spec", "ports", index)
                    .report(
                            FindingCode.SERVICE_NAME,
                            "no container of " + workload.name() + " has the port that it leads to",
                            "name the port in the container's ports");
            return;
        }
        // The name of a headless Service leads to addresses of pods, where callers say the pods' own ports.
        Integer number = service.isHeadless() && target != null ? Integer.valueOf(target.port()) : port.getPort();
        List<ServiceConnectService> services = served.computeIfAbsent(workload, unused -> new ArrayList<>());
        for (ServiceConnectService known : services) {
            if (known.portName().equals(portName)) {
                context.at(located.node(), "spec", "ports", index, "port")
                        .report(
                                FindingCode.SERVICE_NAME,
                                "Service Connect has one name for a port: " + known.portName() + " of "
                                        + workload.name()
                                        + " is called "
                                        + known.clientAliases().get(0).dnsName() + ":"
                                        + known.clientAliases().get(0).port() + " already, and not " + name + ":"
                                        + number,
                                "let clients say that name, or list the port once more under another number");
                return;
            }
        }
        inUse.add(neighborhoods.of(workload.namespace()));
        services.add(ServiceConnectService.builder()
                .portName(portName)
                .discoveryName(discoveryName(
                        located, portName, service.spec().getPorts().size() > 1))
                .clientAliases(alias -> alias.port(number).dnsName(name))
                .build());
    }

    /** A name in Cloud Map that nobody else has. */
    private String discoveryName(LocatedObject located, String portName, boolean several) {
        String name = located.object().getMetadata().getName();
        String namespace = located.object().getMetadata().getNamespace();
        String wanted = several ? name + "-" + portName : name;
        String prefix = neighborhoods.of(namespace) + "/";
        String free = wanted.length() > 60 ? wanted.substring(0, 60) : wanted;
        if (names.contains(prefix + free)
                && wanted.length() + ReferencedHosts.space(namespace).length() < 60) {
            wanted = wanted + "-" + ReferencedHosts.space(namespace);
            free = wanted;
        }
        for (int i = 2; !names.add(prefix + free); i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    /**
     * The name of the port in the task definition; the Pod's, where the task definition has none because it was kept from
     * before ({@code --preserve}), so that there and back lead to the same configuration.
     */
    private static @Nullable String portName(LaunchToEcs workload, ServicePort port, PodTarget target) {
        for (ContainerDefinition container : workload.task().definition().containerDefinitions()) {
            for (PortMapping mapping : container.portMappings()) {
                boolean same = mapping.containerPort() != null && mapping.containerPort() == target.port();
                if (target.container().getName().equals(container.name()) && same) {
                    return mapping.name() == null ? ConnectedPorts.name(port, target) : mapping.name();
                }
            }
        }
        return null;
    }

    private void sayNobody(LocatedObject located) {
        context.at(located.node(), "spec")
                .report(
                        FindingCode.SERVICE_NAME,
                        "Service " + located.object().getMetadata().getName()
                                + " selects no workload of the input; nothing is" + " written for it",
                        "give the workload as a further input");
        context.use(located);
    }
}
