package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.FixedResponse;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Stickiness;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.ecs.resource.ListenerRule.HostHeaderRewriteConfig;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RewriteConfig;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.ListenerRule.UrlRewriteConfig;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link AlbJson} writes into annotations, read back: conditions, actions and transforms of a listener rule. */
public final class AlbActions {

    /** Finds the target group of a Service that an action names. */
    public interface Targets {
        /** A reference; null when there is none. */
        @Nullable String of(String service, @Nullable String port);
    }

    private AlbActions() {}

    /** The action in an annotation; null when it is none. */
    public static @Nullable ListenerAction action(@Nullable Node node, Targets targets) {
        String type = Objects.requireNonNullElse(JsonTree.text(node, "type"), "");
        return switch (type) {
            case "redirect" -> Route.redirect(redirect(JsonTree.at(node, "redirectConfig")));
            case "fixed-response" -> Route.answer(response(JsonTree.at(node, "fixedResponseConfig")));
            case "forward" -> forward(node, targets);
            default -> null;
        };
    }

    private static Redirect redirect(@Nullable Node config) {
        return new Redirect(
                JsonTree.text(config, "protocol"),
                JsonTree.text(config, "port"),
                JsonTree.text(config, "host"),
                JsonTree.text(config, "path"),
                JsonTree.text(config, "query"),
                Objects.requireNonNullElse(JsonTree.text(config, "statusCode"), "HTTP_302"));
    }

    private static FixedResponse response(@Nullable Node config) {
        return new FixedResponse(
                JsonTree.text(config, "messageBody"),
                Objects.requireNonNullElse(JsonTree.text(config, "statusCode"), "503"),
                JsonTree.text(config, "contentType"));
    }

    /** A forward; what leads nowhere is answered 503, as the controller answers. */
    private static ListenerAction forward(@Nullable Node node, Targets targets) {
        String alone = JsonTree.text(node, "targetGroupARN");
        List<TargetGroupTuple> groups = new ArrayList<>();
        if (alone != null) {
            groups.add(new TargetGroupTuple(alone, null));
        }
        for (Node group : JsonTree.items(node, "forwardConfig", "targetGroups")) {
            String arn = JsonTree.text(group, "targetGroupARN");
            String service = JsonTree.text(group, "serviceName");
            if (arn == null && service != null) {
                arn = targets.of(service, JsonTree.text(group, "servicePort"));
            }
            if (arn != null) {
                groups.add(new TargetGroupTuple(arn, JsonTree.number(group, "weight")));
            }
        }
        if (groups.isEmpty()) {
            return Route.answer("503");
        }
        Node sticky = JsonTree.at(node, "forwardConfig", "targetGroupStickinessConfig");
        Stickiness stickiness = sticky == null
                ? null
                : new Stickiness(
                        "true".equals(JsonTree.text(sticky, "enabled")), JsonTree.number(sticky, "durationSeconds"));
        return Route.forward(groups, stickiness);
    }

    /** The conditions in an annotation. */
    public static List<RuleCondition> conditions(@Nullable Node list) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (Node node : JsonTree.items(list)) {
            String field = Objects.requireNonNullElse(JsonTree.text(node, "field"), "");
            RuleCondition condition = condition(field, node);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    /** Why a condition is none that ELB compares; null when it is one. */
    public static @Nullable String fault(Node node) {
        String field = Objects.requireNonNullElse(JsonTree.text(node, "field"), "");
        RuleCondition condition = condition(field, node);
        if (condition == null) {
            return "\"" + field + "\" is no field of a condition";
        }
        return RuleConditions.count(condition) == 0 ? "the condition on " + field + " compares with nothing" : null;
    }

    private static @Nullable RuleCondition condition(String field, Node node) {
        return switch (field) {
            case RuleMatch.HOST ->
                RuleConditions.host(
                        values(node, "hostHeaderConfig", "values"), values(node, "hostHeaderConfig", "regexValues"));
            case RuleMatch.PATH ->
                RuleConditions.path(
                        values(node, "pathPatternConfig", "values"), values(node, "pathPatternConfig", "regexValues"));
            case RuleMatch.HEADER ->
                RuleConditions.header(
                        JsonTree.text(node, "httpHeaderConfig", "httpHeaderName"),
                        values(node, "httpHeaderConfig", "values"),
                        values(node, "httpHeaderConfig", "regexValues"));
            case RuleMatch.METHOD -> RuleConditions.method(values(node, "httpRequestMethodConfig", "values"));
            case RuleMatch.QUERY -> RuleConditions.query(pairs(node));
            case RuleMatch.SOURCE_IP -> RuleConditions.sourceIp(values(node, "sourceIPConfig", "values"));
            default -> null;
        };
    }

    private static List<String> values(Node node, String config, String member) {
        return JsonTree.texts(node, config, member);
    }

    private static List<KeyValue> pairs(Node node) {
        List<KeyValue> pairs = new ArrayList<>();
        for (Node pair : JsonTree.items(node, "queryStringConfig", "values")) {
            pairs.add(new KeyValue(JsonTree.text(pair, "key"), JsonTree.text(pair, "value")));
        }
        return pairs;
    }

    /** The transforms in an annotation. */
    public static List<RuleTransform> transforms(@Nullable Node list) {
        List<RuleTransform> transforms = new ArrayList<>();
        for (Node node : JsonTree.items(list)) {
            List<RewriteConfig> url = rewrites(node, "urlRewriteConfig");
            List<RewriteConfig> host = rewrites(node, "hostHeaderRewriteConfig");
            if (!url.isEmpty()) {
                transforms.add(new RuleTransform("url-rewrite", null, new UrlRewriteConfig(url)));
            }
            if (!host.isEmpty()) {
                transforms.add(new RuleTransform("host-header-rewrite", new HostHeaderRewriteConfig(host), null));
            }
        }
        return transforms;
    }

    private static List<RewriteConfig> rewrites(Node node, String config) {
        List<RewriteConfig> rewrites = new ArrayList<>();
        for (Node rewrite : JsonTree.items(node, config, "rewrites")) {
            rewrites.add(new RewriteConfig(JsonTree.text(rewrite, "regex"), JsonTree.text(rewrite, "replace")));
        }
        return rewrites;
    }
}
