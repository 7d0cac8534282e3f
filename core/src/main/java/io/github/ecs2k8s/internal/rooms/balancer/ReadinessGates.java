package io.github.ecs2k8s.internal.rooms.balancer;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ECS waits for a new task's targets to be healthy before it stops an old one → the readiness gates of the AWS Load Balancer
 * Controller, which a label of the Namespace asks for
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html,
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/).
 */
final class ReadinessGates {
    private static final String LABEL = "elbv2.k8s.aws/pod-readiness-gate-inject";
    private static final String ENABLED = "enabled";

    private ReadinessGates() {}

    /** Labels the Namespaces of what stands behind target groups. */
    static void write(BundleToKubernetes context) {
        if (!HttpForm.hasController(context.target())) {
            return;
        }
        Map<String, LaunchToKubernetes> first = new LinkedHashMap<>();
        for (LaunchToKubernetes launch : context.launches()) {
            String namespace = launch.namespace();
            HasMetadata object = namespace == null ? null : context.namespace(namespace);
            if (isBehindTargetGroup(launch) && first.putIfAbsent(namespace == null ? "" : namespace, launch) == null) {
                if (object != null) {
                    label(object);
                }
                say(namespace, launch);
            }
        }
    }

    private static boolean isBehindTargetGroup(LaunchToKubernetes launch) {
        for (Backends.Backend backend : Backends.of(launch)) {
            if (backend.group() != null) {
                return true;
            }
        }
        return false;
    }

    private static void label(HasMetadata namespace) {
        Map<String, String> labels = namespace.getMetadata().getLabels();
        Map<String, String> all = labels == null ? new LinkedHashMap<>() : new LinkedHashMap<>(labels);
        all.put(LABEL, ENABLED);
        namespace.getMetadata().setLabels(all);
    }

    private static void say(@Nullable String namespace, LaunchToKubernetes launch) {
        launch.at("loadBalancers")
                .report(
                        FindingCode.READINESS_GATE,
                        "an update waits until the load balancer sends requests to a new Pod, as ECS does, "
                                + (namespace == null
                                        ? "only in a Namespace with the label " + LABEL + ": " + ENABLED
                                        : "by a label of Namespace " + namespace)
                                + "; the controller adds the gate only to Pods that are made after their Service and Ingress",
                        (namespace == null ? "kubectl label namespace NAMESPACE " + LABEL + "=" + ENABLED + "; " : "")
                                + "after the first apply: kubectl rollout restart deployment"
                                + (namespace == null ? "" : " -n " + namespace));
    }
}
