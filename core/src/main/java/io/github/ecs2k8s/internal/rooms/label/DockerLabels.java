package io.github.ecs2k8s.internal.rooms.label;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Workloads;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.JsonAnnotations;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.options.WorkloadKind;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS dockerLabels ⇄ Kubernetes labels of the Pod, where key and value are valid labels; the others stand as JSON in one
 * annotation per container.
 *
 * <p>A Pod's labels belong to all its containers: of two that differ the second goes to the annotation, and so does one
 * that a tag says alike. Datadog's labels have a form per container ({@link DatadogLabels}); Traefik's are not read in
 * Kubernetes (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html,
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set).
 */
public final class DockerLabels implements TaskCorrespondence {
    private static final String FIELD = "dockerLabels";
    private static final String ANNOTATION = "ecs2k8s.io/docker-labels.";
    private static final int MAX_SUFFIX = Names.MAX_LABEL - "docker-labels.".length();

    @Override
    public Term term() {
        return Term.DOCKER_LABEL;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to("containerDefinitions[].dockerLabels{}", "pod.metadata.labels"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to("pod.metadata.labels{}", "containerDefinitions[].dockerLabels"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            if (container.definition().dockerLabels().isEmpty()) {
                continue;
            }
            Map<String, String> kept = new TreeMap<>();
            boolean shared = false;
            boolean traefik = false;
            // Sorted, because the SDK keeps maps in an order of its own.
            for (Map.Entry<String, String> label :
                    new TreeMap<>(container.definition().dockerLabels()).entrySet()) {
                String key = label.getKey();
                String value = label.getValue() == null ? "" : label.getValue();
                traefik |= key.startsWith("traefik.");
                if (DatadogLabels.toKubernetes(key, value, container.name(), to.getMetadata())) {
                    continue;
                }
                if (isLabel(key, value, context)) {
                    to.getMetadata().getLabels().put(key, value);
                    shared = true;
                } else {
                    kept.put(key, value);
                    sayKept(key, value, container);
                }
            }
            if (!kept.isEmpty()) {
                context.annotate(annotation(container.name()), JsonAnnotations.write(kept));
            }
            remark(shared, traefik, container);
        }
    }

    private static boolean isLabel(String key, String value, TaskToKubernetes context) {
        String present = context.template().getMetadata().getLabels().get(key);
        String tag = context.labels().get(key);
        boolean own = tag == null || !tag.equals(value) && context.facts().kind() != WorkloadKind.POD;
        return PodLabels.isFree(key, value) && own && (present == null || present.equals(value));
    }

    private static void sayKept(String key, String value, ContainerToKubernetes container) {
        String why;
        if (PodLabels.isFree(key, value)) {
            why = "the Pod has another label \"" + key + "\"";
        } else if (Names.isLabelKey(key) && !PodLabels.isReserved(key)) {
            why = "the value of \"" + key + "\" is not a valid label value";
        } else {
            why = "\"" + key + "\" is not a valid label of a Pod";
        }
        container.at(FIELD, key).report(FindingCode.DOCKER_LABEL_AS_ANNOTATION, why);
    }

    private static void remark(boolean shared, boolean traefik, ContainerToKubernetes container) {
        // The labels of a Pod that stands alone are its tags on the way back.
        boolean pod = container.task().facts().kind() == WorkloadKind.POD;
        if (shared && (pod || container.task().containers().size() > 1)) {
            container.at(FIELD).report(FindingCode.SHARED_BY_POD, "these labels are labels of the whole Pod");
        }
        if (traefik) {
            container
                    .at(FIELD)
                    .report(
                            FindingCode.TRAEFIK_LABELS,
                            "Traefik on Kubernetes does not read these labels",
                            "write its routers as an Ingress or IngressRoute for a Service of these Pods");
        }
    }

    private static String annotation(String container) {
        return ANNOTATION + Names.dnsLabel(container, MAX_SUFFIX);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        ObjectMeta metadata = from.getMetadata();
        for (ContainerToEcs container : context.containers()) {
            String name = container.container().getName();
            Map<String, String> labels = new TreeMap<>();
            if (metadata.getLabels() != null) {
                for (Map.Entry<String, String> label : metadata.getLabels().entrySet()) {
                    if (isDockerLabel(label.getKey(), label.getValue(), context)) {
                        labels.put(label.getKey(), label.getValue());
                    }
                    if (PodLabels.isReserved(label.getKey())) {
                        // Selectors and controllers need them; what comes back has its own.
                        context.at("metadata", "labels", label.getKey()).resolved();
                    }
                }
            }
            DatadogLabels.toEcs(metadata, name, labels);
            if (metadata.getAnnotations() != null) {
                labels.putAll(JsonAnnotations.read(metadata.getAnnotations().get(annotation(name))));
            }
            if (!labels.isEmpty()) {
                container.definition().dockerLabels(labels);
            }
        }
    }

    /** Charts call workloads by more than the name of what runs in them. */
    private static boolean isOtherName(String key, @Nullable String value, TaskToEcs context) {
        return key.equals(Workloads.NAME_LABEL) && !context.workloadName().equals(value);
    }

    /** What the workload says alike is a tag, and what a controller writes is nothing of the user's. */
    private static boolean isDockerLabel(String key, @Nullable String value, TaskToEcs context) {
        return !Objects.equals(value, context.workloadLabels().get(key))
                && (!PodLabels.isReserved(key) || isOtherName(key, value, context))
                && !DatadogLabels.isOfOneContainer(key);
    }
}
