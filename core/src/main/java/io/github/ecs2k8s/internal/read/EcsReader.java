package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.template.TemplateReader;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.internal.terraform.document.TerraformDocuments;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every form in which people hold task definitions and what surrounds them into one bundle: the inputs and outputs
 * of the AWS CLI's commands, lists of them, a bare array of container definitions, a single container definition,
 * CloudFormation templates, Terraform's plans and states, as JSON or YAML; beside them the types of parameters (describe-parameters) and environment
 * files. What a document is, its content tells; one that is something else gets a finding that says what.
 */
public final class EcsReader {
    private final Findings findings;
    private final ReaderFindings said;
    private final TemplateValues stacks;
    private final Templates templates;
    private final TerraformConfigurations configurations;
    private final List<TaskDefinitionSource> taskDefinitions = new ArrayList<>();
    private final ResourceGathering gathering;
    private @Nullable Resources resources;
    private final Map<String, String> parameterTypes = new LinkedHashMap<>();
    private final Map<String, String> environmentFiles = new LinkedHashMap<>();

    /**
     * A reader of the inputs of one translation.
     *
     * @param stacks what is known about the stacks of templates in the input
     */
    public EcsReader(Findings findings, TemplateValues stacks) {
        this.findings = findings;
        this.stacks = stacks;
        this.templates = new Templates(stacks, findings);
        this.configurations = new TerraformConfigurations(stacks, findings);
        this.gathering = new ResourceGathering(findings);
        this.said = new ReaderFindings(findings);
    }

    /** Whether an input is a file of a Terraform configuration. */
    public static boolean isTerraform(SourceFile file) {
        return TerraformConfigurations.is(file);
    }

    /**
     * Reads one more input.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when it is neither JSON nor YAML; what was read before stays. The
     *     files of a Terraform configuration are parsed when all of them are there
     */
    public void read(SourceFile file) {
        if (file.name().endsWith(".env")) {
            int folder = Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\'));
            environmentFiles.put(file.name().substring(folder + 1), file.text());
            return;
        }
        if (TerraformConfigurations.is(file)) {
            configurations.add(file);
            return;
        }
        for (Node document : Documents.parse(file, findings)) {
            document(document, file);
        }
    }

    /**
     * Everything that was read; nothing more can be read after it. Templates and what is spread over several inputs are
     * put together here.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when functions of a template refer to each other in a circle
     */
    public EcsBundle bundle() {
        Resources bound = resources;
        if (bound == null) {
            templates.read(taskDefinitions, gathering, parameterTypes);
            configurations.read(taskDefinitions, gathering, parameterTypes);
            bound = gathering.bind();
            resources = bound;
        }
        return new EcsBundle(
                List.copyOf(taskDefinitions),
                bound,
                Collections.unmodifiableMap(new LinkedHashMap<>(parameterTypes)),
                Collections.unmodifiableMap(new LinkedHashMap<>(environmentFiles)));
    }

    private void document(Node document, SourceFile file) {
        if (document instanceof SequenceNode list) {
            list(list, file);
        } else if (document instanceof MappingNode object) {
            object(object, file);
        } else {
            notRecognised(document);
        }
    }

    private void list(SequenceNode list, SourceFile file) {
        if (!list.items().isEmpty() && list.items().stream().allMatch(Recognition::isContainerDefinition)) {
            add(TaskDefinitions.ofContainers(list, file, findings));
            return;
        }
        boolean objects = !list.items().isEmpty() && list.items().stream().allMatch(MappingNode.class::isInstance);
        if (!objects) {
            notRecognised(list);
            return;
        }
        list.items().forEach(item -> document(item, file));
    }

    private void object(MappingNode object, SourceFile file) {
        if (TemplateReader.isTemplate(object)) {
            templates.add(object, file);
        } else if (TerraformDocuments.is(object)) {
            terraform(TerraformDocuments.read(object, file, findings));
        } else if (BundleDocument.is(object)) {
            bundleDocument(object, file);
        } else if (Recognition.member(object, "taskDefinition") instanceof MappingNode inner) {
            add(TaskDefinitions.wrapped(object, inner, file, findings));
        } else if (Recognition.isTaskDefinition(object)) {
            add(TaskDefinitions.of(object, file, findings));
        } else if (Recognition.member(object, BundleDocument.TASK_DEFINITIONS) instanceof SequenceNode several) {
            list(several, file);
        } else if (Recognition.isContainerDefinition(object)) {
            add(TaskDefinitions.ofContainers(object, file, findings));
        } else if (Recognition.member(object, "TemplateBody") != null) {
            processedTemplate(object, file);
        } else if (Recognition.isForeign(object) || !(resource(object) || parameters(object))) {
            notRecognised(object);
        }
    }

    private void terraform(List<TerraformResource> configuration) {
        TerraformResources.read(configuration, stacks, taskDefinitions, gathering, parameterTypes, findings);
    }

    private void bundleDocument(MappingNode document, SourceFile file) {
        for (MappingNode.Entry entry : document.entries()) {
            ResourceKind kind = BundleDocument.kind(entry.key());
            for (Node item : ((SequenceNode) entry.value()).items()) {
                MappingNode element = (MappingNode) item;
                if (kind != null) {
                    gathering.add(kind, BundleDocument.members(element), BundleDocument.logicalId(element));
                } else if (entry.key().equals(BundleDocument.TASK_DEFINITIONS)) {
                    taskDefinition(element, file);
                } else {
                    parameter(element);
                }
            }
        }
    }

    private void taskDefinition(MappingNode element, SourceFile file) {
        String logicalId = BundleDocument.logicalId(element);
        int index = taskDefinitions.size();
        object(BundleDocument.members(element), file);
        if (logicalId != null && taskDefinitions.size() == index + 1) {
            taskDefinitions.set(index, taskDefinitions.get(index).named(logicalId));
        }
    }

    /** The output of get-template: JSON templates are printed as objects, YAML ones as text. */
    private void processedTemplate(MappingNode output, SourceFile file) {
        Node body = Recognition.member(output, "TemplateBody");
        if (body instanceof ScalarNode text) {
            Documents.parse(new SourceFile(file.name(), text.text()), findings)
                    .forEach(document -> document(document, file));
        } else if (body != null) {
            document(body, file);
        }
    }

    /** Takes a resource, a list of resources, or a part of one; false when the object is none of them. */
    private boolean resource(MappingNode object) {
        // A part may name the resource it belongs to by the member that gives the resource itself away.
        if (partOfResource(object)) {
            return true;
        }
        if (ServiceNodes.isTaskSet(object)) {
            gathering.addTaskSet(object);
            return true;
        }
        ResourceKind kind = ResourceForms.of(object);
        if (kind != null) {
            gathering.add(kind, object, null);
            return true;
        }
        boolean recognised = false;
        for (MappingNode.Entry entry : object.entries()) {
            List<ResourceKind> kinds = ResourceLists.kinds(entry);
            if (kinds != null) {
                recognised = true;
                resources(kinds, entry.value());
            }
        }
        if (recognised && Recognition.member(object, "failures") instanceof SequenceNode failures) {
            failures.items().forEach(this::failure);
        }
        return recognised;
    }

    /** What was asked for and AWS could not describe, beside what it could. */
    private void failure(Node failure) {
        if (failure instanceof MappingNode object && ResourceParts.text(object, "reason") != null) {
            said.at(
                    failure,
                    FindingCode.NOT_RECOGNISED,
                    "AWS did not describe " + ResourceParts.text(object, "arn") + ": "
                            + ResourceParts.text(object, "reason"),
                    null);
        }
    }

    private void resources(List<ResourceKind> kinds, Node value) {
        if (value instanceof SequenceNode list) {
            list.items().forEach(item -> resources(kinds, item));
        } else if (value instanceof MappingNode object) {
            gathering.add(ResourceLists.kind(kinds, object), object, null);
        }
    }

    private boolean partOfResource(MappingNode object) {
        ResourceParts.Part part = ResourceParts.of(object);
        if (part != null) {
            gathering.add(part);
            return true;
        }
        MappingNode policy = ResourceParts.scalingPolicy(object);
        if (policy != null) {
            gathering.add(ResourceKind.SCALING_POLICY, policy, null);
        }
        return policy != null;
    }

    /** A workload without containers cannot be written; the finding about it has been made. */
    private void add(TaskDefinitionSource source) {
        if (!source.definition().containerDefinitions().isEmpty()) {
            taskDefinitions.add(source);
        }
    }

    /** Takes names and types, and nothing else, from the output of describe-parameters, get-parameter(s) and the like. */
    private boolean parameters(MappingNode object) {
        if (object.get("Parameter") instanceof MappingNode single) {
            return parameter(single);
        }
        if (object.has("Name") && object.has("Type") && object.has("Value")) {
            return parameter(object);
        }
        if (!(object.get("Parameters") instanceof SequenceNode several)) {
            return false;
        }
        several.items().forEach(this::parameter);
        return true;
    }

    private boolean parameter(Node node) {
        if (node.child("Name") instanceof ScalarNode name && node.child("Type") instanceof ScalarNode type) {
            parameterTypes.put(name.text(), type.text());
            return true;
        }
        return false;
    }

    private void notRecognised(Node document) {
        said.at(
                document,
                FindingCode.NOT_RECOGNISED,
                "this is " + Recognition.describe(document) + ", which is not translated; it is left out",
                TerraformDocuments.describe(document) == null ? null : TerraformDocuments.instead(document));
    }
}
