package io.github.ecs2k8s.internal.rooms.port;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/**
 * Container ports of one pod → portMappings of the containers of its task, one for each number.
 *
 * <p>Register takes a number for tcp and for udp, and CreateService then refuses the task behind a load balancer; a number in
 * two containers is refused at once. In awsvpc a mapping opens nothing, the security groups do, so that one is enough
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html).
 */
final class PortReader {
    private static final String UDP = "UDP";

    private final Set<String> names = new HashSet<>();
    /** Numbers, to the containers that have them. */
    private final Map<Integer, String> owners = new HashMap<>();

    /** A mapping with the place of its port in the container's list. */
    private record Listed(PortMapping mapping, int index) {
        boolean isUdp() {
            return mapping.protocol() == TransportProtocol.UDP;
        }
    }

    void read(ContainerToEcs container) {
        Map<Integer, Listed> mappings = new LinkedHashMap<>();
        List<ContainerPort> ports = container.container().getPorts();
        for (int i = 0; i < ports.size(); i++) {
            PortMapping mapping = read(ports.get(i), i, container);
            Listed known = mapping == null ? null : mappings.get(mapping.containerPort());
            if (mapping != null && known != null) {
                mappings.put(mapping.containerPort(), both(known, new Listed(mapping, i), container));
            } else if (mapping != null && isFree(mapping, i, container)) {
                mappings.put(mapping.containerPort(), new Listed(named(mapping, i, container), i));
            }
        }
        if (!mappings.isEmpty()) {
            container
                    .definition()
                    .portMappings(
                            mappings.values().stream().map(Listed::mapping).toList());
        }
    }

    /** One mapping of a number that the container lists twice: of udp where a load balancer passes UDP on. */
    private Listed both(Listed known, Listed other, ContainerToEcs container) {
        int number = known.mapping.containerPort();
        String name = container.container().getName();
        if (known.isUdp() == other.isUdp()) {
            container
                    .at("ports", other.index)
                    .report(
                            FindingCode.PORT_REPEATED,
                            "port " + number + " stands in " + name + " already; ECS has one mapping for it");
            if (known.mapping.name() == null) {
                return new Listed(other.mapping, known.index);
            }
            return known;
        }
        boolean udp = container.pod().isForwardedByUdp(name, number);
        Listed kept = known.isUdp() == udp ? known : other;
        container
                .at("ports", kept == known ? other.index : known.index)
                .report(
                        FindingCode.PORT_REPEATED,
                        "ECS takes one mapping of " + number + ", here of " + (udp ? "udp" : "tcp") + "; " + name
                                + " listens by both, and the security groups decide who gets in");
        return udp ? called(kept, kept == known ? other : known, container) : kept;
    }

    /** Service Connect knows the port by the name that it has for TCP. */
    private Listed called(Listed kept, Listed tcp, ContainerToEcs container) {
        String name = tcp.mapping.name();
        if (name == null || name.equals(kept.mapping.name())) {
            return kept;
        }
        container
                .at("ports", kept.index, "name")
                .report(
                        FindingCode.PORT_REPEATED,
                        "the mapping is called " + name + ", which is what Service Connect knows the port by");
        return new Listed(kept.mapping.toBuilder().name(name).build(), kept.index);
    }

    /** Whether no other container has the number; nobody calls an init container, which has ended by then. */
    private boolean isFree(PortMapping mapping, int index, ContainerToEcs container) {
        int number = mapping.containerPort();
        String name = container.container().getName();
        String other = owners.putIfAbsent(number, name);
        if (other == null) {
            return true;
        }
        if (container.isInit() && !container.isSidecar()) {
            container
                    .at("ports", index)
                    .report(
                            FindingCode.PORT_REPEATED,
                            "ECS takes " + number + " in one container of a task; " + other
                                    + " has it, and nobody calls " + name);
            return false;
        }
        container
                .at("ports", index)
                .report(
                        FindingCode.PORT_COLLISION,
                        other + " has port " + number
                                + " already; ECS refuses a task definition with one port in two containers, and " + name
                                + " has no mapping of it",
                        "let " + name + " listen on another port, or take the port out of its list where it does not"
                                + " listen");
        return false;
    }

    private PortMapping named(PortMapping mapping, int index, ContainerToEcs container) {
        if (mapping.name() == null || names.add(mapping.name())) {
            return mapping;
        }
        container
                .at("ports", index, "name")
                .report(
                        FindingCode.PORT_NAME_TAKEN,
                        "another container has a port called " + mapping.name() + "; this one has no name",
                        "give it a name of its own");
        return mapping.toBuilder().name(null).build();
    }

    private static @Nullable PortMapping read(ContainerPort port, int index, ContainerToEcs container) {
        String protocol = port.getProtocol();
        if (protocol != null && !protocol.equals("TCP") && !protocol.equals(UDP)) {
            container
                    .at("ports", index)
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS maps ports of tcp and udp, not of " + protocol + "; the port is left out");
            return null;
        }
        if (port.getContainerPort() == null) {
            container.at("ports", index).report(FindingCode.MISSING_FIELD, "the port has no number; it is left out");
            return null;
        }
        sayHost(port, index, container);
        return PortMapping.builder()
                .containerPort(port.getContainerPort())
                .protocol(UDP.equals(protocol) ? TransportProtocol.UDP : null)
                .name(port.getName())
                .appProtocol(container.pod().appProtocol(container.container().getName(), port.getContainerPort()))
                .build();
    }

    private static void sayHost(ContainerPort port, int index, ContainerToEcs container) {
        boolean hostNetwork = Boolean.TRUE.equals(container.pod().pod().getHostNetwork());
        if (port.getHostPort() != null && port.getHostPort() != 0 && !hostNetwork) {
            container
                    .at("ports", index, "hostPort")
                    .report(
                            FindingCode.HOST_PORT,
                            "a task in awsvpc has an address of its own and opens no port of the instance",
                            "let a load balancer listen on port " + port.getHostPort());
        }
        if (port.getHostIP() != null && !port.getHostIP().isEmpty()) {
            container
                    .at("ports", index, "hostIP")
                    .report(FindingCode.NO_ECS_COUNTERPART, "a port mapping has no host address");
        }
    }
}
