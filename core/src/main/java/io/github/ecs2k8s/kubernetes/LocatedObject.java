package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.source.MappingNode;

/**
 * A Kubernetes object as a model together with the text it was read from.
 *
 * @param node where the object stands in its document, for the places of findings
 */
public record LocatedObject(HasMetadata object, MappingNode node) {}
