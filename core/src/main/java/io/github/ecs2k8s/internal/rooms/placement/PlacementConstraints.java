package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.query.ClusterQuery;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionPlacementConstraint;

/**
 * ECS placementConstraints ⇄ Kubernetes required node affinity.
 *
 * <p>Terms of a node selector are alternatives, requirements in a term all hold, so the cluster query is brought into that
 * form; several constraints all hold too. A label that nodes don't carry by themselves leaves the Pod pending, which is
 * said. {@code distinctInstance}, which services have and task definitions sometimes are given, is anti-affinity to the
 * workload's own Pods (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html,
 * https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity).
 */
public final class PlacementConstraints implements TaskCorrespondence {
    private static final String MEMBER_OF = "memberOf";

    @Override
    public Term term() {
        return Term.PLACEMENT_CONSTRAINT;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("placementConstraints[].type", "pod.spec.affinity", MEMBER_OF),
                OwnedField.to("placementConstraints[].expression", "pod.spec.affinity.nodeAffinity"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return AffinityReader.OWNED;
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        PlacementTerms terms = new PlacementTerms(
                context.at("placementConstraints"), context.target().isEks());
        List<TaskDefinitionPlacementConstraint> constraints = from.placementConstraints();
        for (int i = 0; i < constraints.size(); i++) {
            terms.add(constraints.get(i).typeAsString(), constraints.get(i).expression(), i);
        }
        terms.writeTo(to, context.facts().workloadName());
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        ClusterQuery query = AffinityToQuery.query(new AffinityReader(context).terms());
        if (query != null) {
            to.placementConstraints(TaskDefinitionPlacementConstraint.builder()
                    .type(MEMBER_OF)
                    .expression(query.toString())
                    .build());
        }
    }
}
