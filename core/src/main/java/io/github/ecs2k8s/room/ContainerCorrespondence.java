package io.github.ecs2k8s.room;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** A room whose fields all stand in one container definition ⇄ container. */
public interface ContainerCorrespondence extends Correspondence {

    /** Writes what it owns of a container definition into a container. */
    void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context);

    /** Writes what it owns of a container into a container definition. */
    void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context);
}
