package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;

/** One container of a pod with the container definition that the rooms make of it. */
final class ContainerDraft {
    private final Container container;
    private final String list;
    private final int index;
    private final ContainerDefinition.Builder definition = ContainerDefinition.builder();
    private LinuxParameters.@Nullable Builder linuxParameters;
    private @Nullable PodEnvironment environment;

    /**
     * A container of one of the pod's lists.
     *
     * @param index its position in the input; negative for one that was added
     */
    ContainerDraft(Container container, String list, int index) {
        this.container = container;
        this.list = list;
        this.index = index;
    }

    Container container() {
        return container;
    }

    String list() {
        return list;
    }

    int index() {
        return index;
    }

    ContainerDefinition.Builder definition() {
        return definition;
    }

    LinuxParameters.Builder linuxParameters() {
        if (linuxParameters == null) {
            linuxParameters = LinuxParameters.builder();
        }
        return linuxParameters;
    }

    PodEnvironment environment(Supplier<PodEnvironment> read) {
        if (environment == null) {
            environment = read.get();
        }
        return environment;
    }

    ContainerDefinition build() {
        if (linuxParameters != null) {
            definition.linuxParameters(linuxParameters.build());
        }
        return definition.build();
    }
}
