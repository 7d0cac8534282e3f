package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.Partition;
import io.github.ecs2k8s.ecs.SecretReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the execution role of task definitions that need one and name none that exists: allowed to pull the images they
 * name from ECR, to write to the log groups and read the secrets and files they name, and nothing else
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html).
 */
final class AddedExecutionRoles {
    private final Parts parts;
    private final Map<String, String> parameterTypes;

    /**
     * Adds roles to some parts.
     *
     * @param parameterTypes the bundle's: tells parameters of a template from secrets
     */
    AddedExecutionRoles(Parts parts, Map<String, String> parameterTypes) {
        this.parts = parts;
        this.parameterTypes = parameterTypes;
    }

    void add() {
        for (Part task : parts.of(PartKind.TASK_DEFINITION)) {
            String given = task.text("executionRoleArn");
            String wanted =
                    given == null ? LogicalIds.pascal(task.name()) + "ExecutionRole" : RoleNames.unknown(parts, given);
            if (wanted == null) {
                continue;
            }
            Policies policies = policies(task);
            if (!policies.isEmpty()) {
                Map<String, Object> role =
                        Policies.role("ecs-tasks.amazonaws.com", "task-execution", policies.statements());
                Part part = parts.add(PartKind.ROLE, wanted, role);
                task.members().put(parts.taskDefinitionMember("executionRoleArn"), "${" + part.logicalId() + ".Arn}");
            }
        }
    }

    private Policies policies(Part task) {
        Policies policies = new Policies();
        List<Object> containers = PlainTrees.list(task.members(), "containerDefinitions");
        containers.forEach(container -> image(PlainTrees.map(container), policies));
        containers.forEach(container -> logs(PlainTrees.map(PlainTrees.map(container), "logConfiguration"), policies));
        containers.forEach(container -> secrets(PlainTrees.map(container), policies));
        containers.forEach(container -> files(PlainTrees.map(container), policies));
        return policies;
    }

    /** {@code 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.42.0}. */
    private static void image(Map<String, Object> container, Policies policies) {
        String image = PlainTrees.get(container, "image") instanceof String text ? text : "";
        int slash = image.indexOf('/');
        String host = slash < 0 ? "" : image.substring(0, slash);
        int registry = host.indexOf(".dkr.ecr.");
        registry = registry < 0 ? host.indexOf(".dkr.ecr-fips.") : registry;
        int domain = Partition.domain(host);
        domain = domain < 0 ? host.indexOf(".${AWS::URLSuffix}") : domain;
        if (registry <= 0 || domain < 0) {
            return;
        }
        String region = host.substring(host.indexOf('.', registry + 5) + 1, domain);
        String repository = Policies.PARTITION + "ecr:" + region + ":" + host.substring(0, registry) + ":repository/"
                + repository(image.substring(slash + 1));
        policies.allow("*", "ecr:GetAuthorizationToken");
        policies.allow(
                repository, "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage");
    }

    private static String repository(String path) {
        int digest = path.indexOf('@');
        String tagged = digest < 0 ? path : path.substring(0, digest);
        int tag = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        return tag < 0 ? tagged : tagged.substring(0, tag);
    }

    private void logs(Map<String, Object> logging, Policies policies) {
        String group = PlainTrees.map(logging, "options").get("awslogs-group") instanceof String text ? text : "";
        if ("awslogs".equals(PlainTrees.get(logging, "logDriver")) && !group.isEmpty()) {
            Part part = parts.meantBy(group);
            String arn = part == null
                    ? Policies.PARTITION + "logs" + Policies.HERE + "log-group:" + group + ":*"
                    : "${" + part.logicalId() + ".Arn}";
            policies.allow(arn, "logs:CreateLogStream", "logs:PutLogEvents");
            if (part == null && "true".equals(PlainTrees.map(logging, "options").get("awslogs-create-group"))) {
                policies.allow(arn, "logs:CreateLogGroup");
            }
        }
    }

    private void secrets(Map<String, Object> container, Policies policies) {
        for (Object secret : PlainTrees.list(container, "secrets")) {
            read(PlainTrees.get(PlainTrees.map(secret), "valueFrom"), policies);
        }
        for (Object secret : PlainTrees.list(PlainTrees.map(container, "logConfiguration"), "secretOptions")) {
            read(PlainTrees.get(PlainTrees.map(secret), "valueFrom"), policies);
        }
        read(PlainTrees.get(PlainTrees.map(container, "repositoryCredentials"), "credentialsParameter"), policies);
    }

    private void read(@Nullable Object valueFrom, Policies policies) {
        SecretReference reference = valueFrom instanceof String text ? SecretReference.parse(text) : null;
        if (reference == null) {
            return;
        }
        String source = reference.source();
        boolean parameter =
                reference.service() == SecretReference.Service.PARAMETER_STORE || parameterTypes.containsKey(source);
        if (parameter) {
            String name = source.startsWith("/") ? source.substring(1) : source;
            policies.allow(
                    source.startsWith("arn:")
                            ? source
                            : Policies.PARTITION + "ssm" + Policies.HERE + "parameter/" + name,
                    "ssm:GetParameters");
            return;
        }
        policies.allow(source, "secretsmanager:GetSecretValue");
        Part secret = parts.meantBy(source);
        String key = secret == null ? null : secret.text("KmsKeyId");
        if (key != null && !key.startsWith("alias/")) {
            policies.allow(isKey(key) ? key : Policies.PARTITION + "kms" + Policies.HERE + "key/" + key, "kms:Decrypt");
        }
    }

    private static boolean isKey(String key) {
        return key.startsWith("arn:") || key.startsWith("${");
    }

    private static void files(Map<String, Object> container, Policies policies) {
        for (Object file : PlainTrees.list(container, "environmentFiles")) {
            object(PlainTrees.get(PlainTrees.map(file), "value"), policies);
        }
        for (Object specification : PlainTrees.list(container, "credentialSpecs")) {
            String text = specification.toString();
            int arn = text.indexOf("arn:");
            String source = arn < 0 ? "" : text.substring(arn);
            if (source.contains(":s3:")) {
                object(source, policies);
            } else if (source.contains(":ssm:")) {
                policies.allow(source, "ssm:GetParameters");
            }
        }
    }

    /** The object itself, and where its bucket is. */
    private static void object(@Nullable Object arn, Policies policies) {
        if (arn instanceof String text) {
            int slash = text.indexOf('/');
            policies.allow(text, "s3:GetObject");
            policies.allow(slash < 0 ? text : text.substring(0, slash), "s3:GetBucketLocation");
        }
    }
}
