package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;

/** The members of scalers of Kubernetes, and what they become. */
final class ScalerFields {
    private static final String TARGET = "scalableTarget.";
    private static final String TRACKING = "scalingPolicy.TargetTrackingScalingPolicyConfiguration.";
    private static final String CUSTOMIZED = TRACKING + "CustomizedMetricSpecification.";

    private ScalerFields() {}

    /** Every member that the room answers for. */
    static List<OwnedField> owned() {
        List<OwnedField> owned = new ArrayList<>();
        horizontal(owned);
        keda(owned);
        owned.add(OwnedField.to("HorizontalPodAutoscaler.metadata.annotations{}", "scalingPolicy.PolicyName"));
        owned.add(OwnedField.to("ScaledObject.metadata.annotations{}", "scalingPolicy.PolicyName"));
        owned.add(OwnedField.nowhere("TriggerAuthentication.spec.**"));
        owned.add(OwnedField.nowhere("ClusterTriggerAuthentication.spec.**"));
        owned.add(OwnedField.nowhere("ScaledJob.spec.**"));
        owned.add(OwnedField.nowhere("VerticalPodAutoscaler.spec.**"));
        return owned;
    }

    private static void horizontal(List<OwnedField> owned) {
        String spec = "HorizontalPodAutoscaler.spec.";
        reference(spec, owned);
        owned.add(OwnedField.to(spec + "minReplicas", TARGET + "MinCapacity", "1"));
        owned.add(OwnedField.to(spec + "maxReplicas", TARGET + "MaxCapacity"));
        String metric = spec + "metrics[].";
        owned.add(OwnedField.to(metric + "type", "scalingPolicy.PolicyType"));
        for (String source : List.of("resource.", "containerResource.")) {
            String of = metric + source;
            owned.add(OwnedField.to(of + "name", TRACKING + "PredefinedMetricSpecification.PredefinedMetricType"));
            owned.add(OwnedField.to(of + "target.type", TRACKING + "TargetValue"));
            owned.add(OwnedField.to(of + "target.averageUtilization", TRACKING + "TargetValue"));
            owned.add(OwnedField.to(of + "target.averageValue", TRACKING + "TargetValue"));
            owned.add(OwnedField.nowhere(of + "target.value"));
        }
        owned.add(OwnedField.to(
                metric + "containerResource.container",
                TRACKING + "PredefinedMetricSpecification.PredefinedMetricType"));
        for (String source : List.of("pods", "object", "external")) {
            owned.add(OwnedField.nowhere(metric + source + ".**"));
        }
        behavior(spec + "behavior.", owned);
    }

    private static void reference(String spec, List<OwnedField> owned) {
        owned.add(OwnedField.resolved(spec + "scaleTargetRef.apiVersion", TARGET + "ResourceId"));
        owned.add(OwnedField.resolved(spec + "scaleTargetRef.kind", TARGET + "ResourceId", "Deployment"));
        owned.add(OwnedField.resolved(spec + "scaleTargetRef.name", TARGET + "ResourceId"));
    }

    private static void behavior(String behavior, List<OwnedField> owned) {
        for (String direction : List.of("scaleUp.", "scaleDown.")) {
            boolean up = direction.equals("scaleUp.");
            String of = behavior + direction;
            owned.add(OwnedField.to(
                    of + "stabilizationWindowSeconds", TRACKING + (up ? "ScaleOutCooldown" : "ScaleInCooldown")));
            owned.add(OwnedField.to(
                    of + "selectPolicy",
                    up ? TARGET + "SuspendedState.DynamicScalingOutSuspended" : TRACKING + "DisableScaleIn",
                    "Max"));
            owned.add(OwnedField.nowhere(of + "policies[].type", "Percent or Pods"));
            owned.add(OwnedField.nowhere(of + "policies[].value", up ? "100 or 4" : "100"));
            owned.add(OwnedField.nowhere(of + "policies[].periodSeconds", "15"));
            owned.add(OwnedField.nowhere(of + "tolerance"));
        }
    }

    private static void keda(List<OwnedField> owned) {
        String spec = "ScaledObject.spec.";
        reference(spec, owned);
        owned.add(OwnedField.nowhere(spec + "scaleTargetRef.envSourceContainerName"));
        owned.add(OwnedField.to(spec + "minReplicaCount", TARGET + "MinCapacity", "0"));
        owned.add(OwnedField.to(spec + "maxReplicaCount", TARGET + "MaxCapacity", "100"));
        owned.add(OwnedField.nowhere(spec + "pollingInterval", "30"));
        owned.add(OwnedField.nowhere(spec + "cooldownPeriod", "300"));
        owned.add(OwnedField.nowhere(spec + "initialCooldownPeriod", "0"));
        owned.add(OwnedField.nowhere(spec + "idleReplicaCount"));
        owned.add(OwnedField.nowhere(spec + "fallback.**"));
        String advanced = spec + "advanced.";
        owned.add(OwnedField.nowhere(advanced + "restoreToOriginalReplicaCount", "false"));
        owned.add(OwnedField.nowhere(advanced + "scalingModifiers.**"));
        owned.add(OwnedField.nowhere(advanced + "horizontalPodAutoscalerConfig.name"));
        behavior(advanced + "horizontalPodAutoscalerConfig.behavior.", owned);
        String trigger = spec + "triggers[].";
        owned.add(OwnedField.to(trigger + "type", "scalingPolicy.PolicyType"));
        owned.add(OwnedField.nowhere(trigger + "name"));
        owned.add(OwnedField.to(trigger + "metricType", CUSTOMIZED + "Metrics"));
        owned.add(OwnedField.nowhere(trigger + "useCachedMetrics", "false"));
        owned.add(OwnedField.to(trigger + "metadata{}", CUSTOMIZED + "MetricName"));
        owned.add(OwnedField.nowhere(trigger + "authenticationRef.name"));
        owned.add(OwnedField.nowhere(trigger + "authenticationRef.kind", "TriggerAuthentication"));
    }
}
