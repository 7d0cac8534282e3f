package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.internal.rooms.balancer.target.TargetSettings;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Listeners of a Gateway for TCP, TLS and UDP with their TCPRoutes, TLSRoutes and UDPRoutes → listeners of a network load
 * balancer (https://gateway-api.sigs.k8s.io/guides/tcp/).
 *
 * <p>The trap: it passes on whatever comes to a port. A host name that a client asks for in TLS chooses nothing, and a
 * port is for one route.
 */
public final class GatewayPorts {
    public static final List<String> KINDS = List.of("TCPRoute", "TLSRoute", "UDPRoute");

    private final LocatedObject gateway;
    private final BalancerDraft draft;
    private final ServiceTargetGroups book;
    private final BundleToEcs context;

    GatewayPorts(LocatedObject gateway, BalancerDraft draft, ServiceTargetGroups book) {
        this.gateway = gateway;
        this.draft = draft;
        this.book = book;
        this.context = book.context();
    }

    /** Whether a listener passes on what an application load balancer cannot read. */
    static boolean passesOn(Node listener) {
        String protocol = JsonTree.text(listener, "protocol");
        return "TCP".equals(protocol)
                || "UDP".equals(protocol)
                || "TLS".equals(protocol)
                || "HTTPS".equals(protocol) && isPassedThrough(listener);
    }

    private static boolean isPassedThrough(Node listener) {
        return "Passthrough".equals(JsonTree.text(listener, "tls", "mode"));
    }

    /** Adds the listener that leads where the first of its routes by name leads. */
    void add(Node node, int port, List<LocatedObject> routes) {
        String protocol = String.valueOf(JsonTree.text(node, "protocol"));
        GatewayListener listener =
                new GatewayListener(JsonTree.text(node, "name"), JsonTree.text(node, "hostname"), port, node, null);
        List<LocatedObject> taken = new ArrayList<>();
        for (LocatedObject route : routes) {
            for (Node parent : JsonTree.items(JsonTree.of(route), "spec", "parentRefs")) {
                if (fits(route, protocol)
                        && GatewayBalancers.names(parent, route, gateway)
                        && GatewayBalancers.takes(listener, parent)
                        && !taken.contains(route)) {
                    context.use(route);
                    taken.add(route);
                }
            }
        }
        boolean known = draft.listeners().stream().anyMatch(other -> other.port() == port);
        if (taken.isEmpty() || known) {
            context.at(node)
                    .report(
                            FindingCode.LISTENER_LEFT_OUT,
                            known
                                    ? "a network load balancer listens once on port " + port
                                            + "; the listener is left out"
                                    : "no route of the input leads from the listener; it is left out",
                            known ? "let a Service of type LoadBalancer pass both protocols on" : null);
            return;
        }
        for (LocatedObject other : taken.subList(1, taken.size())) {
            context.at(other.node(), "spec")
                    .report(
                            FindingCode.ROUTE_MATCH,
                            "port " + port + " leads where route "
                                    + taken.get(0).object().getMetadata().getName()
                                    + " leads; a network load balancer does not choose by host",
                            "give the route a listener on a port of its own");
        }
        lead(node, protocol, port, taken.get(0));
    }

    private static boolean fits(LocatedObject route, String protocol) {
        return switch (route.object().getKind()) {
            case "UDPRoute" -> protocol.equals("UDP");
            case "TLSRoute" -> protocol.equals("TLS") || protocol.equals("HTTPS");
            default -> protocol.equals("TCP") || protocol.equals("TLS");
        };
    }

    private void lead(Node node, String protocol, int port, LocatedObject route) {
        Node hosts = JsonTree.at(JsonTree.of(route), "spec", "hostnames");
        for (Node host : new Node[] {hosts, node.child("hostname")}) {
            if (host != null && !host.isNull()) {
                context.at(host)
                        .report(
                                FindingCode.ROUTE_MATCH,
                                "whatever comes to port " + port + " is passed on, for any host");
            }
        }
        List<TargetGroupTuple> groups = new ArrayList<>();
        for (Node rule : JsonTree.items(JsonTree.of(route), "spec", "rules")) {
            List<Node> refs = JsonTree.items(rule, "backendRefs");
            for (Node ref : refs) {
                String target = target(ref, route, protocol.equals("UDP"));
                if (target != null) {
                    Integer weight = JsonTree.number(ref, "weight");
                    groups.add(new TargetGroupTuple(target, refs.size() < 2 ? null : weight == null ? 1 : weight));
                }
            }
        }
        if (groups.isEmpty()) {
            return;
        }
        context.at(node)
                .report(
                        FindingCode.SAME_IN_ANOTHER_PLACE,
                        "a listener of a network load balancer, which would come back as a Service of type LoadBalancer");
        boolean ended = protocol.equals("TLS") && !isPassedThrough(node);
        ListenerDraft listener = draft.listener(ended ? "TLS" : protocol.equals("UDP") ? "UDP" : "TCP", port);
        listener.fallback(List.of(Route.forward(groups, null)));
    }

    private @Nullable String target(Node ref, LocatedObject route, boolean udp) {
        String name = JsonTree.text(ref, "name");
        String namespace = JsonTree.text(ref, "namespace");
        String there = namespace == null ? route.object().getMetadata().getNamespace() : namespace;
        String number = JsonTree.text(ref, "port");
        LocatedObject located = name == null ? null : context.manifests().find("Service", name, there);
        ServiceSpec spec = located != null && located.object() instanceof Service service ? service.getSpec() : null;
        ServicePort port = spec == null ? null : port(spec, number, udp);
        if (name == null || located == null || spec == null || port == null) {
            context.at(ref)
                    .report(
                            FindingCode.BACKEND_MISSING,
                            "Service " + name + " with port " + number
                                    + " is not in the input; nothing is passed on to it",
                            "give it, and what it selects, as a further input");
            return null;
        }
        context.use(located);
        context.at(ref, "weight").resolved();
        for (String member : new String[] {"port", "protocol"}) {
            context.at(located.node(), "spec", "ports", spec.getPorts().indexOf(port), member)
                    .resolved();
        }
        TargetSettings settings = TargetSettings.of(null, book.annotations(located))
                .or(GatewayConfigurations.targets(name, there, route, context));
        return book.target(draft, located, spec, port, settings, new BackendRef(name, there, number, ref), false);
    }

    private static @Nullable ServicePort port(ServiceSpec spec, @Nullable String number, boolean udp) {
        for (ServicePort port : spec.getPorts()) {
            if (Objects.equals(number, String.valueOf(port.getPort())) && udp == "UDP".equals(port.getProtocol())) {
                return port;
            }
        }
        return null;
    }
}
