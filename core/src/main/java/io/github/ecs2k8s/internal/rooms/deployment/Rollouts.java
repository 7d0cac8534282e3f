package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.kubernetes.CustomResources;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * Deployment → Rollout of the same name and selector, around the same pod template
 * (https://argo-rollouts.readthedocs.io/en/stable/features/specification/).
 */
final class Rollouts {
    static final String API_VERSION = "argoproj.io/v1alpha1";
    static final String CANARY = "canary";

    private Rollouts() {}

    /** Puts a Rollout in the Deployment's place; its strategy is completed when all Services are known. */
    static void replace(Deployment deployment, CreateServiceRequest service, LaunchToKubernetes context) {
        DeploymentSpec from = deployment.getSpec();
        Map<String, Object> spec = new LinkedHashMap<>();
        if (from.getReplicas() != null) {
            spec.put("replicas", from.getReplicas());
        }
        if (from.getProgressDeadlineSeconds() != null) {
            spec.put("progressDeadlineSeconds", from.getProgressDeadlineSeconds());
        }
        if (Progression.rollsBack(service.deploymentConfiguration())) {
            spec.put("progressDeadlineAbort", true);
        }
        spec.put("selector", from.getSelector());
        spec.put("strategy", rolling(from));
        spec.put("template", from.getTemplate());
        context.replace(CustomResources.of(API_VERSION, "Rollout", deployment.getMetadata(), spec));
    }

    /** A canary without steps replaces Pods as a Deployment does. */
    private static Map<String, Object> rolling(DeploymentSpec from) {
        Map<String, Object> canary = new LinkedHashMap<>();
        if (from.getStrategy() != null && from.getStrategy().getRollingUpdate() != null) {
            RollingUpdateDeployment rolling = from.getStrategy().getRollingUpdate();
            canary.put("maxSurge", rolling.getMaxSurge());
            canary.put("maxUnavailable", rolling.getMaxUnavailable());
        }
        return strategy(CANARY, canary);
    }

    /** A strategy of one kind. */
    static Map<String, Object> strategy(String kind, Map<String, Object> fields) {
        Map<String, Object> strategy = new LinkedHashMap<>();
        strategy.put(kind, fields);
        return strategy;
    }

    /** Sets the strategy of a launch's Rollout. */
    static void setStrategy(LaunchToKubernetes context, Map<String, Object> strategy) {
        if (context.workload() instanceof GenericKubernetesResource rollout
                && rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
            Map<String, Object> changed = new LinkedHashMap<>();
            spec.forEach((key, value) -> changed.put(String.valueOf(key), value));
            changed.put("strategy", strategy);
            rollout.setAdditionalProperty("spec", changed);
        }
    }
}
