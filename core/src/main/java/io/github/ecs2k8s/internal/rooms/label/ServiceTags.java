package io.github.ecs2k8s.internal.rooms.label;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.JsonAnnotations;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * ECS service tags ⇄ Kubernetes labels of the workload object; of its Pods too where the service propagates its tags.
 * Tags that run-task or a schedule's target gives are labels of both. What is no valid label, or already a label of the task definition's, stands as JSON in an annotation
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html).
 */
public final class ServiceTags implements LaunchCorrespondence {
    private static final String ANNOTATION = "ecs2k8s.io/service-tags";

    @Override
    public Term term() {
        return Term.SERVICE_TAG;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        for (String launch : List.of("service.", "runTask.", "task.")) {
            owned.add(OwnedField.to(launch + "tags[].key", "workload.metadata.labels"));
            owned.add(OwnedField.to(launch + "tags[].value", "workload.metadata.labels", ""));
            if (!launch.equals("task.")) {
                owned.add(OwnedField.to(launch + "propagateTags", "pod.metadata.labels", "NONE"));
                owned.add(OwnedField.nowhere(launch + "enableECSManagedTags", "false"));
            }
        }
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    /** What a service and a request to run a task say of tags in the same words. */
    private record Given(List<Tag> tags, @Nullable PropagateTags propagated, boolean managed, String whose) {
        boolean isOnPods() {
            return propagated == PropagateTags.SERVICE || whose.equals("task");
        }
    }

    private static @Nullable Given given(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        if (service != null) {
            boolean managed = Boolean.TRUE.equals(service.enableECSManagedTags());
            return new Given(service.tags(), service.propagateTags(), managed, "service");
        }
        RunTaskRequest request = context.runTask();
        return request == null
                ? null
                : new Given(
                        request.tags(),
                        request.propagateTags(),
                        Boolean.TRUE.equals(request.enableECSManagedTags()),
                        "task");
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        Given given = given(context);
        if (given == null) {
            return;
        }
        Map<String, String> labels = context.workload().getMetadata().getLabels();
        PodTemplateSpec template = context.task().template();
        Map<String, String> kept = new LinkedHashMap<>();
        List<Tag> tags = given.tags();
        for (int i = 0; i < tags.size(); i++) {
            String key = tags.get(i).key();
            String value = tags.get(i).value() == null ? "" : tags.get(i).value();
            if (key == null || key.isEmpty()) {
                context.at("tags", i).report(FindingCode.INVALID_VALUE, "the tag has no key; it is left out");
            } else if (PodLabels.isFree(key, value) && !labels.containsKey(key)) {
                labels.put(key, value);
                if (given.isOnPods()) {
                    template.getMetadata().getLabels().putIfAbsent(key, value);
                }
            } else if (value.equals(labels.get(key))) {
                // The task definition has the tag too, so that it is a label already.
                kept.put(key, value);
            } else {
                kept.put(key, value);
                context.at("tags", i)
                        .report(
                                FindingCode.TAG_AS_ANNOTATION,
                                "tag \"" + key + "\" of the " + given.whose()
                                        + " cannot be a label; it is kept in annotation " + ANNOTATION);
            }
        }
        if (!kept.isEmpty()) {
            context.annotate(ANNOTATION, JsonAnnotations.write(kept));
        }
        if (given.whose().equals("task") && !given.tags().isEmpty()) {
            context.at("tags")
                    .report(FindingCode.TAGS_PROPAGATED, "tags of a task and of its task definition are labels alike");
        }
        sayPropagation(given, context);
    }

    private static void sayPropagation(Given given, LaunchToKubernetes context) {
        if (given.propagated() == PropagateTags.SERVICE) {
            context.at("propagateTags")
                    .report(FindingCode.TAGS_PROPAGATED, "the service's tags are labels of its Pods too");
            context.at("tags")
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "labels of the Pods would come back as tags of the task definition");
        } else if (given.propagated() == PropagateTags.TASK_DEFINITION) {
            context.at("propagateTags")
                    .report(
                            FindingCode.TAGS_PROPAGATED,
                            "the tags of the task definition are labels of the Pods in any case");
        }
        if (given.managed()) {
            context.at("enableECSManagedTags")
                    .report(
                            FindingCode.MANAGED_TAGS,
                            "the tags aws:ecs:clusterName and aws:ecs:serviceName are not set; the Namespace and the label"
                                    + " app.kubernetes.io/name say the same");
        }
    }

    /** A label of the workload that its pods do not have is the service's own; what both have is the task definition's. */
    @Override
    public void toEcs(LaunchToEcs context) {
        CreateServiceRequest.Builder service = context.service();
        if (service == null) {
            return;
        }
        List<Tag> tags = new ArrayList<>();
        new TreeMap<>(context.labels()).forEach((key, value) -> {
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
