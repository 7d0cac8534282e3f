package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** CloudFormation template → its resources, resolved. */
public final class TemplateReader {
    private final Template template;
    private final Resolver resolver;

    /**
     * One resource.
     *
     * @param logicalId its name in the template
     * @param type its type: {@code AWS::ECS::Service}
     * @param properties its properties, every function resolved; places and pointers are those of the template
     */
    public record Resource(String logicalId, String type, MappingNode properties) {}

    /**
     * A reader of one template.
     *
     * @param stackName {@code AWS::StackName}, where the values do not give it as a parameter
     * @param exports what other templates in the input export
     * @param findings receives what cannot be resolved, once per reference
     */
    public TemplateReader(
            MappingNode document, TemplateValues values, String stackName, Exports exports, Findings findings) {
        this.template = new Template(written(document, values, stackName, exports, findings));
        this.resolver = new Resolver(template, values, stackName, exports, findings);
    }

    /** The document with its loops written out. */
    private static MappingNode written(
            MappingNode document, TemplateValues values, String stackName, Exports exports, Findings findings) {
        if (!Loops.isIn(document)) {
            return document;
        }
        Resolver given = new Resolver(new Template(document), values, stackName, exports, findings);
        return new Loops(given, findings).unrolled(document);
    }

    /** Whether a document is a CloudFormation template. */
    public static boolean isTemplate(MappingNode document) {
        return Template.is(document);
    }

    /** The resources of some types whose conditions hold, sorted by their logical names. */
    public List<Resource> resources(Predicate<String> types) {
        List<Resource> found = new ArrayList<>();
        for (String name : template.resources()) {
            MappingNode resource = template.resource(name);
            if (resource != null && types.test(Template.type(resource)) && resolver.exists(resource)) {
                found.add(new Resource(name, Template.type(resource), properties(resource)));
            }
        }
        return found;
    }

    /**
     * Properties under the names of the API's members.
     *
     * @param model a model with the API's members; property names differ from them in nothing but case
     */
    public static MappingNode named(MappingNode properties, SdkPojo model) {
        return ApiKeys.rename(properties, model);
    }

    /**
     * The resources of other types.
     *
     * @param first the first one
     * @param counts how many of each type: {@code 2 AWS::ECS::Service, 1 AWS::EC2::VPC}
     */
    public record Others(MappingNode first, String counts) {}

    /** The resources of other types whose conditions hold, null when there are none. */
    public @Nullable Others others(Predicate<String> types) {
        MappingNode first = null;
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : template.resources()) {
            MappingNode resource = template.resource(name);
            if (resource != null && !types.test(Template.type(resource)) && resolver.exists(resource)) {
                counts.merge(Template.type(resource), 1, Integer::sum);
                first = first == null ? resource : first;
            }
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((other, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(count)
                .append(' ')
                .append(other));
        return first == null ? null : new Others(first, text.toString());
    }

    private MappingNode properties(MappingNode resource) {
        Node properties = resource.get("Properties");
        Node resolved = properties == null ? null : resolver.resolve(properties);
        return resolved instanceof MappingNode mapping
                ? mapping
                : new MappingNode(resource.location(), resource.pointer(), null, List.of());
    }
}
