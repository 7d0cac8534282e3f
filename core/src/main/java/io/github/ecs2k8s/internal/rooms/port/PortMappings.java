package io.github.ecs2k8s.internal.rooms.port;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/**
 * ECS portMappings ⇄ Kubernetes container ports.
 *
 * <p>A Pod has an address of its own, as a task in awsvpc has, where hostPort says nothing; a port of the instance
 * (bridge mode) becomes a Service. The traps: a port name has 15 characters and stands once in the whole Pod; protocols
 * are upper case; containers that had a network each in bridge mode now share one
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html,
 * https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports).
 */
public final class PortMappings implements TaskCorrespondence {
    private static final String UDP = "UDP";

    @Override
    public Term term() {
        return Term.PORT_MAPPING;
    }

    @Override
    public List<OwnedField> ecs() {
        String from = "containerDefinitions[].portMappings[].";
        String to = "pod.spec.containers[].ports[].";
        return List.of(
                OwnedField.to(from + "containerPort", to + "containerPort", "0"),
                OwnedField.to(from + "hostPort", to + "containerPort", "0 or {containerPort}"),
                OwnedField.to(from + "protocol", to + "protocol", "tcp"),
                OwnedField.to(from + "name", to + "name"),
                OwnedField.nowhere(from + "appProtocol"),
                OwnedField.to(from + "containerPortRange", to + "containerPort"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String from = "pod.spec.containers[].ports[].";
        String to = "containerDefinitions[].portMappings[].";
        return List.of(
                OwnedField.to(from + "containerPort", to + "containerPort"),
                OwnedField.to(from + "hostPort", to + "hostPort", "{containerPort}"),
                OwnedField.nowhere(from + "hostIP"),
                OwnedField.to(from + "protocol", to + "protocol", "TCP"),
                OwnedField.to(from + "name", to + "name"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        NameScope names = names(context);
        Map<String, String> listeners = new HashMap<>();
        for (ContainerToKubernetes container : context.containers()) {
            PortWriter writer = new PortWriter(container, names, listeners);
            List<PortMapping> mappings = container.definition().portMappings();
            for (int i = 0; i < mappings.size(); i++) {
                writer.write(mappings.get(i), i);
            }
            container.container().setPorts(writer.ports());
        }
    }

    /** The names of the Pod's ports; who has a valid name keeps it, whoever else would like to have it. */
    private static NameScope names(TaskToKubernetes context) {
        NameScope names = new NameScope(Names.MAX_PORT_NAME);
        Set<String> valid = new HashSet<>();
        for (ContainerToKubernetes container : context.containers()) {
            List<PortMapping> mappings = container.definition().portMappings();
            for (int i = 0; i < mappings.size(); i++) {
                String name = mappings.get(i).name();
                if (name != null && Names.isPortName(name) && valid.add(name)) {
                    names.unique(name, PortWriter.key(container, i, name));
                }
            }
        }
        return names;
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        Set<String> names = new HashSet<>();
        sayCollisions(context);
        // Ordinary containers first: a Service means theirs when it names a port that others name too.
        for (ContainerToEcs container : context.containers()) {
            if (!container.isInit() && !container.isSidecar()) {
                read(container, names);
            }
        }
        for (ContainerToEcs container : context.containers()) {
            if (container.isInit() || container.isSidecar()) {
                read(container, names);
            }
        }
    }

    /** The containers of a task share one address, and a task definition has each of its ports in one of them. */
    private static void sayCollisions(TaskToEcs context) {
        Map<Integer, String> owners = new HashMap<>();
        for (ContainerToEcs container : context.containers()) {
            String name = container.container().getName();
            List<ContainerPort> ports = container.container().getPorts();
            for (int i = 0; i < ports.size(); i++) {
                Integer port = ports.get(i).getContainerPort();
                String owner = port == null ? name : owners.putIfAbsent(port, name);
                if (owner != null && !owner.equals(name)) {
                    container
                            .at("ports", i)
                            .report(
                                    FindingCode.PORT_COLLISION,
                                    owner + " has port " + port
                                            + " already; ECS refuses a task definition with one port in two containers",
                                    "let " + name + " listen on another port, or take the port out of its list where it"
                                            + " does not listen");
                }
            }
        }
    }

    /** The position of an earlier mapping of the same port and protocol; -1 when there is none. */
    private static int repeated(PortMapping mapping, List<PortMapping> mappings) {
        for (int i = 0; i < mappings.size(); i++) {
            PortMapping other = mappings.get(i);
            if (Objects.equals(other.containerPort(), mapping.containerPort())
                    && other.protocol() == mapping.protocol()) {
                return i;
            }
        }
        return -1;
    }

    private static void read(ContainerToEcs container, Set<String> names) {
        List<PortMapping> mappings = new ArrayList<>();
        List<ContainerPort> ports = container.container().getPorts();
        for (int i = 0; i < ports.size(); i++) {
            PortMapping mapping = read(ports.get(i), i, container);
            if (mapping != null && mapping.name() != null && !names.add(mapping.name())) {
                container
                        .at("ports", i, "name")
                        .report(
                                FindingCode.PORT_NAME_TAKEN,
                                "another container has a port called " + mapping.name() + "; this one has no name",
                                "give it a name of its own");
                mapping = mapping.toBuilder().name(null).build();
            }
            int before = mapping == null ? -1 : repeated(mapping, mappings);
            if (mapping != null && before < 0) {
                mappings.add(mapping);
            } else if (mapping != null) {
                PortMapping first = mappings.get(before);
                mappings.set(before, first.name() == null ? mapping : first);
                container
                        .at("ports", i)
                        .report(
                                FindingCode.PORT_REPEATED,
                                "port " + mapping.containerPort() + " stands in "
                                        + container.container().getName() + " already; ECS has one mapping for it");
            }
        }
        if (!mappings.isEmpty()) {
            container.definition().portMappings(mappings);
        }
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
        return PortMapping.builder()
                .containerPort(port.getContainerPort())
                .protocol(UDP.equals(protocol) ? TransportProtocol.UDP : null)
                .name(port.getName())
                .appProtocol(container.pod().appProtocol(container.container().getName(), port.getContainerPort()))
                .build();
    }
}
