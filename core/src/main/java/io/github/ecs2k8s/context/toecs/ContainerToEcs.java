package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;

/** What a room is given while one container becomes one container definition; equal to every other view of the same. */
public final class ContainerToEcs {
    private final TaskToEcs pod;
    private final ContainerDraft draft;

    ContainerToEcs(TaskToEcs pod, ContainerDraft draft) {
        this.pod = pod;
        this.draft = draft;
    }

    /** The pod it belongs to. */
    public TaskToEcs pod() {
        return pod;
    }

    /** The container being read. */
    public Container container() {
        return draft.container();
    }

    /** The container definition being written. */
    public ContainerDefinition.Builder definition() {
        return draft.definition();
    }

    /** Whether it was added for something that ECS does not do itself. */
    public boolean isAdded() {
        return draft.index() < 0;
    }

    /** Whether it was added to end the task when all ordinary containers have ended. */
    public boolean awaitsOthers() {
        return isAdded() && "containers".equals(draft.list());
    }

    /** Whether it is an init container that runs to its end. */
    public boolean isInit() {
        return "initContainers".equals(draft.list()) && !isSidecar();
    }

    /** Whether it is a native sidecar: an init container that keeps running. */
    public boolean isSidecar() {
        return "initContainers".equals(draft.list()) && PodLifetimes.isSidecar(container());
    }

    /** Whether what stands after this sidecar starts only when its startup probe has succeeded. */
    public boolean delaysOthers() {
        return isSidecar() && container().getStartupProbe() != null;
    }

    /** The variables whose values the input tells. */
    public PodEnvironment environment() {
        return draft.environment(() -> new PodEnvironment(pod, container()));
    }

    /** The Linux parameters of the container definition, made when first asked for; several rooms add to them. */
    public LinuxParameters.Builder linuxParameters() {
        return draft.linuxParameters();
    }

    public ContainerDefinition build() {
        return draft.build();
    }

    /** The place at a path of keys and indices below the container, existing or not. */
    public Place at(Object... path) {
        return pod.at("spec", draft.list(), draft.index()).at(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContainerToEcs view && view.draft == draft;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(draft);
    }
}
