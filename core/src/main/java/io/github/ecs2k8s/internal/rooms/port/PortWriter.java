package io.github.ecs2k8s.internal.rooms.port;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/** ECS portMappings of one container → its Kubernetes container ports. */
final class PortWriter {
    private static final String FIELD = "portMappings";
    private static final int MAX_PORT = 65535;

    private final ContainerToKubernetes container;
    private final NameScope names;
    private final Map<String, Listener> listeners;
    private final List<ContainerPort> ports = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();

    /** A container that listens on a port, and where it says so. */
    record Listener(String container, Place place) {}

    /** Port names and listening containers are shared by all containers of the Pod. */
    PortWriter(ContainerToKubernetes container, NameScope names, Map<String, Listener> listeners) {
        this.container = container;
        this.names = names;
        this.listeners = listeners;
    }

    void write(PortMapping mapping, int index) {
        Integer port = mapping.containerPort();
        String range = mapping.containerPortRange();
        String protocol = mapping.protocol() == TransportProtocol.UDP ? "UDP" : null;
        if (port != null && port != 0) {
            writePort(mapping, port, protocol, index);
        } else if (range != null && !range.isBlank()) {
            writeRange(mapping, range, protocol, index);
        } else if (isGiven(mapping)) {
            find(FindingCode.INVALID_VALUE, "the port mapping has no containerPort; nothing is written", index);
        }
        String appProtocol = mapping.appProtocolAsString();
        if (appProtocol != null && !appProtocol.isEmpty()) {
            container
                    .at(FIELD, index, "appProtocol")
                    .report(
                            FindingCode.APP_PROTOCOL,
                            "a container port has no application protocol; a Service has: appProtocol: " + appProtocol);
        }
    }

    /** Whether a mapping says anything at all; console skeletons hold zeros and empty strings. */
    private static boolean isGiven(PortMapping mapping) {
        return (mapping.hostPort() != null && mapping.hostPort() != 0)
                || (mapping.name() != null && !mapping.name().isEmpty());
    }

    private void writePort(PortMapping mapping, int port, @Nullable String protocol, int index) {
        if (port < 0 || port > MAX_PORT) {
            find(FindingCode.INVALID_VALUE, port + " is no port; nothing is written", index);
            return;
        }
        if (mapping.containerPortRange() != null
                && !mapping.containerPortRange().isEmpty()) {
            find(
                    FindingCode.INVALID_VALUE,
                    "ECS takes a containerPort or a containerPortRange; the range is left out",
                    index,
                    "containerPortRange");
        }
        sayHostPort(mapping, port, index);
        if (!declare(port, protocol, index)) {
            return;
        }
        ContainerPort to = port(port, protocol);
        String name = mapping.name();
        if (name != null && !name.isEmpty()) {
            to.setName(names.unique(Names.portName(name), key(container, index, name)));
            sayName(name, to.getName(), index);
        }
        ports.add(to);
    }

    private void writeRange(PortMapping mapping, String range, @Nullable String protocol, int index) {
        PortRange parsed = PortRange.parse(range);
        if (parsed == null) {
            find(FindingCode.INVALID_VALUE, "\"" + range + "\" is no range of ports; nothing is written", index);
        } else if (parsed.size() > PortRange.MAX_WRITTEN) {
            find(
                    FindingCode.PORT_RANGE_OMITTED,
                    parsed.size() + " ports are not written out; the Pod can listen on them all the same",
                    index);
        } else {
            find(FindingCode.PORT_RANGE, range + " is written as " + parsed.size() + " ports", index);
            for (int port = parsed.first(); port <= parsed.last(); port++) {
                if (declare(port, protocol, index)) {
                    ports.add(port(port, protocol));
                }
            }
        }
    }

    private static ContainerPort port(int port, @Nullable String protocol) {
        ContainerPort to = new ContainerPort();
        to.setContainerPort(port);
        to.setProtocol(protocol);
        return to;
    }

    /** Whether a port is new in its container; says so when another container of the Pod listens on it. */
    private boolean declare(int port, @Nullable String protocol, int index) {
        String key = port + "/" + (protocol == null ? "TCP" : protocol);
        if (!declared.add(key)) {
            find(FindingCode.PORT_REPEATED, key + " stands in " + container.name() + " already", index);
            return false;
        }
        // An init container has ended before others listen.
        if (container.placement().role() == Role.INIT) {
            return true;
        }
        Listener other = listeners.putIfAbsent(key, new Listener(container.name(), container.at(FIELD, index)));
        if (other != null) {
            other.place()
                    .report(
                            FindingCode.PORT_REPEATED,
                            "a service takes " + port + " in one container; only one of the mappings would come back");
            container
                    .at(FIELD, index)
                    .report(
                            FindingCode.PORT_COLLISION,
                            other.container() + " and " + container.name() + " both listen on " + key
                                    + "; containers of a Pod share one address",
                            "let one of them listen on another port, or make two task definitions of them");
        }
        return true;
    }

    private void sayHostPort(PortMapping mapping, int port, int index) {
        Integer host = mapping.hostPort();
        if (host == null || host == 0) {
            return;
        }
        boolean own = hasOwnAddress();
        if (host != port && own) {
            find(
                    FindingCode.INVALID_VALUE,
                    "hostPort must equal containerPort in this network mode; " + host + " is left out",
                    index,
                    "hostPort");
        } else if (host != port) {
            String workload = container.task().facts().kind() + "/"
                    + container.task().facts().workloadName();
            container
                    .at(FIELD, index, "hostPort")
                    .report(
                            FindingCode.HOST_PORT,
                            "port " + host + " of the instance led to port " + port
                                    + "; a Pod opens no port of the node",
                            "kubectl expose " + workload + " --port " + host + " --target-port " + port
                                    + ", for callers outside the cluster with --type NodePort or LoadBalancer");
        } else if (!own) {
            find(
                    FindingCode.INSTANCE_PORT,
                    "port " + port + " is open at the Pod's own address, no longer at the instance's",
                    index,
                    "hostPort");
        }
    }

    /** Whether host ports say nothing: the task has an address of its own, or the host's. */
    private boolean hasOwnAddress() {
        NetworkMode mode = container.task().definition().networkMode();
        return mode == null
                ? container.task().facts().fargate()
                : mode == NetworkMode.AWSVPC || mode == NetworkMode.HOST;
    }

    private void sayName(String original, String written, int index) {
        if (!written.equals(original)) {
            String reason = original.length() > Names.MAX_PORT_NAME
                    ? " is longer than 15 characters; written "
                    : " is written ";
            find(FindingCode.NAME_ADJUSTED, "port name \"" + original + "\"" + reason + written, index, "name");
        }
    }

    private void find(FindingCode code, String message, int index) {
        container.at(FIELD, index).report(code, message);
    }

    private void find(FindingCode code, String message, int index, String field) {
        container.at(FIELD, index, field).report(code, message);
    }

    /** The ports written so far. */
    List<ContainerPort> ports() {
        return ports;
    }

    /** Every mapping has a name of its own, even when the input gives two of them the same. */
    static String key(ContainerToKubernetes container, int index, String name) {
        return container.index() + "/" + index + "/" + name;
    }
}
