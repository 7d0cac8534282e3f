package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.internal.template.TemplateReader;
import io.github.ecs2k8s.internal.terraform.document.TerraformDocuments;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from its content what a document is. */
final class Recognition {
    private static final List<String> CONTAINER_DEFINITIONS = List.of("containerDefinitions");

    /** What an object is, followed by the keys any of which gives it away; the first that fits counts. */
    private static final String[][] KINDS = {
        {"a list of the names of task definitions", "taskDefinitionArns"},
        {"a list of the names of services", "serviceArns"},
        {"a list of the names of clusters", "clusterArns"},
        {"a list of the names of tasks", "taskArns"},
        {"a list of service revisions", "serviceRevisions"},
        {"a service revision", "serviceRevisionArn"},
        {"a list of schedules without their targets", "Schedules"},
        {"the health of registered targets", "TargetHealthDescriptions"},
        {"a list of VPCs", "Vpcs"},
        {"a certificate", "Certificate"},
        {"a list of tags", "TagDescriptions"},
        {"a list of permissions of a security group", "IpPermissions"},
        {"a Terraform file", "terraform_version", "resource", "provider"},
    };

    private Recognition() {}

    /** The member under a key, whose first letters' case may differ as templates write it; null when absent or null. */
    static @Nullable Node member(MappingNode object, String key) {
        for (MappingNode.Entry entry : object.entries()) {
            if (entry.key().equalsIgnoreCase(key) && !entry.value().isNull()) {
                return entry.value();
            }
        }
        return null;
    }

    /** Whether an object holds the members of a task definition itself. */
    static boolean isTaskDefinition(MappingNode object) {
        if (isKubernetes(object) || TemplateReader.isTemplate(object) || object.has("task_definition")) {
            return false;
        }
        for (MappingNode.Entry entry : object.entries()) {
            if (Spelling.nearest(entry.key(), CONTAINER_DEFINITIONS) != null) {
                return true;
            }
        }
        return member(object, "family") != null;
    }

    /** Actions and conditions of listener rules, which create-rule takes from files of their own. */
    private static final List<String> RULE_PARTS = List.of(
            "forward",
            "redirect",
            "fixed-response",
            "authenticate-oidc",
            "authenticate-cognito",
            "jwt-validation",
            "host-header",
            "path-pattern",
            "http-header",
            "query-string",
            "http-request-method",
            "source-ip");

    private static boolean isRulePart(MappingNode object) {
        return object.get("Type") instanceof ScalarNode type && RULE_PARTS.contains(type.text())
                || object.get("Field") instanceof ScalarNode field && RULE_PARTS.contains(field.text());
    }

    /** Whether an object is evidently something else, though its keys may be those of an AWS resource. */
    static boolean isForeign(MappingNode object) {
        return isKubernetes(object)
                || isRulePart(object)
                || object.has("task_definition")
                || object.has("service_definition")
                || object.has("serviceRevisionArn")
                || object.get("Type") instanceof ScalarNode type && type.text().startsWith("AWS::")
                || object.get("services") instanceof MappingNode;
    }

    /** Whether an object is one container definition. */
    static boolean isContainerDefinition(Node node) {
        return node instanceof MappingNode object
                && (member(object, "image") instanceof ScalarNode)
                && !isKubernetes(object)
                && !isTaskDefinition(object)
                // A Compose service has an image too, but never its own name.
                && member(object, "name") instanceof ScalarNode;
    }

    private static boolean isKubernetes(MappingNode object) {
        return object.has("apiVersion") && object.has("kind");
    }

    /** What a document is that holds no task definition, to go on from "this is". */
    static String describe(Node document) {
        if (document instanceof MappingNode object) {
            return describe(object);
        }
        if (document instanceof SequenceNode list) {
            return list.items().isEmpty() ? "an empty list" : "a list of something else";
        }
        return "plain text";
    }

    private static String describe(MappingNode object) {
        if (TemplateReader.isTemplate(object)) {
            return "a CloudFormation template";
        }
        if (isKubernetes(object)) {
            Node kind = object.get("kind");
            return "a Kubernetes manifest" + (kind instanceof ScalarNode name ? " (" + name.text() + ")" : "");
        }
        if (object.has("task_definition") && object.has("service")) {
            return "an ecspresso configuration";
        }
        if (object.get("Type") instanceof ScalarNode type && type.text().startsWith("AWS::")) {
            return "a resource of a CloudFormation template";
        }
        if (isRulePart(object)) {
            return "an action or a condition of a listener rule, without the rule";
        }
        if (object.get("services") instanceof MappingNode) {
            return "a Compose file";
        }
        String terraform = TerraformDocuments.describe(object);
        if (terraform != null) {
            return terraform;
        }
        for (String[] kind : KINDS) {
            for (int i = 1; i < kind.length; i++) {
                if (object.has(kind[i])) {
                    return kind[0];
                }
            }
        }
        return object.entries().isEmpty() ? "an empty object" : "an object with " + keys(object);
    }

    private static String keys(MappingNode object) {
        StringBuilder keys = new StringBuilder("the keys ");
        int shown = Math.min(4, object.entries().size());
        for (int i = 0; i < shown; i++) {
            keys.append(i == 0 ? "" : ", ").append(object.entries().get(i).key());
        }
        return keys.append(shown < object.entries().size() ? " …" : "").toString();
    }
}
