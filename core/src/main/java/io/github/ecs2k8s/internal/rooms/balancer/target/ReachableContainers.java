package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.OutsideServices;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes pods ready for their Services and load balancers: ports that lead somewhere, probes that others ask. */
public final class ReachableContainers {
    private ReachableContainers() {}

    /** A port that a Service leads to is listed by its container, or ECS would know no way to it. */
    public static void listPorts(PodDraft draft) {
        for (LocatedObject located : draft.all().manifests().servicesOf(labels(draft), namespace(draft))) {
            if (located.object() instanceof Service service && service.getSpec() != null) {
                for (ServicePort port : service.getSpec().getPorts()) {
                    PodTarget target = PodTarget.of(port, draft.pod());
                    if (target != null && !target.declared()) {
                        ContainerPort added = new ContainerPort();
                        added.setContainerPort(target.port());
                        added.setProtocol(port.getProtocol());
                        PodSpec pod = draft.edit();
                        (target.list().equals("containers") ? pod.getContainers() : pod.getInitContainers())
                                .get(target.index())
                                .getPorts()
                                .add(added);
                    }
                }
            }
        }
    }

    /** Notes the ports that network load balancers pass on by UDP; only their groups ask for a port mapping of udp. */
    public static void noteUdp(PodDraft draft) {
        OutsideServices outside = OutsideServices.of(draft.all());
        for (LocatedObject located : draft.all().manifests().servicesOf(labels(draft), namespace(draft))) {
            if (located.object() instanceof Service service && service.getSpec() != null) {
                for (ServicePort port : service.getSpec().getPorts()) {
                    PodTarget target = PodTarget.of(port, draft.pod());
                    if (target != null && outside.passesUdpOn(located, service.getSpec(), port)) {
                        draft.forwardsUdp(target.container().getName(), target.port());
                    }
                }
            }
        }
    }

    /**
     * A probe by HTTP, TCP or gRPC of a container behind a load balancer is asked by the load balancer, and ECS stops the
     * task that fails it. A command in the container that asks the same would need a program that the image may lack.
     */
    public static void leaveToLoadBalancer(PodDraft draft) {
        if (PodLifetimes.runsOnce(draft.workload())) {
            return;
        }
        for (PodTarget target : targets(draft)) {
            Container asked = target.container();
            Probe leading = asked.getReadinessProbe() == null ? asked.getLivenessProbe() : asked.getReadinessProbe();
            if (leading == null || leading.getExec() != null) {
                continue;
            }
            boolean command = isCommand(asked.getLivenessProbe()) || isCommand(asked.getStartupProbe());
            PodSpec pod = draft.edit();
            Container edited = (target.list().equals("containers") ? pod.getContainers() : pod.getInitContainers())
                    .get(target.index());
            sayLiveness(asked, target, draft);
            edited.setReadinessProbe(null);
            if (!command) {
                edited.setLivenessProbe(null);
                edited.setStartupProbe(null);
            }
        }
    }

    private static boolean isCommand(@Nullable Probe probe) {
        return probe != null && probe.getExec() != null;
    }

    /** What a liveness probe says that is not what the load balancer asks. */
    private static void sayLiveness(Container asked, PodTarget target, PodDraft draft) {
        Probe readiness = asked.getReadinessProbe();
        Probe liveness = asked.getLivenessProbe();
        if (readiness == null || liveness == null || liveness.getExec() != null) {
            return;
        }
        boolean same = Objects.equals(readiness.getHttpGet(), liveness.getHttpGet())
                && Objects.equals(readiness.getTcpSocket(), liveness.getTcpSocket())
                && Objects.equals(readiness.getGrpc(), liveness.getGrpc());
        if (!same || !Objects.equals(readiness.getPeriodSeconds(), liveness.getPeriodSeconds())) {
            draft.at("spec", target.list(), target.index(), "livenessProbe")
                    .report(
                            FindingCode.PROBES_MERGED,
                            "the load balancer asks what readinessProbe asks, and ECS stops a task that fails;"
                                    + " livenessProbe is not kept apart",
                            same ? null : "see that a task which is only busy does not fail it");
        }
    }

    /** The ports of a pod that load balancers lead to. */
    static List<PodTarget> targets(PodDraft draft) {
        List<PodTarget> targets = new ArrayList<>();
        OutsideServices outside = OutsideServices.of(draft.all());
        for (ServiceSpec spec :
                outside.leadingTo(labels(draft), namespace(draft), draft.all().manifests())) {
            for (ServicePort port : spec.getPorts()) {
                PodTarget target = PodTarget.of(port, draft.pod());
                if (target != null && targets.stream().noneMatch(known -> known.container() == target.container())) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static Map<String, String> labels(PodDraft draft) {
        Map<String, String> labels = draft.template().getMetadata() == null
                ? null
                : draft.template().getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    private static @Nullable String namespace(PodDraft draft) {
        return draft.workload().getMetadata().getNamespace();
    }
}
