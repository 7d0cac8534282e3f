package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The container of a pod that a port of a Service leads to, by the number or the name of its target port
 * (https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports).
 *
 * @param list the pod's list that the container stands in
 * @param index its place in that list
 * @param declared whether the container lists the port; what listens need not be listed
 */
public record PodTarget(Container container, String list, int index, int port, boolean declared) {

    /** Who listens; the pod's first container where none lists the port. Null for a name that none lists. */
    public static @Nullable PodTarget of(ServicePort servicePort, PodSpec pod) {
        Integer number = number(servicePort);
        IntOrString target = servicePort.getTargetPort();
        for (PodTarget candidate : all(pod)) {
            for (ContainerPort port : candidate.container().getPorts()) {
                boolean meant = number == null
                        ? target != null
                                && port.getName() != null
                                && port.getName().equals(target.getStrVal())
                        : number.equals(port.getContainerPort());
                if (meant && protocol(port.getProtocol()).equals(protocol(servicePort.getProtocol()))) {
                    return new PodTarget(
                            candidate.container(), candidate.list(), candidate.index(), port.getContainerPort(), true);
                }
            }
        }
        return number == null || pod.getContainers().isEmpty() ? null : undeclared(number, pod);
    }

    /** A port that no container lists for the protocol: of the one that lists it for another, else of the first. */
    private static PodTarget undeclared(int number, PodSpec pod) {
        for (PodTarget candidate : all(pod)) {
            for (ContainerPort port : candidate.container().getPorts()) {
                if (Integer.valueOf(number).equals(port.getContainerPort())) {
                    return new PodTarget(candidate.container(), candidate.list(), candidate.index(), number, false);
                }
            }
        }
        return new PodTarget(pod.getContainers().get(0), "containers", 0, number, false);
    }

    /** The name that the container's list has for the TCP port; null when it has none. */
    public @Nullable String portName() {
        for (ContainerPort known : container.getPorts()) {
            boolean named = known.getName() != null && !known.getName().isEmpty();
            if (named
                    && Integer.valueOf(port).equals(known.getContainerPort())
                    && protocol(known.getProtocol()).equals("TCP")) {
                return known.getName();
            }
        }
        return null;
    }

    /** The number of the target port, which is that of the port where nothing is said; null for a name. */
    private static @Nullable Integer number(ServicePort port) {
        IntOrString target = port.getTargetPort();
        if (target == null || Integer.valueOf(0).equals(target.getIntVal())) {
            return port.getPort();
        }
        if (target.getIntVal() != null) {
            return target.getIntVal();
        }
        String text = target.getStrVal();
        if (text == null || text.isEmpty()) {
            return port.getPort();
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9' || text.length() > 5) {
                return null;
            }
        }
        return Integer.valueOf(text);
    }

    private static String protocol(@Nullable String given) {
        return given == null ? "TCP" : given;
    }

    /** The containers that keep running. */
    private static List<PodTarget> all(PodSpec pod) {
        List<PodTarget> all = new ArrayList<>();
        for (int i = 0; i < pod.getContainers().size(); i++) {
            all.add(new PodTarget(pod.getContainers().get(i), "containers", i, 0, false));
        }
        for (int i = 0; i < pod.getInitContainers().size(); i++) {
            Container container = pod.getInitContainers().get(i);
            if (PodLifetimes.isSidecar(container)) {
                all.add(new PodTarget(container, "initContainers", i, 0, false));
            }
        }
        return all;
    }
}
