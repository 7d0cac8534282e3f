package io.github.ecs2k8s.internal.rooms.service;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS task definition family and revision ⇄ Kubernetes workload name and annotation.
 *
 * <p>Where a service or a schedule runs the task, the workload has its name, and the family is an annotation. The revision never enters a name, label or selector: a Deployment whose selector changes with every revision cannot
 * be applied (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates).
 */
public final class TaskFamilies implements TaskCorrespondence, BundleCorrespondence {
    @Override
    public Term term() {
        return Term.TASK_DEFINITION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("family", "workload.metadata.name"),
                OwnedField.to("revision", "workload.metadata.annotations"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to("workload.metadata.name", "family"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        String name = context.facts().workloadName();
        if (context.facts().isNamedByLaunch()) {
            if (!name.equals(from.family())) {
                context.workloadAnnotations().put(TaskReferences.FAMILY, from.family());
            }
        } else if (!name.equals(from.family())) {
            context.at("family")
                    .report(FindingCode.NAME_ADJUSTED, "family \"" + from.family() + "\" is written " + name);
        }
        if (from.revision() != null && from.revision() > 0) {
            context.workloadAnnotations()
                    .put(TaskReferences.REVISION, from.revision().toString());
        }
    }

    /** Where several workloads have one name, only the annotation can say that all of them run the same family. */
    @Override
    public void toKubernetes(BundleToKubernetes context) {
        Map<String, Integer> workloads = new HashMap<>();
        for (LaunchToKubernetes launch : context.launches()) {
            workloads.merge(launch.workload().getMetadata().getName(), 1, Integer::sum);
        }
        for (LaunchToKubernetes launch : context.launches()) {
            String name = launch.workload().getMetadata().getName();
            String family = launch.launch().source().definition().family();
            if (workloads.getOrDefault(name, 0) > 1 && name.equals(family)) {
                launch.annotate(TaskReferences.FAMILY, family);
            }
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        String family = context.family();
        to.family(family);
        if (!context.workloadAnnotations().containsKey(TaskReferences.FAMILY)
                && !family.equals(context.workloadName())) {
            context.inWorkload()
                    .at("metadata", "name")
                    .report(FindingCode.FAMILY_ADJUSTED, "the family of " + context.workloadName() + " is " + family);
        }
        String revision = context.workloadAnnotations().get(TaskReferences.REVISION);
        if (revision != null) {
            to.revision(revision(revision, context));
        }
    }

    private static @Nullable Integer revision(String text, TaskToEcs context) {
        Integer number = TaskReferences.revision("family:" + text);
        if (number == null || number < 1) {
            context.inWorkload()
                    .at("metadata", "annotations", TaskReferences.REVISION)
                    .report(FindingCode.INVALID_VALUE, "this is no revision of a task definition; it is left out");
            return null;
        }
        return number;
    }
}
