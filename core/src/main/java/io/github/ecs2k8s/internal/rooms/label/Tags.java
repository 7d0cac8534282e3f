package io.github.ecs2k8s.internal.rooms.label;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.JsonAnnotations;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS tags ⇄ Kubernetes labels of the workload and its Pods, where key and value are valid labels; the others stand as
 * JSON in one annotation of the workload.
 *
 * <p>A tag never becomes the label that selectors consist of, nor one that a controller writes. Tags that begin with
 * {@code aws:} are set by AWS and refused from anybody else, so they are not given back
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html,
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set).
 */
public final class Tags implements TaskCorrespondence {
    private static final String ANNOTATION = "ecs2k8s.io/tags";
    private static final String AWS = "aws:";

    @Override
    public Term term() {
        return Term.TAG;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("tags[].key", "workload.metadata.labels"),
                OwnedField.to("tags[].value", "workload.metadata.labels", ""));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to("workload.metadata.labels{}", "tags[].value"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        Map<String, String> kept = new LinkedHashMap<>();
        List<Tag> tags = context.tags();
        for (int i = 0; i < tags.size(); i++) {
            String key = tags.get(i).key();
            String value = tags.get(i).value() == null ? "" : tags.get(i).value();
            if (key == null || key.isEmpty()) {
                if (!value.isEmpty()) {
                    context.inTags()
                            .at("tags", i)
                            .report(FindingCode.INVALID_VALUE, "the tag has no key; it is left out");
                }
            } else if (context.labels().containsKey(key) || kept.containsKey(key)) {
                context.inTags()
                        .at("tags", i)
                        .report(FindingCode.INVALID_VALUE, "tag \"" + key + "\" is given twice; the first one counts");
            } else if (PodLabels.isFree(key, value)) {
                context.labels().put(key, value);
            } else {
                kept.put(key, value);
                sayKept(key, i, context);
            }
        }
        if (!kept.isEmpty()) {
            context.workloadAnnotations().put(ANNOTATION, JsonAnnotations.write(kept));
        }
    }

    private static void sayKept(String key, int index, TaskToKubernetes context) {
        if (key.startsWith(AWS)) {
            context.inTags()
                    .at("tags", index)
                    .report(
                            FindingCode.AWS_TAG,
                            "\"" + key + "\" was set by AWS; it is kept in annotation " + ANNOTATION);
            return;
        }
        String why;
        if (PodLabels.isReserved(key)) {
            why = "\"" + key + "\" is a label that Kubernetes needs itself";
        } else if (!Names.isLabelKey(key)) {
            why = "\"" + key + "\" is not a valid label";
        } else {
            why = "the value of \"" + key + "\" is not a valid label value";
        }
        context.inTags().at("tags", index).report(FindingCode.TAG_AS_ANNOTATION, why);
    }

    /**
     * In the order of their keys: that of the labels says nothing. Labels that a service's pods do not have are tags of the
     * service alone.
     */
    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        ObjectMeta metadata = from.getMetadata();
        Set<String> onPods = metadata == null || metadata.getLabels() == null
                ? Set.of()
                : metadata.getLabels().keySet();
        for (Map.Entry<String, String> label : new TreeMap<>(context.workloadLabels()).entrySet()) {
            if (!PodLabels.isReserved(label.getKey()) && (context.runsOnce() || onPods.contains(label.getKey()))) {
                add(label, context);
            }
        }
        for (Map.Entry<String, String> kept : JsonAnnotations.read(
                        context.workloadAnnotations().get(ANNOTATION))
                .entrySet()) {
            if (!kept.getKey().startsWith(AWS)) {
                add(kept, context);
            }
        }
    }

    private static void add(Map.Entry<String, String> tag, TaskToEcs context) {
        context.tags().add(Tag.builder().key(tag.getKey()).value(tag.getValue()).build());
    }
}
