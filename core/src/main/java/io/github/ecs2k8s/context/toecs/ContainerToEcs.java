package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;

/** What a room is given while one container becomes one container definition. */
public final class ContainerToEcs {
    private final TaskToEcs pod;
    private final Container container;
    private final String list;
    private final int index;
    private final ContainerDefinition.Builder definition = ContainerDefinition.builder();
    private LinuxParameters.@Nullable Builder linuxParameters;
    private @Nullable PodEnvironment environment;

    /**
     * A container.
     *
     * @param index its position in the input; negative for one that was added before all others
     */
    ContainerToEcs(TaskToEcs pod, Container container, String list, int index) {
        this.pod = pod;
        this.container = container;
        this.list = list;
        this.index = index;
    }

    /** The pod it belongs to. */
    public TaskToEcs pod() {
        return pod;
    }

    /** The container being read. */
    public Container container() {
        return container;
    }

    /** The container definition being written. */
    public ContainerDefinition.Builder definition() {
        return definition;
    }

    /** Whether it was added for something that ECS does not do itself. */
    public boolean isAdded() {
        return index < 0;
    }

    /** Whether it is an init container that runs to its end. */
    public boolean isInit() {
        return "initContainers".equals(list) && !isSidecar();
    }

    /** Whether it is a native sidecar: an init container that keeps running. */
    public boolean isSidecar() {
        return "initContainers".equals(list) && PodLifetimes.isSidecar(container);
    }

    /** Whether what stands after this sidecar starts only when its startup probe has succeeded. */
    public boolean delaysOthers() {
        return isSidecar() && container.getStartupProbe() != null;
    }

    /** The variables whose values the input tells. */
    public PodEnvironment environment() {
        if (environment == null) {
            environment = new PodEnvironment(pod, container);
        }
        return environment;
    }

    /** The Linux parameters of the container definition, made when first asked for; several rooms add to them. */
    public LinuxParameters.Builder linuxParameters() {
        if (linuxParameters == null) {
            linuxParameters = LinuxParameters.builder();
        }
        return linuxParameters;
    }

    public ContainerDefinition build() {
        if (linuxParameters != null) {
            definition.linuxParameters(linuxParameters.build());
        }
        return definition.build();
    }

    /** The place at a path of keys and indices below the container, existing or not. */
    public Place at(Object... path) {
        return pod.at("spec", list, index).at(path);
    }
}
