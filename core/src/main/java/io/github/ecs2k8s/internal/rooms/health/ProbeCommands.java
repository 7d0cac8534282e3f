package io.github.ecs2k8s.internal.rooms.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.command.ExpandedWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes probes of every kind → the command of an ECS health check. The kubelet asks from outside, ECS runs a
 * program inside: curl or wget for HTTP, nc for TCP, grpc_health_probe for gRPC, which the image must have.
 */
final class ProbeCommands {

    private ProbeCommands() {}

    /** The command that asks what a probe asks; null, with a finding, when there is none. */
    static @Nullable List<String> read(Probe probe, Container container, ContainerToEcs context) {
        boolean windows = context.pod().windows();
        String field = field(probe, container);
        if (probe.getExec() != null) {
            List<String> exec = probe.getExec().getCommand();
            if (exec == null || exec.isEmpty()) {
                return null;
            }
            return HealthCommands.ofExec(
                    ExpandedWords.of(exec, ExpandedWords.NO_SCRIPT, context, field, "exec", "command"), windows);
        }
        String program;
        String line;
        if (probe.getHttpGet() != null) {
            program = "curl or wget";
            line = http(probe.getHttpGet(), container);
        } else if (probe.getTcpSocket() != null) {
            program = "nc";
            line = tcp(probe.getTcpSocket().getHost(), port(probe.getTcpSocket().getPort(), container));
        } else if (probe.getGrpc() != null) {
            program = "grpc_health_probe";
            line = grpc(probe.getGrpc());
        } else {
            return null;
        }
        if (line == null || windows) {
            context.at(field)
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "no command asks what this probe asks",
                            "add a healthCheck command to the task definition");
            return null;
        }
        context.at(field)
                .report(
                        FindingCode.PROBE_AS_COMMAND,
                        "written as a command of " + program + ", run in the container",
                        "see that the image has a shell and " + program
                                + "; ECS replaces the task otherwise. The target group's health check needs neither");
        return HealthCommands.ofShell(line);
    }

    private static String field(Probe probe, Container container) {
        if (probe == container.getLivenessProbe()) {
            return "livenessProbe";
        }
        return probe == container.getStartupProbe() ? "startupProbe" : "readinessProbe";
    }

    private static @Nullable String http(HTTPGetAction get, Container container) {
        Integer port = port(get.getPort(), container);
        if (port == null) {
            return null;
        }
        boolean https = "HTTPS".equals(get.getScheme());
        // The kubelet does not verify certificates either.
        StringBuilder curl = new StringBuilder("curl -fsS").append(https ? "k" : "");
        StringBuilder wget = new StringBuilder("wget -q").append(https ? " --no-check-certificate" : "");
        for (HTTPHeader header : get.getHttpHeaders()) {
            String text = quoted(header.getName() + ": " + header.getValue());
            curl.append(" -H ").append(text);
            wget.append(" --header ").append(text);
        }
        String host = get.getHost() == null || get.getHost().isEmpty() ? "localhost" : get.getHost();
        String path = get.getPath() == null ? "/" : get.getPath();
        String url = quoted((https ? "https://" : "http://") + host + ":" + port + slash(path));
        return curl.append(" -o /dev/null ").append(url) + " || "
                + wget.append(" -O /dev/null ").append(url) + " || exit 1";
    }

    private static String slash(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }

    private static @Nullable String tcp(@Nullable String host, @Nullable Integer port) {
        return port == null ? null : "nc -z " + quoted(host == null ? "localhost" : host) + " " + port + " || exit 1";
    }

    private static @Nullable String grpc(GRPCAction action) {
        if (action.getPort() == null) {
            return null;
        }
        String service = action.getService() == null || action.getService().isEmpty()
                ? ""
                : " -service=" + quoted(action.getService());
        return "grpc_health_probe -addr=localhost:" + action.getPort() + service + " || exit 1";
    }

    /** The number of a port that may be given by its name; null when the container has no such port. */
    private static @Nullable Integer port(@Nullable IntOrString port, Container container) {
        if (port == null) {
            return null;
        }
        if (port.getIntVal() != null) {
            return port.getIntVal();
        }
        for (ContainerPort candidate : container.getPorts()) {
            if (candidate.getName() != null && candidate.getName().equals(port.getStrVal())) {
                return candidate.getContainerPort();
            }
        }
        return null;
    }

    /** A word of a shell line; plain words stay plain. */
    private static String quoted(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && ":/.-_~%+,@".indexOf(c) < 0) {
                return "'" + word.replace("'", "'\\''") + "'";
            }
        }
        return word;
    }
}
