package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.Views;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.PodNodes;
import io.github.ecs2k8s.options.LaunchType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Volume;

/** What a room is given while one pod template becomes one task definition. */
public final class TaskToEcs {
    private final BundleToEcs all;
    private final KubernetesBundle bundle;
    private final PodDraft draft;
    private final PodTemplateSpec template;
    private final List<ContainerDraft> containers;
    private final List<Volume> volumes;
    private final List<Integer> volumeIndices;
    private final List<Tag> tags;

    public TaskToEcs(PodDraft draft, KubernetesBundle bundle) {
        this.all = draft.all();
        this.bundle = bundle;
        this.draft = draft;
        this.template = draft.template();
        this.containers = new ArrayList<>();
        this.volumes = new ArrayList<>();
        this.volumeIndices = new ArrayList<>();
        this.tags = new ArrayList<>();
        collect("initContainers", template.getSpec().getInitContainers(), draft.addedContainers());
        collectOrdinary(template.getSpec().getContainers(), draft.addedLastContainers());
    }

    private TaskToEcs(TaskToEcs whole, BundleToEcs all) {
        this.all = all;
        this.bundle = whole.bundle;
        this.draft = whole.draft;
        this.template = whole.template;
        this.containers = whole.containers;
        this.volumes = whole.volumes;
        this.volumeIndices = whole.volumeIndices;
        this.tags = whole.tags;
    }

    /** The same as somebody sees it who has this view of the whole: the room of a term. */
    public TaskToEcs with(BundleToEcs view) {
        return view == all ? this : new TaskToEcs(this, view);
    }

    /** Containers that were added come first; the others keep the index they have in the input. */
    private void collect(String list, List<Container> from, int added) {
        for (int i = 0; i < from.size(); i++) {
            containers.add(new ContainerDraft(from.get(i), list, i - added));
        }
    }

    private void collectOrdinary(List<Container> from, int added) {
        int read = from.size() - added;
        for (int i = 0; i < from.size(); i++) {
            containers.add(new ContainerDraft(from.get(i), "containers", i < read ? i : read - i - 1));
        }
    }

    /** What all workloads of the translation share: what was read, and what was made of it so far. */
    public BundleToEcs all() {
        return all;
    }

    /** The object that runs the pods. */
    public HasMetadata workload() {
        return draft.workload();
    }

    /** The workload's namespace, null when it says none. */
    public @Nullable String namespace() {
        return draft.workload().getMetadata().getNamespace();
    }

    /** Whether a volume holds files that an init container writes. */
    public boolean isFilled(@Nullable String volume) {
        return draft.isFilled(volume);
    }

    /** The workload object. */
    public Place inWorkload() {
        return all.at(draft.located().node());
    }

    /** The directory of its claim that a volume of the pod is; null when it is the whole claim. */
    public @Nullable String directory(String volume) {
        return draft.directory(volume);
    }

    /** What the task is launched on; null: as the pod says it. */
    public @Nullable LaunchType launchType() {
        return draft.launchType();
    }

    /** The object of a kind and name that the pod means: of its namespace; null when the input does not hold it. */
    public @Nullable LocatedObject lookUp(String kind, @Nullable String name) {
        return draft.lookUp(kind, name);
    }

    /** Every object of the input, for references by name. */
    public KubernetesBundle bundle() {
        return bundle;
    }

    /** Says that something was made of an object the pod refers to; what nobody uses is listed by kind. */
    public void use(HasMetadata object) {
        all.used().add(object);
    }

    /** Says that something was made of one key of a ConfigMap; keys that nobody reads are said. */
    public void use(HasMetadata object, String key) {
        all.used().add(object, key);
    }

    /** The name of the workload the pod template belongs to. */
    public String workloadName() {
        return draft.workload().getMetadata().getName();
    }

    /**
     * The family of the task definition: what the workload's annotation says, otherwise the workload's name, with what
     * tells it from other workloads of that name. Families have no dots
     * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html).
     */
    public String family() {
        String annotated = workloadAnnotations().get(TaskReferences.FAMILY);
        return annotated == null
                ? WorkloadIds.family(draft.located(), all.manifests()).replace('.', '-')
                : annotated;
    }

    /** A logical id for something that belongs to the workload, the same whenever it is asked for. */
    public String logicalId(String kind) {
        String name = WorkloadIds.of(draft.located(), all.manifests());
        return all.shared(kind + " of " + name, () -> all.logicalId(name, kind));
    }

    /** Whether the pod belongs to a Job that has failed as soon as a container of it has, whatever it says of restarts. */
    public boolean isNeverRetried() {
        HasMetadata workload = draft.workload();
        JobSpec job = workload instanceof Job one ? one.getSpec() : null;
        if (workload instanceof CronJob cron && cron.getSpec().getJobTemplate() != null) {
            job = cron.getSpec().getJobTemplate().getSpec();
        }
        return job != null && Integer.valueOf(0).equals(job.getBackoffLimit());
    }

    /** The pod template being read. */
    public PodTemplateSpec template() {
        return template;
    }

    /** The pod spec being read. */
    public PodSpec pod() {
        return template.getSpec();
    }

    /** Whether the pod runs to its end, and so no service keeps it running. */
    public boolean runsOnce() {
        return PodLifetimes.runsOnce(draft.workload());
    }

    /** The labels of the workload object itself. */
    public Map<String, String> workloadLabels() {
        Map<String, String> labels = draft.workload().getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    /** What a container's port speaks, as a Service that leads to it says; null when none does. */
    public @Nullable String appProtocol(String container, int port) {
        return draft.appProtocol(container, port);
    }

    /** Whether a load balancer passes on to a container's port what comes by UDP. */
    public boolean isForwardedByUdp(String container, int port) {
        return draft.isForwardedByUdp(container, port);
    }

    /**
     * Whether the task's containers are Windows containers, by the pod's own word or by the nodes it selects. Node affinity
     * becomes a placement constraint, which says nothing of the platform; Fargate has no constraints, so there it counts.
     */
    public boolean windows() {
        return windows(pod(), launchType());
    }

    static boolean windows(PodSpec pod, @Nullable LaunchType launchType) {
        return launchType == LaunchType.FARGATE ? PodNodes.mustBeWindows(pod) : PodNodes.areWindows(pod);
    }

    /** The annotations of the workload object itself. */
    public Map<String, String> workloadAnnotations() {
        Map<String, String> annotations = draft.workload().getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    /** All containers with the container definitions they become: init containers first, in the pod's order. */
    public List<ContainerToEcs> containers() {
        return Views.of(containers, i -> new ContainerToEcs(this, containers.get(i)));
    }

    /** The volumes of the task definition being written. */
    public List<Volume> volumes() {
        return Collections.unmodifiableList(volumes);
    }

    /**
     * Adds what became of one of the pod's volumes; the task definition's volumes stand in the pod's order, whichever
     * room adds them.
     *
     * @param index the position of the pod volume
     */
    public void addVolume(int index, Volume volume) {
        int place = volumes.size();
        while (place > 0 && volumeIndices.get(place - 1) > index) {
            place--;
        }
        volumes.add(place, volume);
        volumeIndices.add(place, index);
    }

    /** The tags of the task definition being written; rooms add what they own. */
    public List<Tag> tags() {
        return tags;
    }

    /**
     * The place at a path of keys and indices below the pod template, existing or not. What is reported of something that
     * a room added stands at what it was added for.
     */
    public Place at(Object... path) {
        return all.at(draft.node()).withOrigin(draft::origin).at(path);
    }

    /** Notes that a volume of the pod is only there for a container that is told of it in another way. */
    public void resolveVolume(@Nullable String name) {
        for (int i = 0; i < pod().getVolumes().size(); i++) {
            if (pod().getVolumes().get(i).getName().equals(name)) {
                at("spec", "volumes", i).resolved();
            }
        }
    }
}
