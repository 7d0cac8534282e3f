package io.github.ecs2k8s.internal.rooms.image;

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
 * ECS versionConsistency ⇄ Kubernetes imagePullPolicy: {@code disabled} means that the tag is resolved anew whenever a
 * task starts, which is {@code Always}.
 *
 * <p>{@code enabled}, ECS's default, is the nearest to what a node does with a tag it already has
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-container-image-stability.html,
 * https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy).
 */
public final class VersionConsistency implements ContainerCorrespondence {
    private static final String DISABLED = "disabled";

    @Override
    public Term term() {
        return Term.VERSION_CONSISTENCY;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(
                "containerDefinitions[].versionConsistency", "pod.spec.containers[].imagePullPolicy", "enabled"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to(
                "pod.spec.containers[].imagePullPolicy", "containerDefinitions[].versionConsistency", "IfNotPresent"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        if (DISABLED.equals(from.versionConsistencyAsString())) {
            to.setImagePullPolicy("Always");
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        if ("Always".equals(from.getImagePullPolicy())) {
            to.versionConsistency(DISABLED);
        } else if ("Never".equals(from.getImagePullPolicy())) {
            context.at("imagePullPolicy")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS always pulls; the image must be in a registry",
                            "on EC2 the agent's ECS_IMAGE_PULL_BEHAVIOR=prefer-cached comes near");
        }
    }
}
