package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.ecs.resource.TargetGroup.Matcher;
import io.github.ecs2k8s.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Probe of a container, or what annotations say of the check → health check of a target group: what {@link TargetProbes}
 * writes, read back.
 *
 * <p>Annotations are about the load balancer's own check and win. Otherwise it asks what the kubelet asks, and takes for
 * healthy what the kubelet takes: 200 to 399. Where the kubelet asks nothing by HTTP, any answer counts that is no
 * failure of the server's. Numbers are kept within what ELB accepts
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html).
 */
final class TargetCheck {
    private static final String GRPC_HEALTH = "/grpc.health.v1.Health/Check";
    private static final String ANSWERS = "200-499";

    private final TargetSettings settings;
    private final TargetRegistration registration;
    private final ServiceSpec service;
    private final boolean network;
    private final boolean grpc;
    private final @Nullable Probe probe;
    private @Nullable String protocol;
    private @Nullable String port;
    private @Nullable String path;
    private @Nullable Integer interval;
    private @Nullable Integer timeout;
    private @Nullable Integer healthy;
    private @Nullable Integer unhealthy;
    private @Nullable Matcher matcher;

    private TargetCheck(
            TargetSettings settings,
            TargetRegistration registration,
            ServiceSpec service,
            boolean network,
            boolean grpc) {
        this.settings = settings;
        this.registration = registration;
        this.service = service;
        this.network = network;
        this.grpc = grpc;
        this.probe = registration.probe();
    }

    /**
     * The check of what a container listens on.
     *
     * @param service what leads there, whose ports a check may name
     * @param network whether a network load balancer asks
     * @param grpc whether the target group speaks gRPC
     */
    static TargetCheck of(
            TargetSettings settings,
            TargetRegistration registration,
            ServiceSpec service,
            boolean network,
            boolean grpc) {
        TargetCheck check = new TargetCheck(settings, registration, service, network, grpc);
        check.form();
        check.timing();
        if (settings.tellsCheck() && check.probe != null) {
            registration.find(
                    FindingCode.PROBES_MERGED,
                    "annotations say what the load balancer asks; the " + registration.probeName()
                            + " is not kept apart",
                    null,
                    registration.probeName());
        }
        return check;
    }

    @Nullable String protocol() {
        return protocol;
    }

    @Nullable String port() {
        return port;
    }

    @Nullable String path() {
        return path;
    }

    @Nullable Integer interval() {
        return interval;
    }

    @Nullable Integer timeout() {
        return timeout;
    }

    @Nullable Integer healthy() {
        return healthy;
    }

    @Nullable Integer unhealthy() {
        return unhealthy;
    }

    @Nullable Matcher matcher() {
        return matcher;
    }

    private void form() {
        String told = settings.get("healthcheck-protocol");
        protocol = told == null ? null : told.toUpperCase(java.util.Locale.ROOT);
        String asked = settings.get("healthcheck-port");
        port = asked == null || asked.equals("traffic-port") ? null : number(asked);
        path = settings.get("healthcheck-path");
        String codes = settings.get("success-codes");
        matcher = codes == null ? null : grpc ? new Matcher(null, codes) : new Matcher(codes, null);
        boolean tcp = "TCP".equals(protocol) || (network && protocol == null && probe == null);
        if (tcp) {
            protocol = "TCP";
            answering();
        } else if (path == null) {
            ask();
        }
    }

    /** A check never asks by UDP: where the container listens so only, another of its ports has to answer. */
    private void answering() {
        if (port != null || !registration.listensByUdpOnly()) {
            return;
        }
        Integer other = registration.tcpPort();
        port = other == null ? null : other.toString();
        String name = registration.container().getName();
        registration.find(
                FindingCode.TARGET_CHECK_ASSUMED,
                "a load balancer asks by TCP, and " + name + " listens on " + registration.port() + " by UDP only; "
                        + (other == null ? "its targets would never be healthy" : "port " + other + " has to answer"),
                "add a readinessProbe with httpGet or tcpSocket for a port that answers");
    }

    /** The number of a port: a name is that of a port of the Service for the controller, else one of the container. */
    private @Nullable String number(String asked) {
        for (ServicePort known : service.getPorts()) {
            if (asked.equals(known.getName())) {
                Integer target = registration.number(known);
                return target == null ? asked : target.toString();
            }
        }
        Integer number = registration.number(new io.fabric8.kubernetes.api.model.IntOrString(asked));
        return number == null ? asked : number.toString();
    }

    /** What the probe asks. */
    private void ask() {
        HTTPGetAction get = probe == null ? null : probe.getHttpGet();
        if (probe != null && get != null && !grpc) {
            http(get);
        } else if (probe != null && probe.getGrpc() != null && grpc) {
            path = GRPC_HEALTH;
            matcher = matcher == null ? new Matcher(null, "0") : matcher;
            other(probe.getGrpc().getPort());
        } else if (network) {
            protocol = "TCP";
            if (probe != null && probe.getTcpSocket() != null) {
                other(registration.number(probe.getTcpSocket().getPort()));
            }
        } else if (!settings.tellsCheck()) {
            assume();
        }
    }

    private void http(HTTPGetAction get) {
        boolean https = "HTTPS".equals(get.getScheme());
        if (protocol == null && (network || https)) {
            protocol = https ? "HTTPS" : "HTTP";
        }
        path = get.getPath() == null ? "/" : get.getPath();
        other(registration.number(get.getPort()));
        if (matcher == null && !settings.tellsCheck()) {
            matcher = new Matcher("200-399", null);
        }
        if (get.getHttpHeaders() != null && !get.getHttpHeaders().isEmpty()) {
            registration.find(
                    FindingCode.TARGET_CHECK_FORM,
                    "a load balancer asks without headers of one's own",
                    "let " + path + " answer without them",
                    registration.probeName(),
                    "httpGet",
                    "httpHeaders");
        }
    }

    private void other(@Nullable Integer number) {
        if (port == null && number != null && number != registration.port()) {
            port = number.toString();
        }
    }

    private void assume() {
        if (grpc) {
            path = GRPC_HEALTH;
            matcher = new Matcher(null, "0-99");
        } else {
            path = "/";
            matcher = new Matcher(ANSWERS, null);
        }
        String what = probe == null
                ? "nothing says how to see that " + registration.container().getName() + " is ready"
                : "a load balancer cannot ask what the " + registration.probeName() + " asks";
        registration.find(
                FindingCode.TARGET_CHECK_ASSUMED,
                what + "; it asks for " + path + ", and any answer but a failure of the server counts",
                "add a readinessProbe with httpGet",
                probe == null ? new Object[0] : new Object[] {registration.probeName()});
    }

    private void timing() {
        boolean told = settings.tellsCheck();
        interval = settings.number("healthcheck-interval-seconds");
        timeout = settings.number("healthcheck-timeout-seconds");
        healthy = settings.number("healthy-threshold-count");
        unhealthy = settings.number("unhealthy-threshold-count");
        if (probe != null && !"exec".equals(kind())) {
            interval = interval == null ? bounded("periodSeconds", probe.getPeriodSeconds(), 10, 5, 300) : interval;
            timeout = timeout == null ? bounded("timeoutSeconds", probe.getTimeoutSeconds(), 1, 2, 120) : timeout;
            unhealthy =
                    unhealthy == null ? bounded("failureThreshold", probe.getFailureThreshold(), 3, 2, 10) : unhealthy;
            if (healthy == null && !(told && probe.getSuccessThreshold() == null)) {
                healthy = bounded("successThreshold", probe.getSuccessThreshold(), 1, 2, 10);
            }
            if (timeout >= interval) {
                timeout = interval - 1;
                bounds("timeoutSeconds", probe.getTimeoutSeconds(), timeout, "less than the interval");
            }
        }
    }

    private String kind() {
        return probe != null && probe.getExec() != null ? "exec" : "";
    }

    private int bounded(String field, @Nullable Integer given, int otherwise, int least, int most) {
        int value = given == null ? otherwise : given;
        int bounded = Math.min(Math.max(value, least), most);
        if (bounded != value && value != otherwise) {
            bounds(field, given, bounded, least + " to " + most);
        }
        return bounded;
    }

    private void bounds(String field, @Nullable Integer given, int written, String accepted) {
        if (given != null) {
            registration.find(
                    FindingCode.TARGET_CHECK_BOUNDS,
                    given + " is written as " + written + ": ELB accepts " + accepted,
                    null,
                    registration.probeName(),
                    field);
        }
    }
}
