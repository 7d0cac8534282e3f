package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ECS service auto scaling ⇄ Kubernetes HorizontalPodAutoscaler, or KEDA's ScaledObject where it looks at more than CPU and
 * memory; the workload then has no count of its own.
 *
 * <p>Utilization is a share of what the task reserves in ECS, and of what the containers request in Kubernetes: without a
 * request there is nothing to work it out from
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html,
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/).
 */
public final class Scaling implements LaunchCorrespondence, BundleCorrespondence {

    @Override
    public Term term() {
        return Term.SCALING;
    }

    @Override
    public List<OwnedField> ecs() {
        String reference = "HorizontalPodAutoscaler.spec.scaleTargetRef";
        String metrics = "HorizontalPodAutoscaler.spec.metrics";
        String behavior = "HorizontalPodAutoscaler.spec.behavior";
        String target = "scalableTarget.";
        String policy = "scalingPolicy.";
        String ecs = "ecs";
        String count = "ecs:service:DesiredCount";
        return List.of(
                OwnedField.to(target + "ServiceNamespace", reference, ecs),
                OwnedField.to(target + "ResourceId", reference),
                OwnedField.to(target + "ScalableDimension", reference, count),
                OwnedField.to(target + "MinCapacity", "HorizontalPodAutoscaler.spec.minReplicas", "1"),
                OwnedField.to(target + "MaxCapacity", "HorizontalPodAutoscaler.spec.maxReplicas"),
                OwnedField.nowhere(target + "PredictedCapacity"),
                OwnedField.nowhere(target + "RoleARN"),
                OwnedField.nowhere(target + "CreationTime"),
                OwnedField.to(target + "SuspendedState.**", behavior, "false"),
                OwnedField.nowhere(target + "ScalableTargetARN"),
                OwnedField.nowhere(target + "Tags.**"),
                OwnedField.to(target + "ScheduledActions.**", "ScaledObject.spec.triggers"),
                OwnedField.nowhere(policy + "PolicyARN"),
                OwnedField.to(policy + "PolicyName", "HorizontalPodAutoscaler.metadata.annotations"),
                OwnedField.to(policy + "ServiceNamespace", reference, ecs),
                OwnedField.to(policy + "ResourceId", reference),
                OwnedField.to(policy + "ScalableDimension", reference, count),
                OwnedField.to(policy + "PolicyType", metrics, "TargetTrackingScaling or StepScaling"),
                OwnedField.to(policy + "StepScalingPolicyConfiguration.**", behavior),
                OwnedField.to(policy + "TargetTrackingScalingPolicyConfiguration.**", metrics, "false or Average"),
                OwnedField.nowhere(policy + "PredictiveScalingPolicyConfiguration.**"),
                OwnedField.nowhere(policy + "Alarms.**"),
                OwnedField.nowhere(policy + "CreationTime"),
                OwnedField.to(policy + "ScalingTargetId", reference),
                OwnedField.to("scheduledAction.**", "ScaledObject.spec.triggers", ecs + " or " + count),
                OwnedField.to("alarm.**", metrics));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return ScalerFields.owned();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        ScalingPlan plan = ScalingPlan.of(context);
        if (plan == null) {
            return;
        }
        plan.say();
        sayNotes(plan.target(), List.of("PredictedCapacity", "CreationTime", "ScalableTargetARN"), context);
        sayRole(plan, context);
        for (Resource<ScalingPolicy> policy : ScaledServices.policies(plan.target(), context)) {
            sayNotes(policy, List.of("PolicyARN", "CreationTime", "Alarms"), context);
        }
        if (!plan.isWritten()) {
            context.bundle()
                    .at(plan.target().node())
                    .report(
                            FindingCode.SCALING_NOT_WRITTEN,
                            "nothing that could be written scales service " + context.name() + "; its count stays"
                                    + " as it is");
            return;
        }
        if (plan.needsKeda()) {
            ScaledObjects.write(plan);
        } else {
            context.bundle().add(HorizontalScalers.of(plan));
        }
        withoutCount(plan, context);
        sayRequests(plan, context);
    }

    private static void sayNotes(Resource<?> resource, List<String> fields, LaunchToKubernetes context) {
        for (String field : fields) {
            Node value = resource.node().get(field);
            if (value != null && !value.isNull() && !context.bundle().isReported(value)) {
                context.bundle()
                        .at(resource.node(), field)
                        .report(FindingCode.READ_ONLY_FIELD, field + " is the service's own note; not written");
            }
        }
    }

    private static void sayRole(ScalingPlan plan, LaunchToKubernetes context) {
        MappingNode node = plan.target().node();
        for (String field : List.of("RoleARN", "Tags")) {
            Node value = node.get(field);
            if (value != null && !value.isNull()) {
                context.bundle()
                        .at(node, field)
                        .report(
                                FindingCode.SCALING_ROLE,
                                field + " of the scalable target has no use in Kubernetes; not written");
            }
        }
    }

    /** A count in the manifest would undo what the scaler has decided, each time it is applied. */
    private static void withoutCount(ScalingPlan plan, LaunchToKubernetes context) {
        if (context.workload() instanceof Deployment deployment) {
            deployment.getSpec().setReplicas(null);
        } else if (context.workload() instanceof GenericKubernetesResource rollout
                && rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
            Map<String, Object> changed = new LinkedHashMap<>();
            spec.forEach((key, value) -> changed.put(String.valueOf(key), value));
            changed.remove("replicas");
            rollout.setAdditionalProperty("spec", changed);
        }
        if (context.node().has("desiredCount")) {
            context.at("desiredCount")
                    .report(
                            FindingCode.SCALED_COUNT,
                            "replicas is left to the scaler, which keeps it from " + plan.minimum() + " to "
                                    + plan.maximum());
        }
    }

    private static void sayRequests(ScalingPlan plan, LaunchToKubernetes context) {
        for (Trigger trigger : plan.triggers()) {
            if (trigger instanceof Trigger.Utilization utilization) {
                sayRequests(utilization.resource(), plan, context);
            }
        }
    }

    private static void sayRequests(String resource, ScalingPlan plan, LaunchToKubernetes context) {
        if (has(context.task().pod().getResources(), resource)) {
            return;
        }
        for (ContainerToKubernetes container : context.task().containers()) {
            Container written = container.container();
            if (container.placement().role() != Placement.Role.INIT && !has(written.getResources(), resource)) {
                context.bundle()
                        .at(plan.target().node())
                        .report(
                                FindingCode.SCALING_REQUEST,
                                "container " + container.name() + " requests no " + resource
                                        + ": the scaler cannot work out a utilization and does nothing",
                                "set resources.requests." + resource + " of every container, best with " + resource
                                        + " in the task definition");
                return;
            }
        }
    }

    /** A limit without a request is the request too. */
    private static boolean has(ResourceRequirements resources, String resource) {
        return resources != null
                && (resources.getRequests() != null && resources.getRequests().containsKey(resource)
                        || resources.getLimits() != null
                                && resources.getLimits().containsKey(resource));
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        for (Resource<ScalableTarget> target : context.resources().of(ScalableTarget.class)) {
            if (!context.isUsed(target) && ScaledServices.isService(target)) {
                context.at(target.node())
                        .report(
                                FindingCode.DANGLING_REFERENCE,
                                "service " + target.value().resourceId()
                                        + " is not in the input; nothing is written that" + " scales it",
                                "add the output of: aws ecs describe-services");
            }
        }
        for (Resource<ScalingPolicy> policy : context.resources().of(ScalingPolicy.class)) {
            String id = policy.value().resourceId();
            boolean said = context.isUsed(policy) || context.isReported(policy.node());
            if (!said
                    && ScaledServices.isPolicy(policy)
                    && !ScalingResources.of(context).isTargeted(id)) {
                context.at(policy.node())
                        .report(
                                FindingCode.DANGLING_REFERENCE,
                                "the scalable target of this policy is not in the input; nothing is written for it",
                                "add the output of: aws application-autoscaling describe-scalable-targets --service-namespace"
                                        + " ecs" + (id == null ? "" : " --resource-ids " + Shell.word(id)));
            }
        }
    }

    @Override
    public void toEcs(BundleToEcs context) {
        new ScalersToEcs(context).read();
    }
}
