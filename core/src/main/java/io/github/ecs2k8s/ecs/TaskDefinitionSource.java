package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * One task definition as it was read, beside the located tree it was read from.
 *
 * @param definition the task definition; its {@code family} is never null
 * @param tags the tags that stand beside it (describe-task-definition) or in it (register-task-definition)
 * @param node the object whose keys are the task definition's members; findings take their places from it
 * @param tagsNode the object that holds the {@code tags} key: the same as {@code node}, or the wrapper around it
 */
public record TaskDefinitionSource(TaskDefinition definition, List<Tag> tags, MappingNode node, MappingNode tagsNode) {}
