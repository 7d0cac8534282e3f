package io.github.ecs2k8s.correspondence;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.JsonAnnotations;
import io.github.ecs2k8s.translation.LaunchContext;
import io.github.ecs2k8s.translation.LaunchCorrespondence;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.WorkloadContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * ECS service tags ⇄ Kubernetes labels of the workload object; of its Pods too where the service propagates its tags.
 * What is no valid label, or already a label of the task definition's, stands as JSON in an annotation
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html).
 */
final class ServiceTags implements LaunchCorrespondence {
    private static final String ANNOTATION = "ecs2k8s.io/service-tags";

    @Override
    public Term term() {
        return Term.SERVICE_TAG;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("service.tags[].key", "workload.metadata.labels"),
                OwnedField.to("service.tags[].value", "workload.metadata.labels", ""),
                OwnedField.to("service.propagateTags", "pod.metadata.labels", "NONE"),
                OwnedField.nowhere("service.enableECSManagedTags", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(LaunchContext context) {
        CreateServiceRequest service = context.service();
        if (service == null) {
            return;
        }
        boolean propagated = service.propagateTags() == PropagateTags.SERVICE;
        Map<String, String> labels = context.workload().getMetadata().getLabels();
        PodTemplateSpec template = context.task().template();
        Map<String, String> kept = new LinkedHashMap<>();
        List<Tag> tags = service.tags();
        for (int i = 0; i < tags.size(); i++) {
            String key = tags.get(i).key();
            String value = tags.get(i).value() == null ? "" : tags.get(i).value();
            if (key == null || key.isEmpty()) {
                context.find(FindingCode.INVALID_VALUE, "the tag has no key; it is left out", null, "tags", i);
            } else if (PodLabels.isFree(key, value) && !labels.containsKey(key)) {
                labels.put(key, value);
                if (propagated) {
                    template.getMetadata().getLabels().putIfAbsent(key, value);
                }
            } else {
                kept.put(key, value);
                context.find(
                        FindingCode.TAG_AS_ANNOTATION,
                        "tag \"" + key + "\" of the service cannot be a label; it is kept in annotation " + ANNOTATION,
                        null,
                        "tags",
                        i);
            }
        }
        if (!kept.isEmpty()) {
            context.annotate(ANNOTATION, JsonAnnotations.write(kept));
        }
        sayPropagation(service, context);
    }

    private static void sayPropagation(CreateServiceRequest service, LaunchContext context) {
        if (service.propagateTags() == PropagateTags.SERVICE) {
            context.find(
                    FindingCode.TAGS_PROPAGATED,
                    "the service's tags are labels of its Pods too",
                    null,
                    "propagateTags");
        } else if (service.propagateTags() == PropagateTags.TASK_DEFINITION) {
            context.find(
                    FindingCode.TAGS_PROPAGATED,
                    "the tags of the task definition are labels of the Pods in any case",
                    null,
                    "propagateTags");
        }
        if (Boolean.TRUE.equals(service.enableECSManagedTags())) {
            context.find(
                    FindingCode.MANAGED_TAGS,
                    "the tags aws:ecs:clusterName and aws:ecs:serviceName are not set; the Namespace and the label"
                            + " app.kubernetes.io/name say the same",
                    null,
                    "enableECSManagedTags");
        }
    }

    /** A label of the workload that its pods do not have is the service's own; what both have is the task definition's. */
    @Override
    public void toEcs(WorkloadContext context) {
        CreateServiceRequest.Builder service = context.service();
        if (service == null) {
            return;
        }
        List<Tag> tags = new ArrayList<>();
        context.labels().forEach((key, value) -> {
            if (!PodLabels.isReserved(key) && !context.podLabels().containsKey(key)) {
                tags.add(Tag.builder().key(key).value(value).build());
            }
        });
        JsonAnnotations.read(context.annotations().get(ANNOTATION))
                .forEach((key, value) ->
                        tags.add(Tag.builder().key(key).value(value).build()));
        if (!tags.isEmpty()) {
            service.tags(tags);
        }
    }
}
