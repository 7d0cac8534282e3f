package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.internal.rooms.balancer.setting.LoadBalancerNames;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.internal.write.LogicalIds;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gateways with their HTTPRoutes and GRPCRoutes → application load balancers: what {@link Gateways} writes, read back; for
 * routes of ports network load balancers
 * (https://gateway-api.sigs.k8s.io/guides/http-routing/).
 */
public final class GatewayBalancers {
    private final ServiceTargetGroups book;
    private final BundleToEcs context;
    private final List<BalancerDraft> drafts = new ArrayList<>();

    public GatewayBalancers(ServiceTargetGroups book) {
        this.book = book;
        this.context = book.context();
    }

    /** The load balancers of all Gateways of the input. */
    public List<BalancerDraft> read() {
        List<LocatedObject> routes = sorted("HTTPRoute");
        routes.addAll(sorted("GRPCRoute"));
        for (LocatedObject gateway : sorted("Gateway")) {
            if (isGateway(gateway)) {
                List<LocatedObject> ports = new ArrayList<>();
                GatewayPorts.KINDS.forEach(kind -> ports.addAll(sorted(kind)));
                read(gateway, routes, ports);
            }
        }
        return drafts;
    }

    private List<LocatedObject> sorted(String kind) {
        List<LocatedObject> sorted = new ArrayList<>(context.manifests().of(kind));
        sorted.sort(Comparator.comparing(
                (LocatedObject located) -> located.object().getMetadata().getNamespace() + "/"
                        + located.object().getMetadata().getName()));
        return sorted;
    }

    /** Istio has a kind of this name too. */
    private static boolean isGateway(LocatedObject located) {
        String version = located.object().getApiVersion();
        return version != null && version.startsWith("gateway.networking.k8s.io/");
    }

    private void read(LocatedObject gateway, List<LocatedObject> routes, List<LocatedObject> ports) {
        context.use(gateway);
        String told = GatewayConfigurations.name(gateway, context);
        String name = told == null ? LoadBalancerNames.of(gateway, context) : told;
        BalancerDraft draft = new BalancerDraft(name, false);
        List<GatewayListener> listeners = listeners(gateway, draft);
        BalancerDraft passing = new BalancerDraft(draft.listeners().isEmpty() ? name : name + "-ports", true);
        pass(gateway, passing, ports);
        for (LocatedObject route : routes) {
            attach(route, gateway, listeners);
        }
        sayHosts(gateway, routes, listeners);
        for (ListenerDraft listener : draft.listeners()) {
            List<RouteEntry> entries = new ArrayList<>();
            for (LocatedObject route : routes) {
                entries.addAll(entries(route, gateway, listeners, listener, draft));
            }
            for (RouteEntry entry : RouteEntry.preferred(entries)) {
                listener.add(entry.route());
            }
        }
        GatewayConfigurations.read(gateway, List.of(draft, passing), context);
        sayCertificates(gateway, draft, passing);
        say(gateway);
        sayClass(gateway, draft, passing);
        for (BalancerDraft one : List.of(draft, passing)) {
            if (one.doesSomething()) {
                drafts.add(one);
            }
        }
        if (!draft.doesSomething() && !passing.doesSomething()) {
            context.at(gateway.node())
                    .report(
                            FindingCode.BACKEND_MISSING,
                            "nothing behind Gateway " + name + " is in the input; no load balancer is written",
                            "give its routes, their Services and what they select as further inputs");
        }
    }

    /** Of those that the configuration of the AWS Load Balancer Controller names nothing is asked. */
    private void sayCertificates(LocatedObject gateway, BalancerDraft draft, BalancerDraft passing) {
        for (Node node : JsonTree.items(JsonTree.of(gateway), "spec", "listeners")) {
            BalancerDraft around = GatewayPorts.passesOn(node) ? passing : draft;
            for (ListenerDraft listener : around.listeners()) {
                boolean known = listener.certificates().stream().anyMatch(arn -> arn.startsWith("arn:"));
                boolean same = Integer.valueOf(listener.port()).equals(JsonTree.number(node, "port"));
                if (same && listener.isSecure() && !known) {
                    context.at(node, "tls")
                            .report(
                                    FindingCode.CERTIFICATE_ASKED,
                                    "the certificate has to be in AWS Certificate Manager; its ARN is asked for",
                                    "aws acm request-certificate --validation-method DNS --domain-name HOST");
                }
            }
        }
    }

    private void sayClass(LocatedObject gateway, BalancerDraft draft, BalancerDraft passing) {
        boolean both = draft.doesSomething() && passing.doesSomething();
        context.at(gateway.node(), "spec", "gatewayClassName")
                .report(
                        FindingCode.ENTRANCE_CLASS,
                        (both
                                        ? "an application and a network load balancer take"
                                        : passing.doesSomething()
                                                ? "a network load balancer takes"
                                                : "an application load balancer takes")
                                + " the place of what implements the class");
    }

    /** The ports whose bytes are passed on as they come, and what routes lead there. */
    private void pass(LocatedObject gateway, BalancerDraft passing, List<LocatedObject> routes) {
        GatewayPorts ports = new GatewayPorts(gateway, passing, book);
        for (Node node : JsonTree.items(JsonTree.of(gateway), "spec", "listeners")) {
            Integer port = JsonTree.number(node, "port");
            if (port != null && GatewayPorts.passesOn(node)) {
                ports.add(node, port, routes);
            }
        }
        int secure = 0;
        for (ListenerDraft listener : passing.listeners()) {
            secure += listener.isSecure() ? 1 : 0;
        }
        for (Node node : JsonTree.items(JsonTree.of(gateway), "spec", "listeners")) {
            for (ListenerDraft listener : passing.listeners()) {
                if (listener.isSecure() && Integer.valueOf(listener.port()).equals(JsonTree.number(node, "port"))) {
                    certificates(node, listener, secure > 1);
                }
            }
        }
    }

    private List<GatewayListener> listeners(LocatedObject gateway, BalancerDraft draft) {
        List<GatewayListener> listeners = new ArrayList<>();
        int certificates = 0;
        for (Node node : JsonTree.items(JsonTree.of(gateway), "spec", "listeners")) {
            certificates += JsonTree.items(node, "tls", "certificateRefs").size();
        }
        for (Node node : JsonTree.items(JsonTree.of(gateway), "spec", "listeners")) {
            Integer port = JsonTree.number(node, "port");
            String protocol = Objects.requireNonNullElse(JsonTree.text(node, "protocol"), "HTTP");
            boolean passed = "Passthrough".equals(JsonTree.text(node, "tls", "mode"));
            boolean listens = port != null && !passed && (protocol.equals("HTTP") || protocol.equals("HTTPS"));
            if (port != null && GatewayPorts.passesOn(node)) {
                continue;
            }
            if (port == null || !listens) {
                context.at(node)
                        .report(
                                FindingCode.LISTENER_LEFT_OUT,
                                "an application load balancer ends HTTP and HTTPS; the listener is left out",
                                "let a Service of type LoadBalancer pass the port on");
                continue;
            }
            String from = JsonTree.text(node, "allowedRoutes", "namespaces", "from");
            boolean known = from == null || from.equals("Same") || from.equals("All");
            if (!known || JsonTree.at(node, "allowedRoutes", "kinds") != null) {
                context.at(node, "allowedRoutes")
                        .report(
                                FindingCode.ROUTE_FILTER,
                                "every route of the input that names the Gateway counts",
                                "leave out those that may not");
            }
            ListenerDraft listener = draft.listener(protocol, port);
            if (listener.isSecure()) {
                certificates(node, listener, certificates > 1);
            }
            listeners.add(new GatewayListener(
                    JsonTree.text(node, "name"), JsonTree.text(node, "hostname"), port, node, listener));
        }
        return listeners;
    }

    private void certificates(Node node, ListenerDraft listener, boolean several) {
        for (Node ref : JsonTree.items(node, "tls", "certificateRefs")) {
            String secret = several ? LogicalIds.pascal(String.valueOf(JsonTree.text(ref, "name"))) : "";
            listener.certificates().add("${" + secret + "CertificateArn}");
        }
    }

    /** Says of a route that no Gateway of the input leads to it, once it is known to name this one. */
    private void attach(LocatedObject route, LocatedObject gateway, List<GatewayListener> listeners) {
        for (Node parent : JsonTree.items(JsonTree.of(route), "spec", "parentRefs")) {
            if (names(parent, route, gateway)) {
                context.use(route);
                boolean taken = listeners.stream().anyMatch(listener -> takes(listener, parent));
                if (!taken) {
                    context.at(parent)
                            .report(FindingCode.ROUTE_MATCH, "the Gateway has no such listener; nothing leads here");
                }
            }
        }
    }

    static boolean names(Node parent, LocatedObject route, LocatedObject gateway) {
        String kind = JsonTree.text(parent, "kind");
        String namespace = JsonTree.text(parent, "namespace");
        return (kind == null || kind.equals("Gateway"))
                && Objects.equals(
                        JsonTree.text(parent, "name"),
                        gateway.object().getMetadata().getName())
                && Objects.equals(
                        namespace == null ? route.object().getMetadata().getNamespace() : namespace,
                        gateway.object().getMetadata().getNamespace());
    }

    static boolean takes(GatewayListener listener, Node parent) {
        String section = JsonTree.text(parent, "sectionName");
        Integer port = JsonTree.number(parent, "port");
        return (section == null || section.equals(listener.name())) && (port == null || port == listener.port());
    }

    private List<RouteEntry> entries(
            LocatedObject route,
            LocatedObject gateway,
            List<GatewayListener> listeners,
            ListenerDraft draft,
            BalancerDraft balancer) {
        List<RouteEntry> entries = new ArrayList<>();
        List<String> hostnames = JsonTree.texts(JsonTree.of(route), "spec", "hostnames");
        for (Node parent : JsonTree.items(JsonTree.of(route), "spec", "parentRefs")) {
            if (!names(parent, route, gateway)) {
                continue;
            }
            for (GatewayListener listener : listeners) {
                @Nullable List<String> hosts = listener.hosts(hostnames);
                if (listener.draft() == draft && takes(listener, parent) && hosts != null) {
                    entries.addAll(new RouteRules(route, balancer, book).entries(hosts, listener.port()));
                }
            }
        }
        return entries;
    }

    /** A host that no listener which the route names takes in. */
    private void sayHosts(LocatedObject gateway, List<LocatedObject> routes, List<GatewayListener> listeners) {
        for (LocatedObject route : routes) {
            List<GatewayListener> taking = new ArrayList<>();
            for (Node parent : JsonTree.items(JsonTree.of(route), "spec", "parentRefs")) {
                if (names(parent, route, gateway)) {
                    listeners.stream()
                            .filter(listener -> takes(listener, parent))
                            .forEach(taking::add);
                }
            }
            List<Node> hosts = JsonTree.items(JsonTree.of(route), "spec", "hostnames");
            for (Node host : taking.isEmpty() ? List.<Node>of() : hosts) {
                String name = String.valueOf(JsonTree.text(host));
                if (taking.stream().allMatch(listener -> listener.hosts(List.of(name)) == null)) {
                    context.at(host)
                            .report(
                                    FindingCode.ROUTE_MATCH,
                                    "the listeners that the route names are for other hosts; nothing leads here");
                }
            }
        }
    }

    private void say(LocatedObject gateway) {
        for (String member : new String[] {"addresses", "infrastructure"}) {
            Node node = JsonTree.at(JsonTree.of(gateway), "spec", member);
            boolean read = "LoadBalancerConfiguration".equals(JsonTree.text(node, "parametersRef", "kind"));
            if (node != null && !node.isNull() && !read) {
                context.at(node)
                        .report(
                                FindingCode.ROUTE_FILTER,
                                member.equals("addresses")
                                        ? "a load balancer gets its addresses from its subnets"
                                        : "what the Gateway's implementation is told means nothing to a load balancer",
                                member.equals("addresses") ? "point DNS records at the load balancer's name" : null);
            }
        }
    }
}
