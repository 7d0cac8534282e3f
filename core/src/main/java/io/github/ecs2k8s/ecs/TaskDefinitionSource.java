package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * One task definition as it was read, beside the located tree it was read from.
 *
 * @param definition the task definition; its {@code family} is never null
 * @param tags the tags that stand beside it (describe-task-definition) or in it (register-task-definition)
 * @param node the object whose keys are the task definition's members; findings take their places from it
 * @param tagsNode the object that holds the {@code tags} key: the same as {@code node}, or the wrapper around it
 * @param logicalId its name in a CloudFormation template, null when it does not come from one
 */
public record TaskDefinitionSource(
        TaskDefinition definition,
        List<Tag> tags,
        MappingNode node,
        MappingNode tagsNode,
        @Nullable String logicalId) {

    /** One that does not come from a template. */
    public TaskDefinitionSource(TaskDefinition definition, List<Tag> tags, MappingNode node, MappingNode tagsNode) {
        this(definition, tags, node, tagsNode, null);
    }

    /** Where it stands in the input, with the overrides of a launch or without; no other has the same place. */
    public String place() {
        return node.place();
    }

    /** Whether this is the same task definition in the input, as it stands there or with a launch's overrides. */
    public boolean isOf(TaskDefinitionSource other) {
        return place().equals(other.place());
    }

    /** The input of register-task-definition that would make it: all that is set, in the model's order, with its tags. */
    public MappingNode canonical() {
        MappingNode tree = SdkTree.of(definition);
        if (tags.isEmpty()) {
            return tree;
        }
        List<Node> items = new ArrayList<>();
        tags.forEach(tag -> items.add(SdkTree.of(tag)));
        SequenceNode list = new SequenceNode(SourceLocation.NONE, Pointer.ROOT, null, items);
        List<MappingNode.Entry> entries = new ArrayList<>(tree.entries());
        entries.add(new MappingNode.Entry("tags", SourceLocation.NONE, list));
        return new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, entries);
    }

    /** The same, under its name in a template. */
    public TaskDefinitionSource named(String logical) {
        return new TaskDefinitionSource(definition, tags, node, tagsNode, logical);
    }
}
