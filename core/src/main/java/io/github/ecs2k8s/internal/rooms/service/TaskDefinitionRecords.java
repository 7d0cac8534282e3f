package io.github.ecs2k8s.internal.rooms.service;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * ECS taskDefinitionArn ⇄ Kubernetes annotation that says where the workload came from; the service's other notes on a
 * registration (status, dates, who) have no use in a manifest.
 *
 * <p>All of them are written by describe-task-definition and ignored when a task definition is registered
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html).
 */
public final class TaskDefinitionRecords implements TaskCorrespondence {
    private static final String SOURCE = "ecs2k8s.io/source";

    @Override
    public Term term() {
        return Term.REGISTRATION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("taskDefinitionArn", "workload.metadata.annotations"),
                OwnedField.nowhere("status", "ACTIVE"),
                OwnedField.nowhere("registeredAt"),
                OwnedField.nowhere("registeredBy"),
                OwnedField.nowhere("deregisteredAt"),
                OwnedField.nowhere("deleteRequestedAt"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        String arn = from.taskDefinitionArn();
        if (arn != null && !arn.isEmpty()) {
            context.workloadAnnotations().put(SOURCE, arn);
        }
        TaskDefinitionStatus status = from.status();
        if (status == TaskDefinitionStatus.INACTIVE || status == TaskDefinitionStatus.DELETE_IN_PROGRESS) {
            context.at("status")
                    .report(
                            FindingCode.TASK_DEFINITION_INACTIVE,
                            "the task definition is " + status + "; it is written as if it were active",
                            "make sure that this is the revision you want to run");
        }
        sayReadOnly(from.registeredAt(), "registeredAt", context);
        sayReadOnly(from.registeredBy(), "registeredBy", context);
        sayReadOnly(from.deregisteredAt(), "deregisteredAt", context);
        sayReadOnly(from.deleteRequestedAt(), "deleteRequestedAt", context);
    }

    private static void sayReadOnly(@Nullable Object value, String field, TaskToKubernetes context) {
        if (value != null && !value.equals("")) {
            context.at(field).report(FindingCode.READ_ONLY_FIELD, field + " is the service's own note; not written");
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        to.taskDefinitionArn(context.workloadAnnotations().get(SOURCE));
    }
}
