package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/** What a room is given while what runs a pod becomes what runs the task definition. */
public final class WorkloadContext {
    private static final List<String> ONCE = List.of("Pod", "Job", "CronJob", "PodTemplate");

    private final ManifestContext all;
    private final LocatedObject located;
    private final TaskDefinitionSource task;
    private final PodTemplateSpec template;
    private final CreateServiceRequest.@Nullable Builder service;
    private final RunTaskRequest.Builder runTask = RunTaskRequest.builder();

    WorkloadContext(ManifestContext all, LocatedObject located, TaskDefinitionSource task) {
        this.all = all;
        this.located = located;
        this.task = task;
        this.template = PodTemplates.of(located.object());
        this.service = ONCE.contains(located.object().getKind()) ? null : CreateServiceRequest.builder();
    }

    /** What all workloads of the translation share. */
    public ManifestContext all() {
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
     * The service being written; bundle rooms may still complete it. Null for what runs once: a Pod, a Job, a CronJob.
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

    /** Says something about a value of the workload object: path of keys and indices, existing or not. */
    public void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        all.find(code, message, hint, located.node(), path);
    }
}
