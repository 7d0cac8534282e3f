package io.github.ecs2k8s.internal.rooms.identity;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS taskRoleArn ⇄ Kubernetes ServiceAccount: one per role, shared by every task that has it.
 *
 * <p>On EKS the account names the role in an annotation, and the role must trust the cluster's identity provider instead of
 * ECS (https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html). ECS also takes a role's
 * short name; the account number it stands for is never guessed
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html). A task without a role has no use
 * for a token of the cluster's API, so its Pod gets none.
 */
public final class TaskRoles implements TaskCorrespondence {
    private static final String ROLE_ARN = "eks.amazonaws.com/role-arn";
    private static final String FIELD = "taskRoleArn";

    @Override
    public Term term() {
        return Term.TASK_ROLE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(FIELD, "ServiceAccount.metadata.annotations"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.resolved("pod.spec.serviceAccountName", FIELD, "default"),
                OwnedField.resolved("pod.spec.serviceAccount", FIELD, "default"),
                OwnedField.nowhere("pod.spec.automountServiceAccountToken", "false"),
                OwnedField.to("ServiceAccount.metadata.annotations{}", FIELD),
                OwnedField.resolved(
                        "ServiceAccount.imagePullSecrets[].name", "containerDefinitions[].repositoryCredentials"),
                OwnedField.nowhere("ServiceAccount.secrets[].**"),
                OwnedField.nowhere("ServiceAccount.automountServiceAccountToken", "true or false"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        String text = from.taskRoleArn();
        if (text == null || text.isBlank()) {
            to.getSpec().setAutomountServiceAccountToken(false);
            return;
        }
        RoleReference role = new RoleReference(text);
        String name = context.bundle()
                .names("ServiceAccount")
                .unique(role.accountName(context.facts().workloadName()), text);
        if (context.bundle().lookUp("ServiceAccount", name) == null) {
            context.bundle().add(account(name, role, context));
        }
        to.getSpec().setServiceAccountName(name);
        if (!context.target().isEks()) {
            context.at(FIELD)
                    .report(
                            FindingCode.TASK_ROLE_UNAVAILABLE,
                            "outside EKS nothing gives the Pod this role; ServiceAccount " + name
                                    + " has no AWS permissions",
                            "give the containers AWS credentials from a Secret, or use IAM Roles Anywhere");
        } else if (!role.isComplete()) {
            sayIncomplete(name, role, context);
        } else {
            String namespace = context.bundle().options().namespace();
            context.at(FIELD)
                    .report(
                            FindingCode.TASK_ROLE_TRUST,
                            "the role must trust the cluster's OIDC provider instead of ecs-tasks.amazonaws.com",
                            "allow system:serviceaccount:" + (namespace == null ? "NAMESPACE" : namespace) + ":" + name
                                    + " in its trust policy, or use an EKS Pod Identity association");
        }
    }

    private static ServiceAccount account(String name, RoleReference role, TaskToKubernetes context) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        if (context.target().isEks() && !role.isShortName()) {
            Map<String, String> annotations = new LinkedHashMap<>();
            annotations.put(ROLE_ARN, role.text());
            metadata.setAnnotations(annotations);
        }
        ServiceAccount account = new ServiceAccount();
        account.setMetadata(metadata);
        return account;
    }

    private static void sayIncomplete(String name, RoleReference role, TaskToKubernetes context) {
        if (role.isShortName()) {
            context.at(FIELD)
                    .report(
                            FindingCode.TASK_ROLE_INCOMPLETE,
                            "\"" + role.text() + "\" is a name, not an ARN; ServiceAccount " + name
                                    + " is written without the role",
                            "kubectl annotate serviceaccount " + name + namespace(context) + " " + ROLE_ARN
                                    + "=$(aws iam get-role --role-name " + Shell.word(role.text())
                                    + " --query Role.Arn --output text)");
        } else {
            context.at(FIELD)
                    .report(
                            FindingCode.TASK_ROLE_INCOMPLETE,
                            "\"" + role.text() + "\" is not a complete role ARN; ServiceAccount " + name
                                    + " has it as it is",
                            "fill it in before applying the manifests");
        }
    }

    private static String namespace(TaskToKubernetes context) {
        String namespace = context.bundle().options().namespace();
        return namespace == null ? "" : " --namespace " + namespace;
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        PodSpec pod = from.getSpec();
        boolean old = pod.getServiceAccountName() == null;
        String name = old ? pod.getServiceAccount() : pod.getServiceAccountName();
        if (name == null || name.equals("default")) {
            return;
        }
        LocatedObject located = context.lookUp("ServiceAccount", name);
        if (located == null || !(located.object() instanceof ServiceAccount account)) {
            context.at("spec", old ? "serviceAccount" : "serviceAccountName")
                    .report(
                            FindingCode.SERVICE_ACCOUNT_UNKNOWN,
                            "ServiceAccount " + name + " is not in the input; the task gets no role",
                            "give its manifest as a further input, or set taskRoleArn");
            return;
        }
        context.use(account);
        Map<String, String> annotations = account.getMetadata().getAnnotations();
        if (annotations != null) {
            to.taskRoleArn(annotations.get(ROLE_ARN));
            context.all()
                    .shared(
                            "said ServiceAccount " + account.getMetadata().getNamespace() + "/" + name,
                            () -> sayOfAnnotations(located, annotations, context));
        }
    }

    private static String sayOfAnnotations(LocatedObject located, Map<String, String> annotations, TaskToEcs context) {
        for (String key : annotations.keySet()) {
            boolean role = key.equals(ROLE_ARN);
            context.all()
                    .at(located.node(), "metadata", "annotations", key)
                    .report(
                            role ? FindingCode.TASK_ROLE_TRUST : FindingCode.METADATA_LEFT_OUT,
                            role
                                    ? "the role must trust ecs-tasks.amazonaws.com instead of the cluster's OIDC provider"
                                    : "nothing in AWS reads " + key + "; not written",
                            role ? "allow sts:AssumeRole for that service in its trust policy" : null);
        }
        return "";
    }
}
