package io.github.ecs2k8s.ecs;

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
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Binds one task definition out of whatever stands around it. */
final class TaskDefinitions {
    private static final Set<String> TAGS = Set.of("tags");
    private static final Set<String> AROUND = Set.of("taskdefinition", "tags", "failures", "responsemetadata");

    private TaskDefinitions() {}

    /** The task definition of a {@code {"taskDefinition": …, "tags": …}} object. */
    static TaskDefinitionSource wrapped(MappingNode wrapper, MappingNode object, SourceFile file, Findings findings) {
        for (MappingNode.Entry entry : wrapper.entries()) {
            if (!AROUND.contains(entry.key().toLowerCase(Locale.ROOT))) {
                new ReaderFindings(findings)
                        .at(
                                entry,
                                FindingCode.NOT_RECOGNISED,
                                "\"" + entry.key() + "\" beside a task definition is left out",
                                null);
            }
        }
        boolean tagsAround = Recognition.member(wrapper, "tags") != null;
        return of(object, tagsAround ? wrapper : object, file, findings);
    }

    /** A task definition of which only the container definitions are there: a list of them, or a single one. */
    static TaskDefinitionSource ofContainers(Node containers, SourceFile file, Findings findings) {
        SequenceNode list = containers instanceof SequenceNode sequence
                ? sequence
                : new SequenceNode(containers.location(), containers.pointer(), null, List.of(containers));
        MappingNode.Entry entry = new MappingNode.Entry("containerDefinitions", containers.location(), list);
        MappingNode object = new MappingNode(containers.location(), containers.pointer(), null, List.of(entry));
        return of(object, object, file, findings);
    }

    /**
     * The task definition whose members an object holds.
     *
     * @param tagsObject the object that holds the tags: the same, or the one around it
     */
    static TaskDefinitionSource of(MappingNode object, MappingNode tagsObject, SourceFile file, Findings findings) {
        RegisterTaskDefinitionRequest.Builder tagged = RegisterTaskDefinitionRequest.builder();
        MappingNode withTags = SdkReader.read(tagsObject, tagged, findings, allBut("tags", tagsObject));
        TaskDefinition.Builder builder = TaskDefinition.builder();
        MappingNode node = SdkReader.read(object == tagsObject ? withTags : object, builder, findings, TAGS);
        TaskDefinition definition = builder.build();
        if (definition.family() == null) {
            builder.family(family(definition.taskDefinitionArn(), node, file, findings));
        }
        if (definition.containerDefinitions().isEmpty()) {
            new ReaderFindings(findings)
                    .at(
                            node.nearest("containerDefinitions"),
                            FindingCode.MISSING_FIELD,
                            "a task definition needs at least one container definition",
                            null);
        }
        List<Tag> tags = tagged.build().tags();
        return new TaskDefinitionSource(builder.build(), tags, node, object == tagsObject ? node : withTags);
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
                .at(
                        node,
                        FindingCode.FAMILY_ASSUMED,
                        "no family; \"" + family + "\" is taken from the file's name",
                        "add \"family\"");
        return family;
    }
}
