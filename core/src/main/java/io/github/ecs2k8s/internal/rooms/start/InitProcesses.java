package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * ECS linuxParameters.initProcessEnabled: Kubernetes runs no init process in a container.
 *
 * <p>With a shared process namespace the pause container reaps orphans for all containers, which then see each other's
 * processes; that is for the user to decide
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/).
 */
public final class InitProcesses implements ContainerCorrespondence {

    @Override
    public Term term() {
        return Term.INIT_PROCESS;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.nowhere("containerDefinitions[].linuxParameters.initProcessEnabled", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        if (from.linuxParameters() != null
                && Boolean.TRUE.equals(from.linuxParameters().initProcessEnabled())) {
            context.at("linuxParameters", "initProcessEnabled")
                    .report(
                            FindingCode.INIT_PROCESS,
                            "the container gets no init process; its own first process must reap orphans and pass on signals",
                            "start the image's program through tini or dumb-init, or set shareProcessNamespace in the Pod");
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        // Nothing in a Pod says it.
    }
}
