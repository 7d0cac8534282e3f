package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** A room whose fields all stand in one container definition ⇄ container. */
public interface ContainerCorrespondence extends Correspondence {

    /** Writes what it owns of a container definition into a container. */
    void toKubernetes(ContainerDefinition from, Container to, ContainerContext context);

    /** Writes what it owns of a container into a container definition. */
    void toEcs(Container from, ContainerDefinition.Builder to, PodContainerContext context);
}
