package io.github.ecs2k8s.ecs.cloudformation;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/** CloudFormation template → its resources of one type, resolved and with the API's member names. */
public final class TemplateReader {
    private final Template template;
    private final Resolver resolver;

    /**
     * One resource.
     *
     * @param logicalId its name in the template
     * @param properties its properties, every function resolved; places and pointers are those of the template
     */
    public record Resource(String logicalId, MappingNode properties) {}

    /**
     * A reader of one template.
     *
     * @param stackName {@code AWS::StackName}, where the values do not give it as a parameter
     * @param findings receives what cannot be resolved, once per reference
     */
    public TemplateReader(MappingNode document, TemplateValues values, String stackName, Findings findings) {
        this.template = new Template(document);
        this.resolver = new Resolver(template, values, stackName, findings);
    }

    /** Whether a document is a CloudFormation template. */
    public static boolean isTemplate(MappingNode document) {
        return Template.is(document);
    }

    /**
     * The resources of a type whose conditions hold, in the order of the template.
     *
     * @param type for example {@code AWS::ECS::TaskDefinition}
     * @param model a model with the API's members for this type; property names differ from them in nothing but case
     */
    public List<Resource> resources(String type, SdkPojo model) {
        List<Resource> found = new ArrayList<>();
        for (String name : template.resources()) {
            MappingNode resource = template.resource(name);
            if (resource != null && Template.type(resource).equals(type) && resolver.exists(resource)) {
                found.add(new Resource(name, ApiKeys.rename(properties(resource), model)));
            }
        }
        return found;
    }

    /** How many resources of other types there are, by type: {@code 2 AWS::ECS::Service, 1 AWS::EC2::VPC}. */
    public String others(String type) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : template.resources()) {
            MappingNode resource = template.resource(name);
            if (resource != null && !Template.type(resource).equals(type) && resolver.exists(resource)) {
                counts.merge(Template.type(resource), 1, Integer::sum);
            }
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((other, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(count)
                .append(' ')
                .append(other));
        return text.toString();
    }

    private MappingNode properties(MappingNode resource) {
        Node properties = resource.get("Properties");
        Node resolved = properties == null ? null : resolver.resolve(properties);
        return resolved instanceof MappingNode mapping
                ? mapping
                : new MappingNode(resource.location(), Pointer.ROOT, null, List.of());
    }
}
