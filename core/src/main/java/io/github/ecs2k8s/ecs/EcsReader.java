package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.ecs.cloudformation.TemplateReader;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * Reads every form in which people hold task definitions into one bundle: the input of register-task-definition, the
 * output of describe-task-definition, lists of either, a bare array of container definitions, a single container
 * definition, as JSON or YAML; beside them the types of parameters (describe-parameters) and environment files. What a
 * document is, its content tells; one that is something else gets a finding that says what.
 */
public final class EcsReader {
    /** What describe-services tells about a service beyond what creating one takes. */
    private static final Set<String> SERVICE_NOTES = Set.of(
            "serviceArn",
            "clusterArn",
            "status",
            "runningCount",
            "pendingCount",
            "taskSets",
            "deployments",
            "roleArn",
            "events",
            "createdAt",
            "createdBy",
            "platformFamily",
            "currentServiceDeployment",
            "currentServiceRevisions",
            "resourceManagementType");

    private final Findings findings;
    private final ReaderFindings said;
    private final TemplateValues stacks;
    private final List<TaskDefinitionSource> taskDefinitions = new ArrayList<>();
    private final List<Resource<?>> resources = new ArrayList<>();
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
        this.said = new ReaderFindings(findings);
    }

    /**
     * Reads one more input.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when it is neither JSON nor YAML; what was read before stays
     */
    public void read(SourceFile file) {
        if (file.name().endsWith(".env")) {
            int folder = Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\'));
            environmentFiles.put(file.name().substring(folder + 1), file.text());
            return;
        }
        for (Node document : Documents.parse(file, findings)) {
            document(document, file);
        }
    }

    /** Everything read so far. */
    public EcsBundle bundle() {
        return new EcsBundle(
                List.copyOf(taskDefinitions),
                new Resources(resources),
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
            template(object, file);
        } else if (Recognition.member(object, "taskDefinition") instanceof MappingNode inner) {
            add(TaskDefinitions.wrapped(object, inner, file, findings));
        } else if (Recognition.isTaskDefinition(object)) {
            add(TaskDefinitions.of(object, file, findings));
        } else if (Recognition.member(object, "taskDefinitions") instanceof SequenceNode several) {
            list(several, file);
        } else if (Recognition.isContainerDefinition(object)) {
            add(TaskDefinitions.ofContainers(object, file, findings));
        } else if (Recognition.member(object, "service") instanceof MappingNode inner) {
            service(inner, null);
        } else if (Recognition.member(object, "services") instanceof SequenceNode several) {
            several.items().forEach(item -> document(item, file));
        } else if (Recognition.isService(object)) {
            service(object, null);
        } else if (!parameters(object)) {
            notRecognised(object);
        }
    }

    /** The task definitions of a CloudFormation template; what it describes beside them is counted in one finding. */
    private void template(MappingNode document, SourceFile file) {
        String stack = FamilyName.of(file.name());
        TemplateReader reader = new TemplateReader(document, stacks, stack, findings);
        List<TemplateReader.Resource> tasks =
                reader.resources("AWS::ECS::TaskDefinition", RegisterTaskDefinitionRequest.builder());
        for (TemplateReader.Resource resource : tasks) {
            // Where no family is given: the logical name, and where that says nothing the template's.
            SourceFile named = new SourceFile(stack + "/" + resource.logicalId(), file.text());
            add(TaskDefinitions.of(resource.properties(), named, findings).named(resource.logicalId()));
        }
        for (TemplateReader.Resource resource : reader.resources("AWS::ECS::Service", CreateServiceRequest.builder())) {
            service(resource.properties(), resource.logicalId());
        }
        if (tasks.isEmpty()) {
            notRecognised(document);
            return;
        }
        String others = reader.others("AWS::ECS::TaskDefinition");
        if (!others.isEmpty()) {
            said.at(
                    document.nearest("Resources"),
                    FindingCode.RESOURCES_LEFT_OUT,
                    "only task definitions are translated; left out: " + others,
                    null);
        }
    }

    private void service(MappingNode object, @Nullable String logicalId) {
        CreateServiceRequest.Builder service = CreateServiceRequest.builder();
        MappingNode node = SdkReader.read(object, service, findings, SERVICE_NOTES);
        resources.add(new Resource<>(ResourceKind.SERVICE, service.build(), node, logicalId));
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
                "this is " + Recognition.describe(document) + ", not a task definition; it is left out",
                null);
    }
}
