package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Volume;

/** What a room is given while one pod template becomes one task definition. */
public final class PodContext {
    private final KubernetesBundle bundle;
    private final String workloadName;
    private final PodTemplateSpec template;
    private final Map<String, String> workloadLabels;
    private final Map<String, String> workloadAnnotations;
    private final Node node;
    private final Findings findings;
    private final UsedObjects used;
    private final List<PodContainerContext> containers = new ArrayList<>();
    private final List<Volume> volumes = new ArrayList<>();
    private final List<Integer> volumeIndices = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private @Nullable Term speaker;

    PodContext(
            KubernetesBundle bundle,
            String workloadName,
            PodTemplateSpec template,
            Map<String, String> workloadLabels,
            Map<String, String> workloadAnnotations,
            Node node,
            Findings findings,
            UsedObjects used) {
        this.bundle = bundle;
        this.workloadName = workloadName;
        this.template = template;
        this.workloadLabels = workloadLabels;
        this.workloadAnnotations = workloadAnnotations;
        this.node = node;
        this.findings = findings;
        this.used = used;
        collect("initContainers", template.getSpec().getInitContainers());
        collect("containers", template.getSpec().getContainers());
    }

    private void collect(String list, List<Container> from) {
        for (int i = 0; i < from.size(); i++) {
            containers.add(new PodContainerContext(this, from.get(i), list, i));
        }
    }

    /** Every object of the input, for references by name. */
    public KubernetesBundle bundle() {
        return bundle;
    }

    /** Says that something was made of an object the pod refers to; what nobody uses is listed by kind. */
    public void use(HasMetadata object) {
        used.add(object);
    }

    /** The name of the workload the pod template belongs to. */
    public String workloadName() {
        return workloadName;
    }

    /** The pod template being read. */
    public PodTemplateSpec template() {
        return template;
    }

    /** The pod spec being read. */
    public PodSpec pod() {
        return template.getSpec();
    }

    /** The labels of the workload object itself. */
    public Map<String, String> workloadLabels() {
        return workloadLabels;
    }

    /** Whether the pod's containers are Windows containers, by its own word or by the nodes it selects. */
    public boolean windows() {
        return (pod().getOs() != null && "windows".equals(pod().getOs().getName()))
                || (pod().getNodeSelector() != null
                        && "windows".equals(pod().getNodeSelector().get("kubernetes.io/os")));
    }

    /** The annotations of the workload object itself. */
    public Map<String, String> workloadAnnotations() {
        return workloadAnnotations;
    }

    /** All containers with the container definitions they become: init containers first, in the pod's order. */
    public List<PodContainerContext> containers() {
        return containers;
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

    /** Says something about a value of the pod template: path of keys and indices below it, existing or not. */
    public void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        findings.add(Places.finding(code, message, hint, speaker, node, path));
    }

    void speaker(@Nullable Term term) {
        speaker = term;
    }
}
