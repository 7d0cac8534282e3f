package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.PortMapping;

/**
 * A port mapping that a service refers to by its name.
 *
 * @param number the container's port
 */
record NamedPort(ContainerToKubernetes container, PortMapping mapping, int number) {

    /** The port mapping of a name in the task definition, null when no container has it. */
    static @Nullable NamedPort find(LaunchToKubernetes launch, @Nullable String name) {
        for (ContainerToKubernetes container : launch.task().containers()) {
            for (PortMapping mapping : container.definition().portMappings()) {
                if (name != null && name.equals(mapping.name()) && mapping.containerPort() != null) {
                    return new NamedPort(container, mapping, mapping.containerPort());
                }
            }
        }
        return null;
    }

    /** Says that no port has the name, and which names there are. */
    static void sayMissing(LaunchToKubernetes launch, @Nullable String name, Object... path) {
        List<String> names = launch.task().containers().stream()
                .flatMap(container -> container.definition().portMappings().stream())
                .map(PortMapping::name)
                .filter(known -> known != null && !known.isEmpty())
                .toList();
        launch.at(path)
                .report(
                        FindingCode.PORT_NAME_UNKNOWN,
                        name == null
                                ? "no portName is given; nothing is written"
                                : "no port mapping is named " + name + "; nothing is written",
                        names.isEmpty()
                                ? "name the port in the task definition"
                                : "there are: " + String.join(", ", names));
    }
}
