package io.github.ecs2k8s.internal.pipeline;

/** What a user of ECS does instead of the kinds that only a cluster can have. */
final class ForeignKinds {
    private ForeignKinds() {}

    /** The way out, one sentence. */
    static String wayOut(String kind) {
        return switch (kind) {
            case "CustomResourceDefinition", "APIService" ->
                "ECS cannot be extended; run what the resources stand for as services of their own";
            case "ValidatingWebhookConfiguration",
                    "MutatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "PodSecurityPolicy" ->
                "check task definitions in the pipeline, or with service control policies and AWS Config rules";
            case "ServiceMonitor", "PodMonitor", "PrometheusRule", "Prometheus", "Probe" ->
                "let the CloudWatch agent or the ADOT collector scrape the tasks, and write alarms";
            case "Certificate", "Issuer", "ClusterIssuer" ->
                "request the certificate from AWS Certificate Manager and name it at the listener";
            case "VirtualService", "DestinationRule", "ServiceEntry", "Sidecar", "PeerAuthentication" ->
                "use Service Connect for traffic between services, and listener rules for routing";
            case "FlowSchema", "PriorityLevelConfiguration", "Lease" -> "there is no API server to configure";
            case "Application", "Kustomization", "HelmRelease" ->
                "render what it deploys (helm template, kustomize build) and give that as input";
            case "Node", "NodePool", "EC2NodeClass", "ClusterConfig" ->
                "use Fargate, or capacity providers on an Auto Scaling group";
            default -> "do outside the translated manifests what it stands for, or leave it out";
        };
    }
}
