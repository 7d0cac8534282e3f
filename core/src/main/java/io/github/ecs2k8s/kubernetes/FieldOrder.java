package io.github.ecs2k8s.kubernetes;

/**
 * The order in which a person writes the keys of each Kubernetes object: first what it is and what it is called, then
 * what a reader looks for, the long parts last. One row per model class; {@code *} stands for every key the row does not
 * name, in the model's own (alphabetical) order, and is at the end of the row where it is not written.
 */
final class FieldOrder {
    private static final String CONTAINER = "name image imagePullPolicy restartPolicy restartPolicyRules command args "
            + "workingDir ports envFrom env resources resizePolicy volumeMounts volumeDevices "
            + "startupProbe livenessProbe readinessProbe lifecycle securityContext stdin stdinOnce tty";

    private FieldOrder() {}

    /** The row of a model class by its simple name, as keys and {@code *} separated by single spaces. */
    static String of(String model) {
        return switch (model) {
            case "ObjectMeta" -> "name generateName namespace labels annotations";
            case "OwnerReference", "ObjectReference", "CrossVersionObjectReference" -> "apiVersion kind name namespace";
            case "LabelSelector" -> "matchLabels matchExpressions";

            // Objects: their own small fields stand between metadata and the long part.
            case "Secret", "ConfigMap" -> "apiVersion kind metadata type immutable data stringData";
            case "ServiceAccount" -> "apiVersion kind metadata automountServiceAccountToken imagePullSecrets";
            case "StorageClass" ->
                "apiVersion kind metadata provisioner parameters reclaimPolicy volumeBindingMode "
                        + "allowVolumeExpansion mountOptions";
            case "ClusterRole" -> "apiVersion kind metadata aggregationRule rules";

            // Workloads.
            case "DeploymentSpec" ->
                "replicas revisionHistoryLimit progressDeadlineSeconds minReadySeconds paused "
                        + "selector strategy * template";
            case "StatefulSetSpec" ->
                "serviceName replicas revisionHistoryLimit minReadySeconds podManagementPolicy "
                        + "selector updateStrategy * template volumeClaimTemplates";
            case "DaemonSetSpec" -> "revisionHistoryLimit minReadySeconds selector updateStrategy * template";
            case "JobSpec" ->
                "completions parallelism completionMode backoffLimit activeDeadlineSeconds "
                        + "ttlSecondsAfterFinished suspend * selector template";
            case "CronJobSpec" ->
                "schedule timeZone concurrencyPolicy startingDeadlineSeconds suspend "
                        + "successfulJobsHistoryLimit failedJobsHistoryLimit * jobTemplate";

            // Pods.
            case "PodSpec" ->
                "serviceAccountName serviceAccount automountServiceAccountToken "
                        + "terminationGracePeriodSeconds activeDeadlineSeconds restartPolicy hostNetwork hostPID hostIPC "
                        + "shareProcessNamespace hostname subdomain setHostnameAsFQDN dnsPolicy dnsConfig hostAliases "
                        + "enableServiceLinks priorityClassName priority preemptionPolicy runtimeClassName schedulerName "
                        + "nodeName os nodeSelector affinity tolerations topologySpreadConstraints * imagePullSecrets "
                        + "securityContext resources initContainers containers ephemeralContainers volumes";
            case "Container", "EphemeralContainer" -> CONTAINER;
            case "ContainerPort" -> "name containerPort hostPort hostIP protocol";
            case "Probe" ->
                "exec httpGet tcpSocket grpc initialDelaySeconds periodSeconds timeoutSeconds "
                        + "successThreshold failureThreshold";
            case "HTTPGetAction" -> "scheme host path port httpHeaders";
            case "GRPCAction" -> "port service";
            case "ResourceRequirements", "VolumeResourceRequirements" -> "requests limits claims";
            case "VolumeMount" -> "name mountPath mountPropagation subPath subPathExpr readOnly";
            case "SecretKeySelector", "ConfigMapKeySelector" -> "name key optional";
            case "ResourceFieldSelector" -> "containerName resource divisor";
            case "PodSecurityContext", "SecurityContext" ->
                "runAsUser runAsGroup runAsNonRoot fsGroup "
                        + "fsGroupChangePolicy supplementalGroups supplementalGroupsPolicy privileged "
                        + "allowPrivilegeEscalation readOnlyRootFilesystem capabilities * sysctls";
            case "SELinuxOptions" -> "user role type level";
            case "PodDNSConfig" -> "nameservers searches options";
            case "HostAlias" -> "ip hostnames";
            case "Toleration" -> "key operator value effect tolerationSeconds";
            case "WeightedPodAffinityTerm" -> "weight podAffinityTerm";
            case "PreferredSchedulingTerm" -> "weight preference";
            case "PodAffinityTerm" -> "topologyKey labelSelector";
            case "TopologySpreadConstraint" -> "maxSkew minDomains topologyKey whenUnsatisfiable labelSelector";
            case "NodeAffinity", "PodAffinity", "PodAntiAffinity" ->
                "requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution";
            case "PodFailurePolicyOnPodConditionsPattern" -> "type status";

            // Volumes and storage.
            case "SecretVolumeSource" -> "secretName optional defaultMode items";
            case "ConfigMapVolumeSource" -> "name optional defaultMode items";
            case "SecretProjection", "ConfigMapProjection" -> "name optional items";
            case "KeyToPath" -> "key path mode";
            case "DownwardAPIVolumeFile" -> "path fieldRef resourceFieldRef mode";
            case "NFSVolumeSource" -> "server path readOnly";
            case "CSIVolumeSource" -> "driver readOnly fsType volumeAttributes nodePublishSecretRef";
            case "CSIPersistentVolumeSource" -> "driver volumeHandle readOnly fsType volumeAttributes";
            case "PersistentVolumeSpec" ->
                "capacity accessModes persistentVolumeReclaimPolicy storageClassName "
                        + "volumeMode volumeAttributesClassName mountOptions claimRef nodeAffinity";
            case "PersistentVolumeClaimSpec" ->
                "accessModes resources storageClassName volumeMode volumeName "
                        + "volumeAttributesClassName selector dataSource dataSourceRef";

            // Network.
            case "ServiceSpec" ->
                "type clusterIP clusterIPs externalName externalIPs loadBalancerClass "
                        + "loadBalancerIP loadBalancerSourceRanges * selector ports";
            case "ServicePort" -> "name port targetPort nodePort protocol appProtocol";
            case "EndpointPort" -> "name port protocol appProtocol";
            case "IngressSpec" -> "ingressClassName tls defaultBackend rules";
            case "HTTPIngressPath" -> "path pathType backend";
            case "NetworkPolicySpec" -> "podSelector policyTypes ingress egress";
            case "NetworkPolicyIngressRule" -> "from ports";
            case "NetworkPolicyEgressRule" -> "to ports";
            case "NetworkPolicyPeer" -> "podSelector namespaceSelector ipBlock";
            case "NetworkPolicyPort" -> "protocol port endPort";

            // Scaling, disruption, access.
            case "HorizontalPodAutoscalerSpec" -> "scaleTargetRef minReplicas maxReplicas metrics behavior";
            case "HorizontalPodAutoscalerBehavior" -> "scaleUp scaleDown";
            case "HPAScalingRules" -> "stabilizationWindowSeconds selectPolicy policies";
            case "HPAScalingPolicy" -> "type value periodSeconds";
            case "PodDisruptionBudgetSpec" -> "minAvailable maxUnavailable unhealthyPodEvictionPolicy selector";
            case "PolicyRule" -> "apiGroups resources resourceNames nonResourceURLs verbs";
            case "RoleRef", "Subject", "TypedLocalObjectReference", "TypedObjectReference" -> "apiGroup kind name";

            default -> "apiVersion kind metadata name type * spec status";
        };
    }
}
