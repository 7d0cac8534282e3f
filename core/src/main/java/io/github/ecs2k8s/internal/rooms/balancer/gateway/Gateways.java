package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbJson;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostTable;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.kubernetes.CustomResources;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Application load balancer ⇄ Gateway with an HTTPRoute for the rules of each host
 * (https://gateway-api.sigs.k8s.io/guides/http-routing/, https://gateway-api.sigs.k8s.io/reference/spec/).
 */
public final class Gateways {
    private static final String API_VERSION = "gateway.networking.k8s.io/v1";

    private final BundleToKubernetes bundle;
    private final Balancer balancer;
    private final List<Backend> backends;

    public Gateways(BundleToKubernetes bundle, Balancer balancer, List<Backend> backends) {
        this.bundle = bundle;
        this.balancer = balancer;
        this.backends = backends;
    }

    public void write() {
        LaunchToKubernetes place = backends.get(0).launch();
        BundleToKubernetes there = bundle.in(place.namespace());
        String name = there.names("Gateway").unique(Names.dnsLabel(balancer.name()), balancer.name());
        there.add(gateway(name));
        routes(name, place, there.as(Term.LISTENER_RULE));
    }

    private GenericKubernetesResource gateway(String name) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("gatewayClassName", bundle.target().isEks() ? "alb" : "gateway");
        List<Object> listeners = new ArrayList<>();
        for (Entrance entrance : balancer.entrances()) {
            listeners.add(listener(entrance, name));
        }
        spec.put("listeners", listeners);
        bundle.at(balancer.node(), "Type")
                .report(
                        FindingCode.GATEWAY_CLASS,
                        "Gateway " + name + " names the class " + spec.get("gatewayClassName")
                                + ", which the cluster must have",
                        "kubectl get gatewayclass shows those there are; set spec.gatewayClassName to one of them");
        return resource("Gateway", name, spec);
    }

    private Map<String, Object> listener(Entrance entrance, String gateway) {
        Map<String, Object> listener = new LinkedHashMap<>();
        listener.put("name", section(entrance));
        listener.put("protocol", entrance.isHttps() ? "HTTPS" : "HTTP");
        listener.put("port", port(entrance));
        if (entrance.isHttps()) {
            String secret = Names.dnsLabel(gateway + "-tls");
            Map<String, Object> tls = AlbJson.one("mode", "Terminate");
            tls.put("certificateRefs", List.of(AlbJson.one("name", secret)));
            listener.put("tls", tls);
            if (entrance.listener() != null) {
                bundle.as(Term.LISTENER)
                        .at(entrance.listener().node(), "Certificates")
                        .report(
                                FindingCode.LISTENER_CERTIFICATE,
                                "certificates of AWS stay there; the Gateway takes its own from Secret " + secret,
                                "kubectl create secret tls " + secret
                                        + " --cert=… --key=…, or let cert-manager fill it");
            }
        }
        return listener;
    }

    private static int port(Entrance entrance) {
        Integer port = entrance.port();
        return port == null ? entrance.isHttps() ? 443 : 80 : port;
    }

    private static String section(Entrance entrance) {
        return entrance.protocol().toLowerCase(Locale.ROOT) + "-" + port(entrance);
    }

    /** Routes of listeners that route alike hang on all of them. */
    private void routes(String gateway, LaunchToKubernetes place, BundleToKubernetes there) {
        List<List<Entrance>> groups = new ArrayList<>();
        for (Entrance entrance : balancer.entrances()) {
            List<Entrance> group = groups.stream()
                    .filter(known -> known.get(0).routesLike(entrance))
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                groups.add(new ArrayList<>(List.of(entrance)));
            } else {
                group.add(entrance);
            }
        }
        for (List<Entrance> group : groups) {
            String name = groups.size() == 1 ? gateway : gateway + "-" + port(group.get(0));
            routes(group, gateway, name, groups.size() > 1, place, there);
        }
    }

    private void routes(
            List<Entrance> group,
            String gateway,
            String name,
            boolean sections,
            LaunchToKubernetes place,
            BundleToKubernetes there) {
        GatewayRules rules = new GatewayRules(there, place);
        List<RoutingRule> sayable = new ArrayList<>();
        for (RoutingRule rule : group.get(0).everything()) {
            if (rules.isSayable(rule)) {
                sayable.add(rule);
            }
        }
        List<HostTable.Row> rows = HostTable.of(sayable, there);
        for (List<HostTable.Row> same : alike(rows)) {
            Map<String, Object> spec = new LinkedHashMap<>();
            spec.put("parentRefs", parents(group, gateway, sections));
            List<String> hosts = new ArrayList<>();
            for (HostTable.Row row : same) {
                if (row.host() != null) {
                    hosts.add(row.host().text());
                }
            }
            if (!hosts.isEmpty()) {
                spec.put("hostnames", hosts);
            }
            spec.put("rules", rules.write(same.get(0).choices()));
            String suffix = hosts.isEmpty() || rows.size() == same.size() ? "" : "-" + hosts.get(0);
            String routeName = name + suffix;
            there.add(
                    resource("HTTPRoute", there.names("HTTPRoute").unique(Names.dnsLabel(routeName), routeName), spec));
        }
    }

    /** Hosts with the same rules share a route. */
    private static List<List<HostTable.Row>> alike(List<HostTable.Row> rows) {
        List<List<HostTable.Row>> groups = new ArrayList<>();
        for (HostTable.Row row : rows) {
            List<HostTable.Row> group = groups.stream()
                    .filter(known -> row.host() != null
                            && known.get(0).host() != null
                            && known.get(0).choices().equals(row.choices()))
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                groups.add(new ArrayList<>(List.of(row)));
            } else {
                group.add(row);
            }
        }
        return groups;
    }

    private static List<Object> parents(List<Entrance> group, String gateway, boolean sections) {
        List<Object> parents = new ArrayList<>();
        if (!sections) {
            parents.add(AlbJson.one("name", gateway));
            return parents;
        }
        for (Entrance entrance : group) {
            Map<String, Object> parent = AlbJson.one("name", gateway);
            parent.put("sectionName", section(entrance));
            parents.add(parent);
        }
        return parents;
    }

    private static GenericKubernetesResource resource(String kind, String name, Map<String, Object> spec) {
        return CustomResources.of(API_VERSION, kind, Objects.requireNonNull(name), spec);
    }
}
