package io.github.ecs2k8s.internal.rooms.balancer.network;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.LoadBalancerNames;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.internal.rooms.balancer.target.TargetSettings;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Services of type LoadBalancer → network load balancers, their ports the listeners: what {@link NetworkServices} writes,
 * read back (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb/).
 *
 * <p>The trap: the AWS Load Balancer Controller makes an internal one when nothing is said, every cloud's own controller
 * one that faces the internet.
 */
public final class BalancedServices {
    private static final String P = Annotations.NETWORK_PREFIX;

    private final ServiceTargetGroups book;
    private final List<BalancerDraft> drafts = new ArrayList<>();

    public BalancedServices(ServiceTargetGroups book) {
        this.book = book;
    }

    /** The load balancers of all such Services of the input. */
    public List<BalancerDraft> read() {
        List<LocatedObject> services =
                new ArrayList<>(book.context().manifests().of("Service"));
        services.sort(Comparator.comparing(
                (LocatedObject located) -> located.object().getMetadata().getNamespace() + "/"
                        + located.object().getMetadata().getName()));
        for (LocatedObject located : services) {
            if (located.object() instanceof Service service
                    && service.getSpec() != null
                    && "LoadBalancer".equals(service.getSpec().getType())) {
                book.context().use(located);
                read(located, service.getSpec());
            }
        }
        return drafts;
    }

    private void read(LocatedObject located, ServiceSpec spec) {
        Annotations annotations = book.annotations(located);
        String own = annotations.take(P + "name");
        BalancerDraft draft =
                new BalancerDraft(own == null ? LoadBalancerNames.of(located, book.context()) : own, true);
        NetworkSettings.read(annotations, draft, spec);
        TargetSettings settings = settings(annotations, spec);
        Set<String> tls = tlsPorts(annotations);
        for (List<ServicePort> ports : byNumber(spec.getPorts(), located)) {
            listener(located, spec, ports, settings, tls, draft);
        }
        if (!draft.listeners().isEmpty()) {
            for (ListenerDraft listener : draft.listeners()) {
                NetworkSettings.read(annotations, listener);
            }
            drafts.add(draft);
        }
    }

    private static TargetSettings settings(Annotations annotations, ServiceSpec spec) {
        TargetSettings settings = TargetSettings.ofNetwork(annotations);
        List<String> attributes = new ArrayList<>();
        String told = settings.get("target-group-attributes");
        if (told != null) {
            attributes.add(told);
        }
        String all = told == null ? "" : told;
        if (annotations.take(P + "proxy-protocol") != null && !all.contains("proxy_protocol_v2")) {
            attributes.add("proxy_protocol_v2.enabled=true");
        }
        if ("Local".equals(spec.getExternalTrafficPolicy()) && !all.contains("preserve_client_ip")) {
            attributes.add("preserve_client_ip.enabled=true");
        }
        if (attributes.isEmpty()) {
            return settings;
        }
        Map<String, String> values = new LinkedHashMap<>(settings.values());
        values.put("target-group-attributes", String.join(",", attributes));
        return new TargetSettings(values);
    }

    /** The numbers or names of ports that end TLS; null for all of them. A star is the name of none. */
    private static @Nullable Set<String> tlsPorts(Annotations annotations) {
        List<String> ports = annotations.list(P + "ssl-ports");
        if (!annotations.has(P + "ssl-cert")) {
            return Set.of();
        }
        return ports.isEmpty() ? null : new LinkedHashSet<>(ports);
    }

    /** Ports of one number, of which one may be for TCP and one for UDP. */
    private List<List<ServicePort>> byNumber(List<ServicePort> ports, LocatedObject located) {
        Map<Integer, List<ServicePort>> numbers = new LinkedHashMap<>();
        for (ServicePort port : ports) {
            if (port.getPort() == null) {
                book.context()
                        .at(located.node(), "spec", "ports", ports.indexOf(port))
                        .report(FindingCode.MISSING_FIELD, "the port has no number; it is left out");
                continue;
            }
            numbers.computeIfAbsent(port.getPort(), unused -> new ArrayList<>()).add(port);
        }
        return List.copyOf(numbers.values());
    }

    private void listener(
            LocatedObject located,
            ServiceSpec spec,
            List<ServicePort> ports,
            TargetSettings settings,
            @Nullable Set<String> tls,
            BalancerDraft draft) {
        ServicePort port = ports.get(0);
        int index = spec.getPorts().indexOf(port);
        BackendRef ref = new BackendRef(
                located.object().getMetadata().getName(),
                located.object().getMetadata().getNamespace(),
                String.valueOf(port.getPort()),
                located.node().nearest("spec", "ports", index));
        if ("SCTP".equals(port.getProtocol())) {
            book.context()
                    .at(ref.place())
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "a load balancer passes on TCP and UDP, not SCTP; the port is left out");
            return;
        }
        ServicePort partner = partner(located, ports);
        sayOthers(located, spec, ports, partner);
        String protocol = partner != null ? "TCP_UDP" : isUdp(port) ? "UDP" : isSecure(port, tls) ? "TLS" : "TCP";
        TargetSettings own = protocol.equals("TLS") ? settings : settings.without("backend-protocol");
        String target = book.target(draft, located, spec, port, own, ref, partner != null);
        if (target != null) {
            draft.listener(protocol, port.getPort()).fallback(List.of(Route.forward(target)));
        }
    }

    private static boolean isSecure(ServicePort port, @Nullable Set<String> tls) {
        return tls == null
                || tls.contains(String.valueOf(port.getPort()))
                || (port.getName() != null && tls.contains(port.getName()));
    }

    /** Of the ports of one number, the one that comes by the other protocol and goes to the same port; null for none. */
    private @Nullable ServicePort partner(LocatedObject located, List<ServicePort> ports) {
        for (ServicePort other : ports) {
            boolean another = isUdp(ports.get(0)) != isUdp(other) && !"SCTP".equals(other.getProtocol());
            if (another && book.leadAlike(located, ports.get(0), other)) {
                return other;
            }
        }
        return null;
    }

    private static boolean isUdp(ServicePort port) {
        return "UDP".equals(port.getProtocol());
    }

    /** A load balancer listens once on a port, so that what comes by UDP goes where goes what comes by TCP. */
    private void sayOthers(
            LocatedObject located, ServiceSpec spec, List<ServicePort> ports, @Nullable ServicePort partner) {
        for (ServicePort other : ports.subList(1, ports.size())) {
            if (other != partner) {
                book.context()
                        .at(located.node(), "spec", "ports", spec.getPorts().indexOf(other))
                        .report(
                                FindingCode.LISTENER_COLLISION,
                                "a network load balancer listens once on port " + other.getPort()
                                        + ", and its TCP and UDP go to one port of the tasks; "
                                        + (other.getProtocol() == null ? "TCP" : other.getProtocol())
                                        + " is left out",
                                "let both go to one port of the container, or give one of them a Service of its own");
            }
        }
    }
}
