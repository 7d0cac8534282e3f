package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Target group → port of a task that its load balancer reaches: by each protocol that it forwards, and by TCP where it
 * checks, which never is by UDP
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html#target-security-groups).
 *
 * @param protocol {@code tcp} or {@code udp}, as a security group names it
 */
public record OpenedPort(LaunchToEcs workload, String protocol, int port) {

    static List<OpenedPort> of(TargetRegistration registration, TargetGroup group) {
        String protocol = group.protocol() == null ? "" : group.protocol();
        LaunchToEcs workload = registration.workload();
        List<OpenedPort> opened = new ArrayList<>();
        if (!protocol.equals("UDP")) {
            opened.add(new OpenedPort(workload, "tcp", registration.port()));
        }
        if (protocol.endsWith("UDP")) {
            opened.add(new OpenedPort(workload, "udp", registration.port()));
        }
        OpenedPort checked = new OpenedPort(workload, "tcp", checked(registration, group));
        if (!opened.contains(checked)) {
            opened.add(checked);
        }
        return opened;
    }

    private static int checked(TargetRegistration registration, TargetGroup group) {
        String port = group.healthCheckPort();
        return port != null && port.matches("\\d{1,5}") ? Integer.parseInt(port) : registration.port();
    }
}
