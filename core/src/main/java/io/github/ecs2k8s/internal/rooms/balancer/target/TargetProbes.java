package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.TargetGroupTraits;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import org.jspecify.annotations.Nullable;

/**
 * The check of one target group as probes of the kubelet.
 *
 * <p>The traps: ELB's defaults (every 30 seconds, 2 failures; 5 seconds for an answer by HTTP, 6 behind a network load
 * balancer, 10 by TCP) are not the kubelet's, so all are written. A new target counts as healthy after one success,
 * whatever the target group asks from one that was unhealthy: more would keep every new Pod out for minutes. The kubelet takes any status from 200 to 399 for a success, and
 * no other
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/).
 */
public final class TargetProbes {
    private static final String TRAFFIC_PORT = "traffic-port";
    private static final String GRPC_HEALTH = "/grpc.health.v1.Health/Check";

    private final TargetGroup group;
    private final Resource<TargetGroup> resource;
    private final BundleToKubernetes bundle;
    private final boolean network;
    private final int port;
    private final String form;

    private TargetProbes(Backend backend, Resource<TargetGroup> resource, BundleToKubernetes bundle) {
        this.group = resource.value();
        this.resource = resource;
        this.bundle = bundle;
        this.network = TargetGroupTraits.isNetwork(backend, bundle);
        this.port = port(backend.port());
        this.form = form();
    }

    public static TargetProbes read(Backend backend, Resource<TargetGroup> resource, BundleToKubernetes bundle) {
        return new TargetProbes(backend, resource, bundle);
    }

    private int port(int traffic) {
        String given = group.healthCheckPort();
        if (given == null || given.isEmpty() || given.equals(TRAFFIC_PORT)) {
            return traffic;
        }
        try {
            int number = Integer.parseInt(given);
            if (number > 0 && number <= 65535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        find(
                FindingCode.TARGET_HEALTH_FORM,
                "the check's port \"" + given + "\" is no number; the container's port is checked",
                "HealthCheckPort");
        return traffic;
    }

    /** HTTP, HTTPS, TCP or GRPC. */
    private String form() {
        String protocol = group.healthCheckProtocol();
        if (protocol == null) {
            protocol = network ? "TCP" : "HTTP";
        }
        if ("GRPC".equals(group.protocolVersion()) && !protocol.equals("TCP")) {
            return grpc();
        }
        if (protocol.equals("TCP") || isOutside()) {
            return "TCP";
        }
        return protocol.equals("HTTPS") ? "HTTPS" : "HTTP";
    }

    private String grpc() {
        String codes = group.matcher() == null ? null : group.matcher().grpcCode();
        if (GRPC_HEALTH.equals(group.healthCheckPath()) && "0".equals(codes)) {
            return "GRPC";
        }
        find(
                FindingCode.TARGET_HEALTH_FORM,
                "the kubelet only calls " + GRPC_HEALTH + "; the probe checks that the port accepts connections",
                group.healthCheckPath() == null ? "ProtocolVersion" : "HealthCheckPath");
        return "TCP";
    }

    /** Whether ELB takes something for healthy that the kubelet would not; says what differs. */
    private boolean isOutside() {
        String codes = group.matcher() == null ? null : group.matcher().httpCode();
        if (codes == null || codes.isEmpty() || Placeholders.isOpen(codes)) {
            return false;
        }
        boolean outside = false;
        for (String range : codes.split(",", -1)) {
            outside |= !isWithin(range.trim());
        }
        if (outside) {
            find(
                    FindingCode.TARGET_HEALTH_CODES,
                    "the kubelet takes only 200 to 399 for healthy, not " + codes
                            + "; the probe checks that the port accepts connections",
                    "Matcher",
                    "HttpCode");
        } else if (!codes.equals("200-399")) {
            find(
                    FindingCode.TARGET_HEALTH_CODES,
                    "the kubelet takes any status from 200 to 399 for healthy, not only " + codes,
                    "Matcher",
                    "HttpCode");
        }
        return outside;
    }

    private static boolean isWithin(String range) {
        int dash = range.indexOf('-');
        try {
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
            return from >= 200 && to <= 399;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public Probe readiness() {
        Integer successes = group.healthyThresholdCount();
        if (successes != null && successes > 1 && !HttpForm.hasController(bundle.target())) {
            find(
                    FindingCode.TARGET_HEALTH_PASSES,
                    "one passed check makes a Pod ready again; ELB asks for " + successes
                            + " from a target that was unhealthy",
                    "HealthyThresholdCount");
        }
        return probe(or(group.unhealthyThresholdCount(), 2));
    }

    public Probe liveness() {
        return probe(or(group.unhealthyThresholdCount(), 2));
    }

    /** A probe that lasts as long as the grace period and the failures that count after it. */
    public Probe startup(int grace) {
        int interval = or(group.healthCheckIntervalSeconds(), 30);
        Probe probe = probe((grace + interval - 1) / interval + or(group.unhealthyThresholdCount(), 2));
        if (grace % interval != 0) {
            probe.setInitialDelaySeconds(grace % interval);
        }
        return probe;
    }

    private Probe probe(int failures) {
        Probe probe = new Probe();
        switch (form) {
            case "TCP" -> {
                TCPSocketAction tcp = new TCPSocketAction();
                tcp.setPort(new IntOrString(port));
                probe.setTcpSocket(tcp);
            }
            case "GRPC" -> {
                GRPCAction grpc = new GRPCAction();
                grpc.setPort(port);
                probe.setGrpc(grpc);
            }
            default -> probe.setHttpGet(http());
        }
        probe.setPeriodSeconds(or(group.healthCheckIntervalSeconds(), 30));
        probe.setTimeoutSeconds(or(group.healthCheckTimeoutSeconds(), timeout()));
        probe.setFailureThreshold(failures);
        return probe;
    }

    private HTTPGetAction http() {
        HTTPGetAction http = new HTTPGetAction();
        String path = group.healthCheckPath();
        http.setPath(path == null || path.isEmpty() ? "/" : Placeholders.visible(path));
        http.setPort(new IntOrString(port));
        http.setScheme(form.equals("HTTPS") ? "HTTPS" : null);
        return http;
    }

    private int timeout() {
        if (!network) {
            return 5;
        }
        return form.equals("HTTP") ? 6 : 10;
    }

    /** A number that a probe accepts. */
    private static int or(@Nullable Integer value, int otherwise) {
        return value == null || value < 1 ? otherwise : value;
    }

    private void find(FindingCode code, String message, Object... path) {
        bundle.at(resource.node(), path).report(code, message);
    }
}
