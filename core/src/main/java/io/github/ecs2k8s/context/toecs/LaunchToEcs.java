package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/** What a room is given while what runs a pod becomes what runs the task definition; equal to every other view of the same. */
public final class LaunchToEcs {
    private final BundleToEcs all;
    private final LocatedObject located;
    private final TaskDefinitionSource task;
    private final PodTemplateSpec template;
    private final CreateServiceRequest.@Nullable Builder service;
    private final RunTaskRequest.Builder runTask;

    public LaunchToEcs(BundleToEcs all, LocatedObject located, TaskDefinitionSource task) {
        this.all = all;
        this.located = located;
        this.task = task;
        this.template = PodTemplates.of(located.object());
        this.service = PodLifetimes.runsOnce(located.object()) ? null : CreateServiceRequest.builder();
        this.runTask = RunTaskRequest.builder();
    }

    private LaunchToEcs(LaunchToEcs whole, BundleToEcs all) {
        this.all = all;
        this.located = whole.located;
        this.task = whole.task;
        this.template = whole.template;
        this.service = whole.service;
        this.runTask = whole.runTask;
    }

    /** The same as somebody sees it who has this view of the whole: the room of a term. */
    public LaunchToEcs with(BundleToEcs view) {
        return view == all ? this : new LaunchToEcs(this, view);
    }

    /**
     * What a workload's tasks are launched on. Fargate has no instances to run a daemon on each of, so a DaemonSet stays
     * what only instances run
     * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html#service_scheduler_daemon).
     */
    public static LaunchType launchType(HasMetadata workload, TranslationOptions options) {
        return workload instanceof DaemonSet ? LaunchType.EC2 : options.launchType();
    }

    /** What the tasks are launched on. */
    public LaunchType launchType() {
        boolean domain = windows() && FargateTasks.joinsDomain(task.definition());
        return domain ? LaunchType.EC2 : launchType(located.object(), all.options());
    }

    /** Whether the pods are for Windows, by their own word or by the nodes they select. */
    public boolean windows() {
        return TaskToEcs.windows(template.getSpec(), launchType(located.object(), all.options()));
    }

    /** What all workloads of the translation share. */
    public BundleToEcs all() {
        return all;
    }

    /** The object that runs the pods. */
    public HasMetadata workload() {
        return located.object();
    }

    /** The object with the text it was read from. */
    public LocatedObject located() {
        return located;
    }

    /** The pod template. */
    public PodTemplateSpec template() {
        return template;
    }

    /** The translated task definition, under its logical id. */
    public TaskDefinitionSource task() {
        return task;
    }

    /**
     * The service being written; bundle rooms may still complete it. Null for what runs once: a Job, a CronJob, a Pod
     * whose containers are not started again.
     */
    public CreateServiceRequest.@Nullable Builder service() {
        return service;
    }

    /** The request to run the task being written, for what runs once. */
    public RunTaskRequest.Builder runTask() {
        return runTask;
    }

    /** The workload's name. */
    public String name() {
        return located.object().getMetadata().getName();
    }

    /** The name of its service: the workload's, unless another of the namespace, of another kind, has it too. */
    public String serviceName() {
        return WorkloadIds.service(located, all.manifests());
    }

    /** The workload's namespace, null when it says none. */
    public @Nullable String namespace() {
        return located.object().getMetadata().getNamespace();
    }

    /** The labels of the pods; what Services and policies select by. */
    public Map<String, String> podLabels() {
        Map<String, String> labels =
                template.getMetadata() == null ? null : template.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    /** The annotations of the workload object. */
    public Map<String, String> annotations() {
        Map<String, String> annotations = located.object().getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    /** The labels of the workload object. */
    public Map<String, String> labels() {
        Map<String, String> labels = located.object().getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    /** The Services that select the pods. */
    public List<LocatedObject> services() {
        return all.manifests().servicesOf(podLabels(), namespace());
    }

    /** The object the workload was read from. */
    public MappingNode node() {
        return located.node();
    }

    /** The pod template. */
    public Place inPod() {
        return all.at(PodTemplates.node(located));
    }

    /** The place at a path of keys and indices below the workload object, existing or not. */
    public Place at(Object... path) {
        return all.at(located.node(), path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LaunchToEcs view && view.runTask == runTask;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(runTask);
    }
}
