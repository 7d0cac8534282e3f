package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import org.jspecify.annotations.Nullable;

/** An entry of an ECS service's {@code loadBalancers} to be: the container and port of a workload behind a Service. */
public record TargetRegistration(LaunchToEcs workload, PodTarget target) {

    /** Who listens on the Service port's target; null when no container of the pod can. */
    static @Nullable TargetRegistration of(ServicePort servicePort, LaunchToEcs workload) {
        PodTarget target = PodTarget.of(servicePort, workload.template().getSpec());
        return target == null ? null : new TargetRegistration(workload, target);
    }

    public Container container() {
        return target.container();
    }

    public int port() {
        return target.port();
    }

    /** Whether the container lists the port for UDP and not for TCP. */
    boolean listensByUdpOnly() {
        boolean udp = false;
        for (ContainerPort listed : container().getPorts()) {
            if (Integer.valueOf(port()).equals(listed.getContainerPort())) {
                if (!"UDP".equals(listed.getProtocol())) {
                    return false;
                }
                udp = true;
            }
        }
        return udp;
    }

    /** The first port that the container lists for TCP; null when there is none. */
    @Nullable Integer tcpPort() {
        for (ContainerPort listed : container().getPorts()) {
            if (listed.getProtocol() == null || listed.getProtocol().equals("TCP")) {
                return listed.getContainerPort();
            }
        }
        return null;
    }

    /** What tells the kubelet that the container may get requests. */
    @Nullable Probe probe() {
        return container().getReadinessProbe() != null
                ? container().getReadinessProbe()
                : container().getLivenessProbe();
    }

    String probeName() {
        return container().getReadinessProbe() != null ? "readinessProbe" : "livenessProbe";
    }

    /** The number of a port that may be given by its name; null when the container lists none of the name. */
    @Nullable Integer number(@Nullable IntOrString given) {
        if (given == null || given.getIntVal() != null) {
            return given == null ? null : given.getIntVal();
        }
        for (ContainerPort candidate : container().getPorts()) {
            if (given.getStrVal() != null && given.getStrVal().equals(candidate.getName())) {
                return candidate.getContainerPort();
            }
        }
        return null;
    }

    /** The number that a port of a Service leads to in the pod; null when no container has it. */
    @Nullable Integer number(ServicePort servicePort) {
        PodTarget found = PodTarget.of(servicePort, workload.template().getSpec());
        return found == null ? null : found.port();
    }

    /** Says something about a value of the container. */
    void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        Object[] full = new Object[path.length + 3];
        full[0] = "spec";
        full[1] = target.list();
        full[2] = target.index();
        System.arraycopy(path, 0, full, 3, path.length);
        workload.all().at(PodTemplates.node(workload.located()), full).report(code, message, hint);
    }
}
