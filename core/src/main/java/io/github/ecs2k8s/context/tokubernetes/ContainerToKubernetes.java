package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.options.Target;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** What a room is given while one container definition becomes one container; equal to every other view of the same. */
public final class ContainerToKubernetes {
    private final TaskToKubernetes task;
    private final int index;
    private final ContainerDefinition definition;
    private final Container container;

    ContainerToKubernetes(TaskToKubernetes task, int index, Container container) {
        this.task = task;
        this.index = index;
        this.definition = task.definition().containerDefinitions().get(index);
        this.container = container;
    }

    /** The task definition it belongs to. */
    public TaskToKubernetes task() {
        return task;
    }

    /** The pod being written; for volumes and other things a container needs of its pod. */
    public PodSpec pod() {
        return task.pod();
    }

    /** The cluster the manifests are for. */
    public Target target() {
        return task.target();
    }

    /** The container definition. */
    public ContainerDefinition definition() {
        return definition;
    }

    /** The container being written. */
    public Container container() {
        return container;
    }

    /** The position in {@code containerDefinitions}, from 0. */
    public int index() {
        return index;
    }

    /** The container's valid, unique Kubernetes name. */
    public String name() {
        return placement().name();
    }

    /** Where the container stands in the pod: ordinary, init container or native sidecar. */
    public Placement placement() {
        return task.facts().placements().get(index);
    }

    /** Whether the container has every privilege of its host. */
    public boolean isPrivileged() {
        return Boolean.TRUE.equals(definition.privileged());
    }

    /** The container's security context, made when first asked for. */
    public SecurityContext securityContext() {
        SecurityContext context = container.getSecurityContext();
        if (context == null) {
            context = new SecurityContext();
            container.setSecurityContext(context);
        }
        return context;
    }

    /** The container's options for Windows, made when first asked for. */
    public WindowsSecurityContextOptions windowsOptions() {
        WindowsSecurityContextOptions options = securityContext().getWindowsOptions();
        if (options == null) {
            options = new WindowsSecurityContextOptions();
            securityContext().setWindowsOptions(options);
        }
        return options;
    }

    /** Adds a resource request ({@code cpu}, {@code memory}, ...). */
    public void request(String resource, Quantity quantity) {
        resources().getRequests().put(resource, quantity);
    }

    /** Adds a resource limit ({@code cpu}, {@code memory}, {@code nvidia.com/gpu}, ...). */
    public void limit(String resource, Quantity quantity) {
        resources().getLimits().put(resource, quantity);
    }

    private ResourceRequirements resources() {
        ResourceRequirements resources = container.getResources();
        if (resources == null) {
            resources = new ResourceRequirements();
            container.setResources(resources);
        }
        return resources;
    }

    /** The place at a path of keys and indices below the container definition, existing or not. */
    public Place at(Object... path) {
        return task.at("containerDefinitions", index).at(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContainerToKubernetes view && view.container == container;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(container);
    }
}
