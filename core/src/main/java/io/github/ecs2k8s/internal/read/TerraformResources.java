package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.ResourceParts.Part;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.internal.terraform.aws.Account;
import io.github.ecs2k8s.internal.terraform.aws.GroupRuleTexts;
import io.github.ecs2k8s.internal.terraform.aws.KnownValues;
import io.github.ecs2k8s.internal.terraform.aws.MappedResource;
import io.github.ecs2k8s.internal.terraform.aws.OpenReferences;
import io.github.ecs2k8s.internal.terraform.aws.ProviderTypes;
import io.github.ecs2k8s.internal.terraform.aws.ResourceMapping;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resources of Terraform's AWS provider → task definitions and what surrounds them. */
final class TerraformResources {
    private static final String CONTAINERS = "containerDefinitions";

    private final List<TaskDefinitionSource> taskDefinitions;
    private final ResourceGathering resources;
    private final Map<String, String> parameters;
    private final Findings findings;
    private final ReaderFindings said;

    private TerraformResources(
            List<TaskDefinitionSource> taskDefinitions,
            ResourceGathering resources,
            Map<String, String> parameters,
            Findings findings) {
        this.taskDefinitions = taskDefinitions;
        this.resources = resources;
        this.parameters = parameters;
        this.findings = findings;
        this.said = new ReaderFindings(findings);
    }

    /**
     * Reads the resources of one configuration, plan or state; references between them resolve.
     *
     * @param configuration all resources and data sources of one root module and its children
     * @param known what the user knows of the account
     * @param taskDefinitions receives task definitions
     * @param resources receives what surrounds them
     * @param parameters receives the types of parameters by name
     * @param findings receives what is not translated, and placeholders that stay
     */
    static void read(
            List<TerraformResource> configuration,
            TemplateValues known,
            List<TaskDefinitionSource> taskDefinitions,
            ResourceGathering resources,
            Map<String, String> parameters,
            Findings findings) {
        new TerraformResources(taskDefinitions, resources, parameters, findings).read(configuration, known);
    }

    private void read(List<TerraformResource> configuration, TemplateValues known) {
        KnownValues values = new KnownValues(configuration, Account.of(configuration, known));
        OpenReferences open = new OpenReferences(values, findings);
        List<TerraformResource> sorted = new ArrayList<>(configuration);
        sorted.sort(Comparator.comparing(TerraformResource::address));
        List<TerraformResource> translated = new ArrayList<>();
        for (TerraformResource resource : sorted) {
            if (ProviderTypes.isKnown(resource)) {
                translated.add(resource(resource, values.resolve(resource.values())));
            }
        }
        Set<String> subnets = LoadBalancerSubnets.of(translated);
        for (TerraformResource resource : translated) {
            if (!resource.type().equals("aws_subnet") || LoadBalancerSubnets.isNamed(resource, subnets)) {
                MappedResource mapped = ResourceMapping.of(resource, findings);
                add(resource, mapped);
                open.say(resource.address(), mapped.members());
            }
        }
        OtherResources.say(sorted, !translated.isEmpty(), said);
    }

    private static TerraformResource resource(TerraformResource resource, MappingNode values) {
        return new TerraformResource(resource.address(), resource.data(), resource.type(), resource.name(), values);
    }

    private void add(TerraformResource resource, MappedResource mapped) {
        MappingNode members = mapped.members();
        switch (mapped.kind()) {
            case "TASK_DEFINITION" -> taskDefinition(resource, members);
            case "TASK_SET" -> resources.addTaskSet(members);
            case "PARAMETER" -> parameter(resource, members);
            case "CERTIFICATE" -> part(ResourceKind.LISTENER, "Certificates", members);
            case "TARGET" -> part(ResourceKind.TARGET_GROUP, "Targets", members);
            case "EVENT_TARGET" -> part(ResourceKind.EVENT_RULE, "Targets", members);
            case "SECURITY_GROUP_RULES" ->
                GroupRuleTexts.of(members)
                        .forEach(rule -> resources.add(ResourceKind.SECURITY_GROUP_RULE, rule, resource.address()));
            default -> resources.add(ResourceKind.valueOf(mapped.kind()), members, resource.address());
        }
    }

    /** Containers that nobody knows before apply cannot be written; the service that runs them says that they are missing. */
    private void taskDefinition(TerraformResource resource, MappingNode members) {
        Node containers = members.get(CONTAINERS);
        if (containers != null && RecordSpelling.isPlaceholder(containers)) {
            said.at(
                    containers,
                    FindingCode.MISSING_FIELD,
                    "container_definitions of " + resource.address() + " is known only after apply: "
                            + ResourceParts.text(members, CONTAINERS),
                    "give the configuration itself, or apply and give the output of: terraform show -json");
            return;
        }
        // Where no family is given: the resource's name.
        SourceFile named = new SourceFile(resource.name(), "");
        TaskDefinitionSource source =
                TaskDefinitions.of(members, named, findings).named(resource.address());
        if (!source.definition().containerDefinitions().isEmpty()) {
            taskDefinitions.add(source);
        }
    }

    /** Only its type matters, never its value. */
    private void parameter(TerraformResource resource, MappingNode members) {
        String type = ResourceParts.text(members, "Type");
        String name = ResourceParts.text(members, "Name");
        if (type != null) {
            parameters.put("${" + resource.address() + ".arn}", type);
            parameters.put("${" + resource.address() + ".name}", type);
            if (name != null) {
                parameters.put(name, type);
            }
        }
    }

    private void part(ResourceKind owner, String member, MappingNode members) {
        MappingNode own = NodeEdits.without(members, Set.of("Reference"));
        SequenceNode list = new SequenceNode(own.location(), own.pointer(), null, List.of(own));
        resources.add(new Part(owner, ResourceParts.text(members, "Reference"), member, list));
    }

    /** The subnets that load balancers of a configuration stand in; any other is the cluster's own matter. */
    private static final class LoadBalancerSubnets {

        static Set<String> of(List<TerraformResource> resources) {
            Set<String> named = new HashSet<>();
            for (TerraformResource resource : resources) {
                if (resource.type().equals("aws_lb") || resource.type().equals("aws_alb")) {
                    for (String member : List.of("subnets", "subnet_mapping")) {
                        collect(resource.values().get(member), named);
                    }
                }
            }
            return named;
        }

        private static void collect(@Nullable Node node, Set<String> named) {
            if (node instanceof SequenceNode sequence) {
                sequence.items().forEach(item -> collect(item, named));
            } else if (node instanceof MappingNode mapping) {
                collect(mapping.get("subnet_id"), named);
            } else if (node instanceof ScalarNode scalar) {
                named.add(scalar.text());
            }
        }

        static boolean isNamed(TerraformResource subnet, Set<String> named) {
            String id = ResourceParts.text(subnet.values(), "id");
            return named.contains("${" + subnet.address() + ".id}") || id != null && named.contains(id);
        }
    }
}
