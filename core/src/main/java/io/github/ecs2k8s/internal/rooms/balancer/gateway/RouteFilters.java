package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleTransforms;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Filters of an HTTPRoute → redirects and transforms of a listener rule
 * (https://gateway-api.sigs.k8s.io/reference/spec/#httproutefilter).
 */
final class RouteFilters {
    private final BundleToEcs context;
    private @Nullable Node redirect;
    private @Nullable Node rewrite;

    private RouteFilters(BundleToEcs context) {
        this.context = context;
    }

    /** Reads those of a rule; what a load balancer cannot do is said. */
    static RouteFilters read(Node rule, BundleToEcs context) {
        RouteFilters filters = new RouteFilters(context);
        for (Node filter : JsonTree.items(rule, "filters")) {
            String type = Objects.requireNonNullElse(JsonTree.text(filter, "type"), "");
            switch (type) {
                case "RequestRedirect" -> filters.redirect = JsonTree.at(filter, "requestRedirect");
                case "URLRewrite" -> filters.rewrite = JsonTree.at(filter, "urlRewrite");
                default ->
                    context.at(filter)
                            .report(
                                    FindingCode.ROUTE_FILTER,
                                    "a listener rule has no " + (type.isEmpty() ? "such filter" : type),
                                    wayOut(type));
            }
        }
        return filters;
    }

    /** Whether there are any that a load balancer does. */
    boolean areAny() {
        return redirect != null || rewrite != null;
    }

    private static @Nullable String wayOut(String type) {
        return switch (type) {
            case "RequestHeaderModifier" -> "let the application look at the headers that are there";
            case "ResponseHeaderModifier", "CORS" ->
                "set the listener's attributes routing.http.response.*, or let the application answer so";
            case "RequestMirror" -> "mirror traffic of the network interface, or copy requests in the application";
            default -> null;
        };
    }

    /** The redirect that a rule is; null when it is none. */
    @Nullable ListenerAction redirect(@Nullable String prefix, int listenerPort) {
        Node from = redirect;
        if (from == null) {
            return null;
        }
        String scheme = JsonTree.text(from, "scheme");
        Integer port = JsonTree.number(from, "port");
        String usual = scheme == null ? null : scheme.equals("https") ? "443" : "80";
        return Route.redirect(new Redirect(
                scheme == null ? null : scheme.toUpperCase(Locale.ROOT),
                port == null ? usual : port.toString(),
                JsonTree.text(from, "hostname"),
                path(from, prefix),
                null,
                status(from)));
    }

    private static @Nullable String member(@Nullable Node from, String type, String member) {
        return type.equals(JsonTree.text(from, "path", "type")) ? JsonTree.text(from, "path", member) : null;
    }

    private static @Nullable String path(Node from, @Nullable String prefix) {
        String whole = member(from, "ReplaceFullPath", "replaceFullPath");
        if (whole != null) {
            return whole;
        }
        String replacement = member(from, "ReplacePrefixMatch", "replacePrefixMatch");
        if (replacement == null) {
            return null;
        }
        String trimmed = replacement.endsWith("/") ? replacement.substring(0, replacement.length() - 1) : replacement;
        boolean everything = prefix == null || prefix.equals("/");
        // A redirect can keep the whole path, not what follows a part of it.
        return everything ? trimmed + "/#{path}" : replacement;
    }

    private String status(Node from) {
        Integer code = JsonTree.number(from, "statusCode");
        if (code == null || code == 302 || code == 301) {
            return code == null || code == 302 ? "HTTP_302" : "HTTP_301";
        }
        boolean forGood = code == 308;
        context.at(from, "statusCode")
                .report(FindingCode.ROUTE_MATCH, "a load balancer redirects with 301 or 302, not with " + code);
        return forGood ? "HTTP_301" : "HTTP_302";
    }

    /** The changes to a request that goes on. */
    List<RuleTransform> transforms(@Nullable String prefix) {
        List<RuleTransform> transforms = new ArrayList<>();
        String whole = member(rewrite, "ReplaceFullPath", "replaceFullPath");
        String replacement = member(rewrite, "ReplacePrefixMatch", "replacePrefixMatch");
        if (whole != null) {
            transforms.add(RuleTransforms.rewriteUrl("^[^?]*", whole));
        } else if (replacement != null && prefix != null) {
            transforms.add(prefix(prefix, replacement));
        }
        String host = JsonTree.text(rewrite, "hostname");
        if (host != null) {
            transforms.add(RuleTransforms.rewriteHost(host));
        }
        return transforms;
    }

    /** {@code /shop/x?y} to {@code /x?y} for the prefix {@code /shop} and the replacement {@code /}. */
    private static RuleTransform prefix(String prefix, String replacement) {
        String from = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        String to = replacement.endsWith("/") ? replacement.substring(0, replacement.length() - 1) : replacement;
        String quoted = PathPattern.quoted(from);
        return RuleTransforms.rewriteUrl("^" + quoted + "/?([^?]*)", to + "/$1");
    }
}
