package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;

/** The one table of which model class stands for which {@code apiVersion} and {@code kind}. */
final class ModelKinds {
    private ModelKinds() {}

    /** The model class of a kind; the generic one for every kind that has no class of its own here. */
    static Class<? extends HasMetadata> of(String apiVersion, String kind) {
        return switch (apiVersion + '/' + kind) {
            case "v1/Namespace" -> Namespace.class;
            case "v1/ServiceAccount" -> ServiceAccount.class;
            case "v1/ConfigMap" -> ConfigMap.class;
            case "v1/Secret" -> Secret.class;
            case "v1/Pod" -> Pod.class;
            case "v1/PodTemplate" -> PodTemplate.class;
            case "v1/ReplicationController" -> ReplicationController.class;
            case "v1/Service" -> Service.class;
            case "v1/Endpoints" -> Endpoints.class;
            case "v1/PersistentVolume" -> PersistentVolume.class;
            case "v1/PersistentVolumeClaim" -> PersistentVolumeClaim.class;
            case "v1/ResourceQuota" -> ResourceQuota.class;
            case "v1/LimitRange" -> LimitRange.class;
            case "apps/v1/Deployment" -> Deployment.class;
            case "apps/v1/StatefulSet" -> StatefulSet.class;
            case "apps/v1/DaemonSet" -> DaemonSet.class;
            case "apps/v1/ReplicaSet" -> ReplicaSet.class;
            case "batch/v1/Job" -> Job.class;
            case "batch/v1/CronJob" -> CronJob.class;
            case "networking.k8s.io/v1/Ingress" -> Ingress.class;
            case "networking.k8s.io/v1/IngressClass" -> IngressClass.class;
            case "networking.k8s.io/v1/NetworkPolicy" -> NetworkPolicy.class;
            case "autoscaling/v2/HorizontalPodAutoscaler" -> HorizontalPodAutoscaler.class;
            case "policy/v1/PodDisruptionBudget" -> PodDisruptionBudget.class;
            case "rbac.authorization.k8s.io/v1/Role" -> Role.class;
            case "rbac.authorization.k8s.io/v1/RoleBinding" -> RoleBinding.class;
            case "rbac.authorization.k8s.io/v1/ClusterRole" -> ClusterRole.class;
            case "rbac.authorization.k8s.io/v1/ClusterRoleBinding" -> ClusterRoleBinding.class;
            case "storage.k8s.io/v1/StorageClass" -> StorageClass.class;
            case "storage.k8s.io/v1/CSIDriver" -> CSIDriver.class;
            default -> GenericKubernetesResource.class;
        };
    }
}
