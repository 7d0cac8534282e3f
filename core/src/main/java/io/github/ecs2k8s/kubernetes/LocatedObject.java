package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.source.MappingNode;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes object as a model together with the text it was read from. The same object read twice is two.
 *
 * @param node where the object stands in its document, for the places of findings
 */
public record LocatedObject(HasMetadata object, MappingNode node) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocatedObject located && located.object == object && located.node == node;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(object);
    }
}
