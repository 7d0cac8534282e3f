package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleTransforms;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Annotations of ingress-nginx and Traefik on an Ingress → what a listener rule, a target group or a load balancer can do
 * of it (https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/,
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/).
 */
final class NginxAnnotations {
    static final String PREFIX = "nginx.ingress.kubernetes.io/";
    private static final String TRAEFIK = "traefik.ingress.kubernetes.io/";
    private static final int LONGEST_IDLE = 4000;

    private final Annotations annotations;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> balancer = new LinkedHashMap<>();
    private final List<RuleCondition> conditions = new ArrayList<>();
    private @Nullable String rewrite;
    private @Nullable String root;
    private @Nullable ListenerAction instead;
    private boolean regex;
    private boolean tls;
    private boolean redirects;

    private NginxAnnotations(Annotations annotations) {
        this.annotations = annotations;
    }

    /** Reads them; those of other controllers mean nothing where another reads the Ingress. */
    static NginxAnnotations read(IngressSource source) {
        NginxAnnotations nginx = new NginxAnnotations(source.annotations());
        switch (source.reader()) {
            case NGINX, OTHER -> nginx.nginx();
            case TRAEFIK -> nginx.traefik();
            case ALB -> {
                // It reads its own.
            }
        }
        return nginx;
    }

    private void nginx() {
        String force = annotations.word(PREFIX + "force-ssl-redirect", "true", "false");
        redirects = !"false".equals(annotations.word(PREFIX + "ssl-redirect", "true", "false")) || "true".equals(force);
        tls = "true".equals(force);
        rewrite = annotations.take(PREFIX + "rewrite-target");
        regex = annotations.isTrue(PREFIX + "use-regex");
        backend();
        affinity();
        List<String> callers = annotations.list(PREFIX + "whitelist-source-range");
        callers.addAll(annotations.list(PREFIX + "allowlist-source-range"));
        if (!callers.isEmpty()) {
            conditions.add(RuleConditions.sourceIp(callers));
        }
        redirect("permanent-redirect", "HTTP_301");
        redirect("temporal-redirect", "HTTP_302");
        root = annotations.take(PREFIX + "app-root");
        idle();
    }

    private void traefik() {
        redirects = false;
        tls = annotations.isTrue(TRAEFIK + "router.tls");
        List<String> entryPoints = annotations.list(TRAEFIK + "router.entrypoints");
        tls |= entryPoints.equals(List.of("websecure"));
        if (!List.of("web", "websecure").containsAll(entryPoints)) {
            annotations.find(
                    FindingCode.UNKNOWN_VALUE,
                    "only the ports of web and websecure are known",
                    null,
                    TRAEFIK + "router.entrypoints");
        }
    }

    private void backend() {
        String protocol = annotations.take(PREFIX + "backend-protocol");
        if (protocol == null) {
            return;
        }
        String upper = protocol.toUpperCase(Locale.ROOT);
        if (upper.equals("HTTPS") || upper.equals("GRPCS")) {
            settings.put("backend-protocol", "HTTPS");
        }
        if (upper.startsWith("GRPC")) {
            settings.put("backend-protocol-version", "GRPC");
        }
        if (upper.equals("FCGI") || upper.equals("AUTO_HTTP")) {
            annotations.find(
                    FindingCode.INGRESS_ANNOTATION,
                    "a load balancer speaks HTTP, HTTPS or gRPC with its targets, not " + protocol,
                    upper.equals("FCGI") ? "put nginx into the task before the FastCGI server" : null,
                    PREFIX + "backend-protocol");
        }
    }

    private void affinity() {
        if (!"cookie".equals(annotations.take(PREFIX + "affinity"))) {
            return;
        }
        StringBuilder attributes = new StringBuilder("stickiness.enabled=true,stickiness.type=lb_cookie");
        Integer age = annotations.number(PREFIX + "session-cookie-max-age");
        Integer expires = annotations.number(PREFIX + "session-cookie-expires");
        Integer seconds = age == null ? expires : age;
        if (seconds != null) {
            attributes
                    .append(",stickiness.lb_cookie.duration_seconds=")
                    .append(Math.max(1, Math.min(seconds, 604_800)));
        }
        settings.put("target-group-attributes", attributes.toString());
    }

    private void redirect(String key, String status) {
        String to = annotations.take(PREFIX + key);
        if (to == null) {
            return;
        }
        try {
            URI uri = URI.create(to);
            String protocol = uri.getScheme() == null ? null : uri.getScheme().toUpperCase(Locale.ROOT);
            String port = uri.getPort() < 0
                    ? uri.getScheme() == null ? null : uri.getScheme().equals("https") ? "443" : "80"
                    : String.valueOf(uri.getPort());
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            instead = Route.redirect(new Redirect(protocol, port, uri.getHost(), path, query, status));
        } catch (IllegalArgumentException e) {
            annotations.find(
                    FindingCode.INVALID_VALUE, "\"" + to + "\" is no address to redirect to", null, PREFIX + key);
        }
    }

    /** How long a connection may be silent is a matter of the load balancer, not of a rule. */
    private void idle() {
        int longest = 0;
        for (String key : List.of("proxy-read-timeout", "proxy-send-timeout")) {
            Integer seconds = annotations.number(PREFIX + key);
            longest = Math.max(longest, seconds == null ? 0 : seconds);
        }
        if (longest > 0) {
            balancer.put("idle_timeout.timeout_seconds", String.valueOf(Math.min(longest, LONGEST_IDLE)));
        }
    }

    /** What the target groups of its backends are set to. */
    Map<String, String> settings() {
        return settings;
    }

    /** Attributes of the load balancer. */
    Map<String, String> balancer() {
        return balancer;
    }

    /** What has to be true of every request besides. */
    List<RuleCondition> conditions() {
        return conditions;
    }

    /** Where requests for {@code /} are sent, null where that is a path like any other. */
    @Nullable Route root(@Nullable String host) {
        if (root == null) {
            return null;
        }
        List<RuleCondition> all = new ArrayList<>();
        if (host != null) {
            all.add(RuleConditions.host(List.of(host.toLowerCase(Locale.ROOT)), List.of()));
        }
        all.add(RuleConditions.path(List.of("/"), List.of()));
        Redirect there = new Redirect(null, null, null, root, null, "HTTP_302");
        return new Route(all, List.of(Route.redirect(there)), List.of());
    }

    boolean tls() {
        return tls;
    }

    /** Whether requests by HTTP are sent on where there is a certificate. */
    boolean redirects() {
        return redirects;
    }

    /** A redirect in the place of every forward, null when there is none. */
    @Nullable ListenerAction instead() {
        return instead;
    }

    /**
     * Whether a path is a regular expression: said, or evident from its form, which no path has that is compared as it
     * stands.
     */
    boolean isRegex(String path, boolean free) {
        return isSaidRegex(path) || free && looksLikeRegex(path);
    }

    boolean isSaidRegex(String path) {
        return regex || rewrite != null && path.indexOf('(') >= 0;
    }

    private static boolean looksLikeRegex(String path) {
        for (int i = 0; i < path.length(); i++) {
            boolean repeated = path.charAt(i) == '.' && i + 1 < path.length() && "*+".indexOf(path.charAt(i + 1)) >= 0;
            if (repeated || "()[]{}|^\\".indexOf(path.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The change of a path on its way. Without groups nginx puts the target in the place of the whole path; the query
     * stays.
     */
    List<RuleTransform> transforms(@Nullable String path, boolean free) {
        String target = rewrite;
        if (target == null || path == null) {
            return List.of();
        }
        if (isRegex(path, free)) {
            return List.of(RuleTransforms.rewriteUrl("^" + path, target));
        }
        if (target.equals(path)) {
            return List.of();
        }
        return List.of(RuleTransforms.rewriteUrl("^[^?]*", target));
    }
}
