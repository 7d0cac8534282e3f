package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.source.MappingNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/**
 * What a room is given while what runs a task definition becomes what runs the pod; equal to every other view of the same
 * workload.
 */
public final class LaunchToKubernetes {
    private final Launch launch;
    private final TaskToKubernetes task;
    private final LaunchSettings settings;
    private final Running running;

    public LaunchToKubernetes(Launch launch, TaskToKubernetes task, HasMetadata workload) {
        this.launch = launch;
        this.task = task;
        this.running = new Running(workload);
        this.settings =
                LaunchSettings.of(launch.by() == null ? null : launch.by().value());
    }

    private LaunchToKubernetes(LaunchToKubernetes whole, TaskToKubernetes task) {
        this.launch = whole.launch;
        this.task = task;
        this.running = whole.running;
        this.settings = whole.settings;
    }

    /** The same as somebody sees it who has this view of the whole: the room of a term, who writes into a namespace. */
    public LaunchToKubernetes with(BundleToKubernetes bundle) {
        return bundle == bundle() ? this : new LaunchToKubernetes(this, task.with(bundle));
    }

    /** What runs the pods, which a room may put another in the place of. */
    private static final class Running {
        private HasMetadata workload;

        Running(HasMetadata workload) {
            this.workload = workload;
        }
    }

    /** What runs which task definition. */
    public Launch launch() {
        return launch;
    }

    /** What all workloads of the translation share. */
    public BundleToKubernetes bundle() {
        return task.bundle();
    }

    /** The cluster the manifests are for. */
    public Target target() {
        return task.target();
    }

    /** The translated task definition: its pod template is finished, its containers are in place. */
    public TaskToKubernetes task() {
        return task;
    }

    /** The service, null when something else runs the task definition. */
    public @Nullable CreateServiceRequest service() {
        return value(CreateServiceRequest.class);
    }

    /** The request to run a task, or a schedule's target read as one; null when something else runs it. */
    public @Nullable RunTaskRequest runTask() {
        return value(RunTaskRequest.class);
    }

    private <T> @Nullable T value(Class<T> model) {
        Resource<?> by = launch.by();
        return by != null && model.isInstance(by.value()) ? model.cast(by.value()) : null;
    }

    /** What services and tasks run by hand have in common; nothing set when the task definition stands alone. */
    public LaunchSettings settings() {
        return settings;
    }

    /** The object that runs the pods. */
    public HasMetadata workload() {
        return running.workload;
    }

    /** Puts another object in the workload's place: a Rollout for a Deployment. */
    public void replace(HasMetadata other) {
        bundle().replace(workload(), other);
        running.workload = other;
    }

    /** The workload's name. */
    public String name() {
        return task.facts().workloadName();
    }

    /** The labels that select the workload's pods. */
    public Map<String, String> selector() {
        Map<String, String> selector = new LinkedHashMap<>();
        selector.put(Workloads.NAME_LABEL, name());
        return selector;
    }

    /** The namespace the launch's objects are in, null for the one kubectl is set to. */
    public @Nullable String namespace() {
        return workload().getMetadata().getNamespace();
    }

    /** Adds an annotation to the workload object. */
    public void annotate(String key, String value) {
        workload().getMetadata().getAnnotations().put(key, value);
    }

    /** The object the launch was read from; the task definition's when nothing runs it. */
    public MappingNode node() {
        return launch.by() == null ? launch.source().node() : launch.by().node();
    }

    /** The place at a path of keys and indices below the object the launch was read from, existing or not. */
    public Place at(Object... path) {
        return bundle().at(node(), path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LaunchToKubernetes view && view.running == running;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(running);
    }
}
