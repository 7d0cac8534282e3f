package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.finding.FindingCode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;

/** What a room is given while one container becomes one container definition. */
public final class ContainerToEcs {
    private final TaskToEcs pod;
    private final Container container;
    private final String list;
    private final int index;
    private final Object @Nullable [] place;
    private final ContainerDefinition.Builder definition = ContainerDefinition.builder();
    private LinuxParameters.@Nullable Builder linuxParameters;
    private @Nullable PodEnvironment environment;

    /**
     * A container.
     *
     * @param place where in the pod template that stands for which the container was added; null when it was read
     */
    ContainerToEcs(TaskToEcs pod, Container container, String list, int index, Object @Nullable [] place) {
        this.pod = pod;
        this.container = container;
        this.list = list;
        this.index = index;
        this.place = place;
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
        return place != null;
    }

    /** Whether it is an init container that runs to its end. */
    public boolean isInit() {
        return "initContainers".equals(list) && !isSidecar();
    }

    /** Whether it is a native sidecar: an init container that keeps running. */
    public boolean isSidecar() {
        return "initContainers".equals(list) && "Always".equals(container.getRestartPolicy());
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

    /** Says something about a value of the container: path of keys and indices, existing or not. */
    public void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        pod.find(code, message, hint, place == null ? full(path) : place);
    }

    /** Notes that a value of the container was only needed to find something else. */
    public void resolve(Object... path) {
        if (place == null) {
            pod.resolve(full(path));
        }
    }

    private Object[] full(Object... path) {
        Object[] full = new Object[path.length + 3];
        full[0] = "spec";
        full[1] = list;
        full[2] = index;
        System.arraycopy(path, 0, full, 3, path.length);
        return full;
    }
}
