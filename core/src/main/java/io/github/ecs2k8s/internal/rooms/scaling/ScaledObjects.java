package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.kubernetes.CustomResources;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan ⇄ KEDA's ScaledObject, which makes the one HorizontalPodAutoscaler of the workload
 * (https://keda.sh/docs/latest/reference/scaledobject-spec/).
 */
final class ScaledObjects {
    /** The object that says how KEDA gets into CloudWatch; one for each namespace. */
    static final String AUTHENTICATION = "aws-cloudwatch";

    private static final String API_VERSION = "keda.sh/v1alpha1";
    private static final String CREDENTIALS = "aws-credentials";

    /** Of Pods, where a ScaledObject does not say. */
    private static final int MOST = 100;

    private ScaledObjects() {}

    static void write(ScalingPlan plan) {
        LaunchToKubernetes launch = plan.launch();
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("apiVersion", plan.workload().getApiVersion());
        reference.put("kind", plan.workload().getKind());
        reference.put("name", launch.name());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("scaleTargetRef", reference);
        spec.put("minReplicaCount", plan.minimum());
        spec.put("maxReplicaCount", plan.maximum());
        HorizontalPodAutoscalerBehavior behavior = plan.pace().behavior();
        if (behavior != null) {
            spec.put("advanced", Map.of("horizontalPodAutoscalerConfig", Map.of("behavior", behavior)));
        }
        List<Object> triggers = new ArrayList<>();
        plan.triggers().forEach(trigger -> triggers.add(trigger.inScaledObject()));
        spec.put("triggers", triggers);
        launch.bundle().add(resource("ScaledObject", HorizontalScalers.metadata(plan), spec));
        if (plan.triggers().stream().anyMatch(Trigger.CloudWatch.class::isInstance)) {
            authentication(plan);
        }
    }

    private static void authentication(ScalingPlan plan) {
        LaunchToKubernetes launch = plan.launch();
        boolean eks = launch.target().isEks();
        launch.bundle()
                .at(plan.target().node())
                .report(
                        FindingCode.SCALING_ACCESS,
                        eks
                                ? "KEDA looks into CloudWatch with its operator's own role"
                                : "KEDA has no credentials for AWS outside EKS",
                        eks
                                ? "allow that role cloudwatch:GetMetricData"
                                : "make a Secret " + CREDENTIALS
                                        + " with the keys access-key-id and secret-access-key of"
                                        + " a user that may cloudwatch:GetMetricData");
        if (!plan.isRegionKnown()) {
            launch.bundle()
                    .at(plan.target().node())
                    .report(
                            FindingCode.REGION_UNKNOWN,
                            "the triggers need a region, and none is known; written as unknown",
                            "give it with --region, or set awsRegion");
        }
        if (launch.bundle().lookUp("TriggerAuthentication", AUTHENTICATION) != null) {
            return;
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        if (eks) {
            spec.put("podIdentity", Map.of("provider", "aws"));
        } else {
            spec.put(
                    "secretTargetRef",
                    List.of(
                            secret("awsAccessKeyID", "access-key-id"),
                            secret("awsSecretAccessKey", "secret-access-key")));
        }
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(AUTHENTICATION);
        launch.bundle().add(resource("TriggerAuthentication", metadata, spec));
    }

    private static Map<String, Object> secret(String parameter, String key) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("parameter", parameter);
        reference.put("name", CREDENTIALS);
        reference.put("key", key);
        return reference;
    }

    private static GenericKubernetesResource resource(String kind, ObjectMeta metadata, Map<String, Object> spec) {
        return CustomResources.of(API_VERSION, kind, metadata, spec);
    }

    /** Reads a scaler whose workload is a service. */
    static void read(MappingNode spec, ServiceScaler scaler) {
        MappingNode advanced = Nodes.object(spec, "advanced");
        MappingNode inner = advanced == null ? null : Nodes.object(advanced, "horizontalPodAutoscalerConfig");
        new ScalerBehavior(scaler).read(inner == null ? null : Nodes.object(inner, "behavior"));
        int minimum = Scalars.whole(spec.get("minReplicaCount"), 0);
        int maximum = Math.max(minimum, Scalars.whole(spec.get("maxReplicaCount"), MOST));
        MappingNode formula = advanced == null ? null : Nodes.object(advanced, "scalingModifiers");
        if (formula != null && formula.has("formula")) {
            scaler.find(
                    FindingCode.SCALER_METRIC,
                    "a formula over triggers is not written, and they are left out",
                    "write a target tracking policy with metric math",
                    formula);
        } else {
            new ScaledTriggers(scaler).read(spec, minimum);
        }
        saySettings(spec, advanced, scaler);
        scaler.write(minimum, maximum);
    }

    private static void saySettings(MappingNode spec, @Nullable MappingNode advanced, ServiceScaler scaler) {
        setting("pollingInterval", "30", "CloudWatch has a value each minute", spec, scaler);
        setting("cooldownPeriod", "300", "the last task goes as the others do", spec, scaler);
        setting("initialCooldownPeriod", "0", "scaling begins when the service is there", spec, scaler);
        setting("idleReplicaCount", "", "there is one minimum, whether or not there is work", spec, scaler);
        setting("fallback", "", "where a metric is missing the count stays as it is", spec, scaler);
        if (advanced != null) {
            setting(
                    "restoreToOriginalReplicaCount",
                    "false",
                    "the count stays as it is when scaling ends",
                    advanced,
                    scaler);
        }
    }

    private static void setting(String field, String usual, String why, MappingNode object, ServiceScaler scaler) {
        Node value = object.get(field);
        if (value != null
                && !value.isNull()
                && !(value instanceof ScalarNode scalar && scalar.text().equals(usual))) {
            scaler.find(FindingCode.SCALER_SETTING, field + " is not written: " + why, null, value);
        }
    }
}
