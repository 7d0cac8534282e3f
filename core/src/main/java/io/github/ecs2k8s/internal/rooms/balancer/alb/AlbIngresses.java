package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Application load balancer ⇄ Ingresses of the AWS Load Balancer Controller.
 *
 * <p>One load balancer stays one: what cannot stand in a single Ingress, because ports differ in their rules, rules in
 * how callers are checked, or Services in their namespace, stands in several of one group, ordered as the rules are
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#ingressgroup).
 */
public final class AlbIngresses {
    private static final String P = Annotations.ALB_PREFIX;
    private static final int LAST_ORDER = 1000;

    private final BundleToKubernetes bundle;
    private final Balancer balancer;
    private final List<Backend> backends;
    private final int sslPort;

    public AlbIngresses(BundleToKubernetes bundle, Balancer balancer, List<Backend> backends) {
        this.bundle = bundle;
        this.balancer = balancer;
        this.backends = backends;
        this.sslPort = sslPort(balancer);
    }

    /** The port to which every HTTP listener sends its callers by a permanent redirect, 0 when one does not. */
    private static int sslPort(Balancer balancer) {
        int port = 0;
        for (Entrance entrance : balancer.entrances()) {
            if (!entrance.isHttps()) {
                int to = entrance.redirectsForGood() ? entrance.redirectsTo() : 0;
                if (to == 0 || (port != 0 && port != to)) {
                    return 0;
                }
                port = to;
            }
        }
        for (Entrance entrance : balancer.entrances()) {
            if (port != 0 && entrance.isHttps() && Objects.equals(entrance.port(), port)) {
                return port;
            }
        }
        return 0;
    }

    /** Rules that can stand in one Ingress. */
    private static final class Part {
        private final List<Entrance> entrances;
        private final Map<String, String> checks;
        private final List<RoutingRule> rules = new ArrayList<>();
        private @Nullable LaunchToKubernetes place;

        Part(List<Entrance> entrances, Map<String, String> checks) {
            this.entrances = entrances;
            this.checks = checks;
        }

        boolean takes(Map<String, String> otherChecks, @Nullable LaunchToKubernetes otherPlace) {
            LaunchToKubernetes mine = place;
            boolean near =
                    mine == null || otherPlace == null || Objects.equals(mine.namespace(), otherPlace.namespace());
            return near && checks.equals(otherChecks);
        }
    }

    public void write() {
        List<Part> parts = new ArrayList<>();
        List<List<Entrance>> groups = groups();
        for (List<Entrance> group : groups) {
            parts.addAll(parts(group));
        }
        int order = 0;
        for (Part part : parts) {
            LaunchToKubernetes place = part.place == null ? backends.get(0).launch() : part.place;
            Map<String, String> group = group(part, parts.size() > 1, ++order);
            String name = parts.size() == 1 ? balancer.name() : name(part, groups.size() > 1);
            write(part, name, group, bundle.in(place.namespace()));
        }
    }

    /** Listeners that route alike, those that only redirect to HTTPS with the one they redirect to. */
    private List<List<Entrance>> groups() {
        List<List<Entrance>> groups = new ArrayList<>();
        List<Entrance> redirecting = new ArrayList<>();
        for (Entrance entrance : balancer.entrances()) {
            if (sslPort != 0 && !entrance.isHttps()) {
                redirecting.add(entrance);
            } else if (!joins(entrance, groups)) {
                groups.add(new ArrayList<>(List.of(entrance)));
            }
        }
        for (List<Entrance> group : groups) {
            if (group.stream().anyMatch(entrance -> Objects.equals(entrance.port(), sslPort))) {
                group.addAll(0, redirecting);
            }
        }
        return groups;
    }

    private static boolean joins(Entrance entrance, List<List<Entrance>> groups) {
        for (List<Entrance> group : groups) {
            boolean twoSecure = entrance.isHttps() && group.stream().anyMatch(Entrance::isHttps);
            if (!twoSecure && group.get(0).routesLike(entrance)) {
                group.add(entrance);
                return true;
            }
        }
        return false;
    }

    private List<Part> parts(List<Entrance> group) {
        List<Part> parts = new ArrayList<>();
        Entrance leading = group.get(group.size() - 1);
        Destinations destinations = new Destinations(bundle);
        for (RoutingRule rule : leading.everything()) {
            List<Backend> behind = destinations.behind(rule);
            LaunchToKubernetes place = behind.isEmpty() ? null : behind.get(0).launch();
            Map<String, String> checks = leading.isHttps() || leading.listener() == null
                    ? AuthenticationActions.annotations(rule.check(), "")
                    : Map.of();
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last == null || !last.takes(checks, place)) {
                last = new Part(group, checks);
                parts.add(last);
            }
            last.rules.add(rule);
            if (last.place == null) {
                last.place = place;
            }
        }
        if (parts.isEmpty()) {
            parts.add(new Part(group, Map.of()));
        }
        return parts;
    }

    /** Stable names: by the port, and by the first rule where a port's rules stand in several Ingresses. */
    private String name(Part part, boolean severalGroups) {
        Entrance entrance = part.entrances.get(part.entrances.size() - 1);
        String port = severalGroups && entrance.port() != null ? "-" + entrance.port() : "";
        boolean whole = part.rules.size() == entrance.everything().size();
        String rule =
                whole || part.rules.isEmpty() ? "" : "-" + part.rules.get(0).name();
        return balancer.name() + port + rule;
    }

    private Map<String, String> group(Part part, boolean several, int order) {
        Map<String, String> group = new LinkedHashMap<>();
        if (several || balancer.resource() == null) {
            group.put(P + "group.name", Names.dnsLabel(balancer.name()));
        }
        if (several) {
            group.put(P + "group.order", String.valueOf(Math.min(order, LAST_ORDER)));
        } else if (balancer.resource() == null && !part.rules.isEmpty()) {
            // Rules of other inputs join the same load balancer; priorities keep the order among all of them.
            int priority = part.rules.get(0).order();
            if (priority >= 1 && priority <= LAST_ORDER) {
                group.put(P + "group.order", String.valueOf(priority));
            }
        }
        return group;
    }

    private void write(Part part, String name, Map<String, String> group, BundleToKubernetes there) {
        Map<String, String> annotations = new LinkedHashMap<>(group);
        annotations.putAll(AlbSettings.of(balancer, there));
        annotations.putAll(AlbListeners.annotations(part.entrances, there.as(Term.LISTENER)));
        if (sslPort != 0 && part.entrances.size() > 1) {
            annotations.put(P + "ssl-redirect", String.valueOf(sslPort));
        }
        BundleToKubernetes ofRules = there.as(Term.LISTENER_RULE);
        AlbRules rules = new AlbRules(ofRules, balancer.name());
        RoutingRule fallback = null;
        for (RoutingRule rule : part.rules) {
            if (rule.isDefault()) {
                fallback = rule;
            } else {
                rules.add(rule);
            }
        }
        if (fallback != null) {
            rules.addDefault(fallback, part.rules.size() == 1 && isAlone(part));
        }
        if (!part.checks.isEmpty()) {
            annotations.putAll(checks(part, ofRules));
        }
        rules.write(name, annotations);
    }

    private static boolean isAlone(Part part) {
        return part.entrances.get(part.entrances.size() - 1).rules().isEmpty();
    }

    private Map<String, String> checks(Part part, BundleToKubernetes there) {
        RoutingRule first = part.rules.get(0);
        String secret = AuthenticationActions.secretName(first.check(), balancer.name(), there);
        if (!secret.isEmpty()) {
            part.rules.forEach(rule -> AuthenticationActions.secret(secret, rule, there));
        }
        return AuthenticationActions.annotations(first.check(), secret);
    }
}
