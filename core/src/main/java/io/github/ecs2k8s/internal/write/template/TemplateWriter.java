package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.HookTasks;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.source.YamlPrinter;
import io.github.ecs2k8s.source.YamlTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bundle → one CloudFormation template, in YAML, that creates all of it: with parameters for what belongs to the account,
 * references between resources, log groups, and roles that are allowed what they need
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html).
 */
public final class TemplateWriter {
    private static final int NAMED = 10;

    private TemplateWriter() {}

    /** The text of the template, with a line break at the end. */
    public static String write(EcsBundle bundle) {
        Parts parts = Parts.of(bundle, new TemplateNaming());
        List<TemplateResource> resources = new TemplateResources(parts).all();
        TemplateParameters parameters = new TemplateParameters(resources, parts.defaults());
        TemplateReferences references = new TemplateReferences(parts, parameters);
        Map<String, Object> written = new LinkedHashMap<>();
        for (TemplateResource resource : resources) {
            written.put(resource.logicalId(), resource.tree(references.write(resource.properties())));
        }
        Map<String, Object> outputs = outputs(bundle, parts, new RunTaskCommand(references, parameters));
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", description(parts));
        if (!parameters.declarations().isEmpty()) {
            template.put("Parameters", parameters.declarations());
        }
        template.put("Resources", written);
        if (!outputs.isEmpty()) {
            template.put("Outputs", outputs);
        }
        return YamlPrinter.print(List.of(template));
    }

    private static String description(Parts parts) {
        List<Part> named = new ArrayList<>(parts.of(PartKind.SERVICE));
        if (named.isEmpty()) {
            named.addAll(parts.of(PartKind.TASK_DEFINITION));
        }
        StringBuilder text = new StringBuilder("Amazon ECS");
        for (int i = 0; i < named.size() && i < NAMED; i++) {
            String name = named.get(i).name();
            text.append(i == 0 ? ": " : ", ").append(name, 0, Math.min(name.length(), 60));
        }
        text.append(named.size() > NAMED ? " and more" : "");
        boolean roles = !parts.of(PartKind.ROLE).isEmpty()
                || !parts.of(PartKind.STARTER_ROLE).isEmpty();
        return text.append(roles ? " (needs CAPABILITY_IAM)" : "").toString();
    }

    /** What one needs to know next: where a load balancer answers, which secrets want a value, how to run a task. */
    private static Map<String, Object> outputs(EcsBundle bundle, Parts parts, RunTaskCommand run) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (Part part : parts.all()) {
            String id = part.logicalId();
            switch (part.kind()) {
                case LOAD_BALANCER ->
                    outputs.put(
                            id + "DNSName",
                            output("Where " + part.name() + " answers", new YamlTag("GetAtt", id + ".DNSName")));
                case SECRET ->
                    outputs.put(
                            id + "Arn",
                            output(
                                    "Give it a value: aws secretsmanager put-secret-value --secret-id "
                                            + Shell.word(part.name()),
                                    new YamlTag("Ref", id)));
                case RUN_TASK -> outputs.put(id, output(runs(part), run.of(bundle, id)));
                default -> {
                    // The rest is found by its name.
                }
            }
        }
        return outputs;
    }

    private static String runs(Part task) {
        String startedBy = task.text("startedBy");
        if (HookTasks.BEFORE.equals(startedBy)) {
            return "Runs the task, which has to succeed before the services start";
        }
        return HookTasks.AFTER.equals(startedBy) ? "Runs the task, when the services are stable" : "Runs the task";
    }

    private static Map<String, Object> output(String description, Object value) {
        return PlainTrees.of("Description", description, "Value", value);
    }
}
