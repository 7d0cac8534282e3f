package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;

/** What the proxy beside each task does, and nobody in a plain cluster. */
final class ServiceConnectFindings {
    private static final String FIELD = "serviceConnectConfiguration";

    private ServiceConnectFindings() {}

    static void proxy(LaunchToKubernetes launch) {
        lost(launch, "no proxy runs beside the containers, so none writes logs", null, FIELD, "logConfiguration");
        lost(launch, "no proxy runs beside the containers, so none writes logs", null, FIELD, "accessLogConfiguration");
        Node services = launch.at(FIELD, "services").nearest();
        if (!(services instanceof SequenceNode list)) {
            return;
        }
        List<Node> elements = list.items();
        for (int i = 0; i < elements.size(); i++) {
            Object[] timeout = {FIELD, "services", i, "timeout"};
            lost(launch, "a Service has no timeouts", "set them in the clients, or use a service mesh", timeout);
            Object[] tls = {FIELD, "services", i, "tls"};
            lost(launch, "a Service does not encrypt; traffic is plain", "use a service mesh with mutual TLS", tls);
            Object[] override = {FIELD, "services", i, "ingressPortOverride"};
            lost(launch, "no proxy listens; clients reach the container's port itself", null, override);
            if (launch.at(FIELD, "services", i, "clientAliases").nearest() instanceof SequenceNode aliases) {
                for (int j = 0; j < aliases.items().size(); j++) {
                    lost(
                            launch,
                            "a Service does not look into requests; test traffic goes where all goes",
                            "reach new Pods through the preview Service of a Rollout: --addon argo-rollouts",
                            FIELD,
                            "services",
                            i,
                            "clientAliases",
                            j,
                            "testTrafficRules");
                }
            }
        }
    }

    private static void lost(
            LaunchToKubernetes launch, String message, @org.jspecify.annotations.Nullable String hint, Object... path) {
        Node place = launch.node();
        for (Object step : path) {
            place = place.child(step);
            if (place == null) {
                return;
            }
        }
        if (!(place instanceof MappingNode object) || !object.entries().isEmpty()) {
            launch.at(path).report(FindingCode.SERVICE_CONNECT_PROXY, message, hint);
        }
    }
}
