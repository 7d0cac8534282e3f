package io.github.ecs2k8s.internal.rooms.identity;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS executionRoleArn ⇄ permissions of the node: the kubelet pulls images with the node's role, and what reads secrets
 * has a role of its own. Back, every task definition asks for one, because the agent writes the logs with it
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html).
 */
public final class ExecutionRoles implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.EXECUTION_ROLE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.nowhere("executionRoleArn"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        if (from.executionRoleArn() == null || from.executionRoleArn().isBlank()) {
            return;
        }
        String job = readsSecrets(from) ? "pulling images and reading secrets" : "pulling images";
        context.at("executionRoleArn")
                .report(
                        FindingCode.EXECUTION_ROLE,
                        "no Kubernetes counterpart; " + job + " is the node's job",
                        hint(from, context));
    }

    /** Only what this task needs: nothing about ECR without an image there, nothing about secrets without one. */
    private static @Nullable String hint(TaskDefinition task, TaskToKubernetes context) {
        String images = null;
        if (pullsFromEcr(task)) {
            images = context.target().isEks()
                    ? "give the nodes ecr read access (the EKS default)"
                    : "pull from ECR with an image pull secret";
        }
        if (!readsSecrets(task)) {
            return images;
        }
        return images == null ? secrets(context) : images + ", and " + secrets(context);
    }

    private static String secrets(TaskToKubernetes context) {
        if (context.target().has(Addon.EXTERNAL_SECRETS)) {
            return "let External Secrets' own role read the secrets";
        }
        if (context.target().has(Addon.SECRETS_STORE_CSI)) {
            return "let the task role read the secrets";
        }
        return "let External Secrets fill the Secrets: --addon external-secrets";
    }

    private static boolean pullsFromEcr(TaskDefinition task) {
        for (ContainerDefinition container : task.containerDefinitions()) {
            if (container.image() != null && container.image().contains(".dkr.ecr.")) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsSecrets(TaskDefinition task) {
        for (ContainerDefinition container : task.containerDefinitions()) {
            if (!container.secrets().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        // Fargate registers no task definition with awslogs or secrets and without it.
        to.executionRoleArn("${" + context.logicalId("ExecutionRole") + ".Arn}");
    }
}
