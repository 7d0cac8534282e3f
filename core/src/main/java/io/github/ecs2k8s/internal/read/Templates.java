package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.ResourceParts.Part;
import io.github.ecs2k8s.internal.template.Exports;
import io.github.ecs2k8s.internal.template.TemplateReader;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * The CloudFormation templates of the input → task definitions and resources. They are read when all of them are there,
 * because one imports what another exports.
 */
final class Templates {
    private static final String TASK_DEFINITION = "AWS::ECS::TaskDefinition";
    private static final String TASK_SET = "AWS::ECS::TaskSet";
    private static final String PRIMARY_TASK_SET = "AWS::ECS::PrimaryTaskSet";
    private static final String LISTENER_CERTIFICATE = "AWS::ElasticLoadBalancingV2::ListenerCertificate";
    private static final String PARAMETER = "AWS::SSM::Parameter";

    /** Types of namespaces, as the API names them. */
    private static final Map<String, String> NAMESPACES = Map.of(
            "AWS::ServiceDiscovery::PrivateDnsNamespace", "DNS_PRIVATE",
            "AWS::ServiceDiscovery::PublicDnsNamespace", "DNS_PUBLIC",
            "AWS::ServiceDiscovery::HttpNamespace", "HTTP");

    private record Pending(MappingNode document, SourceFile file) {}

    private final TemplateValues stacks;
    private final Findings findings;
    private final ReaderFindings said;
    private final Exports exports = new Exports();
    private final List<Pending> pending = new ArrayList<>();

    Templates(TemplateValues stacks, Findings findings) {
        this.stacks = stacks;
        this.findings = findings;
        this.said = new ReaderFindings(findings);
    }

    /** Takes a template for later. */
    void add(MappingNode document, SourceFile file) {
        pending.add(new Pending(document, file));
        exports.add(document, stacks, FamilyName.of(file.name()));
    }

    /** Reads all templates taken so far. */
    void read(List<TaskDefinitionSource> taskDefinitions, ResourceGathering resources, Map<String, String> parameters) {
        for (Pending template : pending) {
            read(template, taskDefinitions, resources, parameters);
        }
        pending.clear();
    }

    private void read(
            Pending template,
            List<TaskDefinitionSource> taskDefinitions,
            ResourceGathering resources,
            Map<String, String> parameters) {
        String stack = FamilyName.of(template.file().name());
        TemplateReader reader = new TemplateReader(template.document(), stacks, stack, exports, findings);
        List<TemplateReader.Resource> known = reader.resources(Templates::isKnown);
        for (TemplateReader.Resource resource : known) {
            if (resource.type().equals(TASK_DEFINITION)) {
                TaskDefinitionSource source = taskDefinition(resource, stack, template.file());
                if (!source.definition().containerDefinitions().isEmpty()) {
                    taskDefinitions.add(source);
                }
            } else if (resource.type().equals(PARAMETER)) {
                parameter(resource, parameters);
            } else {
                resource(resource, resources);
            }
        }
        sayTransforms(template.document());
        if (known.isEmpty()) {
            said.at(
                    template.document(),
                    FindingCode.NOT_RECOGNISED,
                    "this is a CloudFormation template without anything of ECS or around it; it is left out",
                    null);
            return;
        }
        TemplateReader.Others others = reader.others(Templates::isKnown);
        if (others != null) {
            // At the first of them: what is said at Resources would count as said of every resource.
            said.at(
                    others.first(),
                    FindingCode.RESOURCES_LEFT_OUT,
                    "resources of other kinds are not translated: " + others.counts(),
                    null);
        }
    }

    private static boolean isKnown(String type) {
        return switch (type) {
            case TASK_DEFINITION, TASK_SET, PRIMARY_TASK_SET, LISTENER_CERTIFICATE, PARAMETER -> true;
            // Subnets are the cluster's own matter; what names one, names it by reference.
            default -> ResourceNodes.ofTemplate(type) != null && !type.equals("AWS::EC2::Subnet");
        };
    }

    private TaskDefinitionSource taskDefinition(TemplateReader.Resource resource, String stack, SourceFile file) {
        MappingNode properties =
                TemplateReader.named(resource.properties(), (SdkPojo) RegisterTaskDefinitionRequest.builder());
        // Where no family is given: the logical name, and where that says nothing the template's.
        SourceFile named = new SourceFile(stack + "/" + resource.logicalId(), file.text());
        return TaskDefinitions.of(properties, named, findings).named(resource.logicalId());
    }

    /** Others refer to a parameter by its name, which {@code Ref} gives; only its type matters, never its value. */
    private static void parameter(TemplateReader.Resource resource, Map<String, String> parameters) {
        String type = ResourceParts.text(resource.properties(), "Type");
        String name = ResourceParts.text(resource.properties(), "Name");
        if (type != null) {
            parameters.put("${" + resource.logicalId() + "}", type);
            if (name != null) {
                parameters.put(name, type);
            }
        }
    }

    private static void resource(TemplateReader.Resource resource, ResourceGathering resources) {
        MappingNode properties = resource.properties();
        switch (resource.type()) {
            case PRIMARY_TASK_SET -> {
                // Which of several task sets is the primary one; what it runs, the task set itself says.
            }
            case TASK_SET -> resources.addTaskSet(properties);
            case LISTENER_CERTIFICATE -> certificates(properties, resources);
            case "AWS::EC2::SecurityGroupIngress" ->
                resources.add(
                        ResourceKind.SECURITY_GROUP_RULE,
                        NodeEdits.withTruth(properties, "IsEgress", false),
                        resource.logicalId());
            case "AWS::EC2::SecurityGroupEgress" ->
                resources.add(
                        ResourceKind.SECURITY_GROUP_RULE,
                        NodeEdits.withTruth(properties, "IsEgress", true),
                        resource.logicalId());
            default -> known(resource, resources);
        }
    }

    private static void known(TemplateReader.Resource resource, ResourceGathering resources) {
        ResourceKind kind = ResourceNodes.ofTemplate(resource.type());
        if (kind == null) {
            return;
        }
        SdkPojo shape = ResourceNodes.shape(kind);
        MappingNode properties = ResourceNodes.of(kind, resource.properties());
        if (shape != null) {
            properties = TemplateReader.named(properties, shape);
        }
        String namespace = NAMESPACES.get(resource.type());
        if (namespace != null) {
            properties = NodeEdits.withText(properties, "Type", namespace);
        }
        resources.add(kind, properties, resource.logicalId());
    }

    private static void certificates(MappingNode properties, ResourceGathering resources) {
        if (Recognition.member(properties, "Certificates") instanceof SequenceNode certificates) {
            String listener = ResourceParts.text(properties, "ListenerArn");
            resources.add(new Part(ResourceKind.LISTENER, listener, "Certificates", certificates));
        }
    }

    /** Macros, AWS SAM among them, make resources that are not in the text. */
    private void sayTransforms(MappingNode document) {
        String hint = "give the processed template: aws cloudformation get-template --template-stage Processed"
                + " --stack-name STACK";
        Node transform = document.get("Transform");
        if (transform != null && !names(transform).isEmpty()) {
            said.at(
                    transform,
                    FindingCode.TEMPLATE_TRANSFORM,
                    "transform " + names(transform) + " is not run; what it would add is not there",
                    hint);
        }
        if (document.get("Resources") instanceof MappingNode resources) {
            for (MappingNode.Entry entry : resources.entries()) {
                if (entry.key().startsWith("Fn::") && !entry.key().startsWith("Fn::ForEach::")) {
                    said.at(
                            entry,
                            FindingCode.TEMPLATE_TRANSFORM,
                            entry.key() + " is not run; the resources it would make are not there",
                            hint);
                }
            }
        }
    }

    /** The language extensions are run: their loops and functions are all they are. */
    private static String names(Node transform) {
        StringBuilder names = new StringBuilder();
        List<Node> items = transform instanceof SequenceNode list ? list.items() : List.of(transform);
        for (Node item : items) {
            Node name = item instanceof MappingNode macro ? macro.nearest("Name") : item;
            String text = name instanceof ScalarNode scalar ? scalar.text() : name.describe();
            if (!name.isNull() && !text.equals("AWS::LanguageExtensions")) {
                names.append(names.isEmpty() ? "" : ", ").append(text);
            }
        }
        return names.toString();
    }
}
