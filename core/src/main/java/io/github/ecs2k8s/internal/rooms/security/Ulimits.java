package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Ulimit;

/**
 * ECS ulimits: a Pod cannot set them; its containers have those of the node's container runtime.
 *
 * <p>A process may lower its limits and raise the soft ones up to the hard ones, so an entrypoint often can do it
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html,
 * https://github.com/kubernetes/kubernetes/issues/3595).
 */
public final class Ulimits implements ContainerCorrespondence {

    @Override
    public Term term() {
        return Term.ULIMIT;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("containerDefinitions[].ulimits[].name"),
                OwnedField.nowhere("containerDefinitions[].ulimits[].softLimit"),
                OwnedField.nowhere("containerDefinitions[].ulimits[].hardLimit"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        List<Ulimit> ulimits = from.ulimits();
        for (int i = 0; i < ulimits.size(); i++) {
            context.at("ulimits", i)
                    .report(
                            FindingCode.ULIMIT,
                            describe(ulimits.get(i)) + " cannot be set in a Pod",
                            "set it in the image's entrypoint (ulimit -S) or in the node's container runtime");
        }
    }

    /** {@code nofile 65536}, or {@code nofile 1024:65536} when soft and hard limit differ. */
    private static String describe(Ulimit ulimit) {
        String name = ulimit.nameAsString() == null ? "a limit" : ulimit.nameAsString();
        if (ulimit.softLimit() == null && ulimit.hardLimit() == null) {
            return name;
        }
        if (ulimit.softLimit() == null || ulimit.softLimit().equals(ulimit.hardLimit())) {
            return name + " " + ulimit.hardLimit();
        }
        return ulimit.hardLimit() == null
                ? name + " " + ulimit.softLimit()
                : name + " " + ulimit.softLimit() + ":" + ulimit.hardLimit();
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        // Nothing in a Pod says it.
    }
}
