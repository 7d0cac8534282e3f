package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Binds one task definition out of whatever stands around it. */
final class TaskDefinitions {
    private static final Set<String> TAGS = Set.of("tags");
    private static final Set<String> AROUND = Set.of("taskdefinition", "tags", "failures", "responsemetadata");

    private TaskDefinitions() {}

    /** The task definition of a {@code {"taskDefinition": …, "tags": …}} object. */
    static TaskDefinitionSource wrapped(MappingNode wrapper, MappingNode inner, SourceFile file, Findings findings) {
        ReaderFindings said = new ReaderFindings(findings);
        for (MappingNode.Entry entry : wrapper.entries()) {
            if (!AROUND.contains(entry.key().toLowerCase(Locale.ROOT))) {
                String message = "\"" + entry.key() + "\" beside a task definition is left out";
                said.at(entry, FindingCode.NOT_RECOGNISED, message, null);
            }
        }
        if (Recognition.member(wrapper, "tags") == null) {
            return of(inner, file, findings);
        }
        RegisterTaskDefinitionRequest.Builder tags = RegisterTaskDefinitionRequest.builder();
        MappingNode tagsNode = readTags(wrapper, tags, findings);
        TaskDefinition.Builder definition = TaskDefinition.builder();
        MappingNode node = readDefinition(inner, definition, file, findings);
        return new TaskDefinitionSource(definition.build(), tags.build().tags(), node, tagsNode);
    }

    /** A task definition of which only the container definitions are there: a list of them, or a single one. */
    static TaskDefinitionSource ofContainers(Node containers, SourceFile file, Findings findings) {
        SequenceNode list = containers instanceof SequenceNode sequence
                ? sequence
                : new SequenceNode(containers.location(), containers.pointer(), null, List.of(containers));
        MappingNode.Entry entry = new MappingNode.Entry("containerDefinitions", containers.location(), list);
        return of(new MappingNode(containers.location(), containers.pointer(), null, List.of(entry)), file, findings);
    }

    /** The task definition whose members, tags among them, an object holds. */
    static TaskDefinitionSource of(MappingNode object, SourceFile file, Findings findings) {
        RegisterTaskDefinitionRequest.Builder tags = RegisterTaskDefinitionRequest.builder();
        MappingNode withTags = readTags(object, tags, findings);
        TaskDefinition.Builder definition = TaskDefinition.builder();
        MappingNode node = readDefinition(withTags, definition, file, findings);
        return new TaskDefinitionSource(definition.build(), tags.build().tags(), node, node);
    }

    private static MappingNode readTags(
            MappingNode object, RegisterTaskDefinitionRequest.Builder builder, Findings findings) {
        return SdkReader.read(object, builder, findings, allBut("tags", object));
    }

    private static MappingNode readDefinition(
            MappingNode object, TaskDefinition.Builder builder, SourceFile file, Findings findings) {
        MappingNode once = ContainerLists.once(object, new ReaderFindings(findings));
        MappingNode node = SdkReader.read(once, builder, findings, TAGS);
        TaskDefinition definition = builder.build();
        if (definition.family() == null) {
            builder.family(family(definition.taskDefinitionArn(), node, file, findings));
        }
        if (definition.containerDefinitions().isEmpty()) {
            String message = "a task definition needs at least one container definition";
            new ReaderFindings(findings)
                    .at(node.nearest("containerDefinitions"), FindingCode.MISSING_FIELD, message, null);
        }
        return node;
    }

    /** The keys of an object other than one, in whatever case that one is written. */
    private static Set<String> allBut(String key, MappingNode object) {
        Set<String> others = new HashSet<>();
        for (MappingNode.Entry entry : object.entries()) {
            if (!entry.key().equalsIgnoreCase(key)) {
                others.add(entry.key());
            }
        }
        return others;
    }

    /** The family in {@code arn:aws:ecs:region:account:task-definition/family:revision}, otherwise one from the file. */
    private static String family(@Nullable String arn, MappingNode node, SourceFile file, Findings findings) {
        int slash = arn == null ? -1 : arn.lastIndexOf('/');
        if (arn != null && slash > 0) {
            int colon = arn.indexOf(':', slash);
            return arn.substring(slash + 1, colon < 0 ? arn.length() : colon);
        }
        String family = FamilyName.of(file.name());
        new ReaderFindings(findings)
                .at(node, FindingCode.FAMILY_ASSUMED, "no family; \"" + family + "\" is assumed", "add \"family\"");
        return family;
    }
}
