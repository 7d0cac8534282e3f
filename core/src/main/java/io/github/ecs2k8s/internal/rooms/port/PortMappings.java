package io.github.ecs2k8s.internal.rooms.port;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, PortWriter.Listener> listeners = new HashMap<>();
        for (ContainerToKubernetes container : context.containers()) {
            PortWriter writer = new PortWriter(container, names, listeners);
            List<PortMapping> mappings = container.definition().portMappings();
            for (int i = 0; i < mappings.size(); i++) {
                writer.write(mappings.get(i), i);
                sayBoth(mappings, i, container);
            }
            container.container().setPorts(writer.ports());
        }
    }

    /** RegisterTaskDefinition takes a number by TCP and by UDP, CreateService does not; the way back writes one mapping. */
    private static void sayBoth(List<PortMapping> mappings, int index, ContainerToKubernetes container) {
        PortMapping mapping = mappings.get(index);
        for (PortMapping other : mappings) {
            if (mapping.containerPort() != null
                    && mapping.containerPort().equals(other.containerPort())
                    && (mapping.protocol() == TransportProtocol.UDP) != (other.protocol() == TransportProtocol.UDP)) {
                container
                        .at("portMappings", index)
                        .report(
                                FindingCode.PORT_REPEATED,
                                "TCP and UDP of " + mapping.containerPort()
                                        + " would come back as one mapping: a service takes a number once");
                return;
            }
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
        PortReader reader = new PortReader();
        // Ordinary containers first: a Service means theirs when it names a port that others name too.
        for (ContainerToEcs container : context.containers()) {
            if (!container.isInit() && !container.isSidecar()) {
                reader.read(container);
            }
        }
        for (ContainerToEcs container : context.containers()) {
            if (container.isSidecar()) {
                reader.read(container);
            }
        }
        for (ContainerToEcs container : context.containers()) {
            if (container.isInit() && !container.isSidecar()) {
                reader.read(container);
            }
        }
    }
}
