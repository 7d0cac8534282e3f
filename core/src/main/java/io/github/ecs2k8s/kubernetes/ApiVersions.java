package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import org.jspecify.annotations.Nullable;

/**
 * API versions that clusters no longer serve, or serve beside a newer one, and the versions that took their place
 * (https://kubernetes.io/docs/reference/using-api/deprecation-guide/).
 */
final class ApiVersions {
    private static final String APPS = "apps/v1";
    private static final String NETWORKING = "networking.k8s.io/v1";

    private ApiVersions() {}

    /** The version that took the place of this one, null when it is current or unknown. */
    static @Nullable String successor(String apiVersion, String kind) {
        return switch (apiVersion) {
            case "extensions/v1beta1" -> ofExtensions(kind);
            case "apps/v1beta1", "apps/v1beta2" -> APPS;
            case "networking.k8s.io/v1beta1" -> NETWORKING;
            case "batch/v1beta1", "batch/v2alpha1" -> "batch/v1";
            case "autoscaling/v1", "autoscaling/v2beta1", "autoscaling/v2beta2" -> "autoscaling/v2";
            case "policy/v1beta1" -> kind.equals("PodDisruptionBudget") ? "policy/v1" : null;
            case "rbac.authorization.k8s.io/v1alpha1", "rbac.authorization.k8s.io/v1beta1" ->
                "rbac.authorization.k8s.io/v1";
            case "storage.k8s.io/v1beta1" -> "storage.k8s.io/v1";
            default -> null;
        };
    }

    private static @Nullable String ofExtensions(String kind) {
        return switch (kind) {
            case "Deployment", "DaemonSet", "ReplicaSet" -> APPS;
            case "Ingress", "NetworkPolicy" -> NETWORKING;
            default -> null;
        };
    }

    /** The object in the fields of the successor; what did not change keeps its nodes, and so its places. */
    static MappingNode upgrade(MappingNode object, String apiVersion, String kind) {
        return switch (kind) {
            case "Deployment", "DaemonSet", "ReplicaSet", "StatefulSet" -> OldWorkloads.upgrade(object);
            case "Ingress" -> OldIngresses.upgrade(object);
            case "HorizontalPodAutoscaler" -> OldScalers.upgrade(object, apiVersion);
            default -> object;
        };
    }
}
