package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.internal.write.ApiNaming;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTexts.Place;
import io.github.ecs2k8s.internal.write.PlainTexts.Use;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.YamlTag;
import java.util.List;
import java.util.Map;

/**
 * The command that runs a task once, as the value of an output: a template has no resource for that
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html).
 */
final class RunTaskCommand {
    private final TemplateReferences references;
    private final TemplateParameters parameters;

    RunTaskCommand(TemplateReferences references, TemplateParameters parameters) {
        this.references = references;
        this.parameters = parameters;
    }

    /** The value of the output for one call of run-task. */
    Object of(EcsBundle bundle, String logicalId) {
        Part part = Parts.of(bundle, new ApiNaming()).find(logicalId);
        String input = part == null ? "{}" : JsonPrinter.line(part.members()).replace("'", "'\\''");
        // Under a key whose text is known to hold the user's own.
        Map<String, Object> command = PlainTrees.of("Input", "aws ecs run-task --cli-input-json '" + input + "'");
        Object written = references.write(command).getOrDefault("Input", "");
        return written instanceof YamlTag tag && tag.name().equals("Sub") ? ofAccount(tag.text()) : written;
    }

    /** What belongs to the account is no part of the template, but a parameter of it. */
    private Object ofAccount(String text) {
        String command = text;
        if (command.contains("\"cluster\":\"${!ClusterName}\"")) {
            String name = parameters.name("ClusterName", new Place("cluster", false, Use.ANY), true);
            command = command.replace("\"cluster\":\"${!ClusterName}\"", "\"cluster\":\"${" + name + "}\"");
        }
        String subnets = "\"subnets\":[\"${!SubnetIds}\"]";
        if (!command.contains(subnets)) {
            return new YamlTag("Sub", command);
        }
        parameters.standsAlone("SubnetIds");
        String name = parameters.name("SubnetIds", new Place("subnets", true, Use.ANY), true);
        command = command.replace(subnets, "\"subnets\":[\"${" + name + "}\"]");
        if (!parameters.isList(name)) {
            return new YamlTag("Sub", command);
        }
        Object joined = PlainTrees.of("Fn::Join", List.of("\",\"", new YamlTag("Ref", name)));
        return PlainTrees.of("Fn::Sub", List.of(command, PlainTrees.of(name, joined)));
    }
}
