package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.FixedResponse;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Stickiness;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RewriteConfig;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destination;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions, actions and transforms of a listener rule as the trees that the AWS Load Balancer Controller reads from
 * its annotations (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/).
 */
public final class AlbJson {
    private AlbJson() {}

    /** A condition on hosts or paths. */
    static Map<String, Object> patterns(String field, List<String> values) {
        boolean host = field.equals(RuleMatch.HOST);
        return condition(field, host ? "hostHeaderConfig" : "pathPatternConfig", one("values", values));
    }

    /** Any other condition. */
    static Map<String, Object> condition(RuleMatch.Other other) {
        Map<String, Object> config = new LinkedHashMap<>();
        String member = switch (other.field()) {
            case RuleMatch.HEADER -> {
                config.put("httpHeaderName", other.header());
                yield "httpHeaderConfig";
            }
            case RuleMatch.METHOD -> "httpRequestMethodConfig";
            case RuleMatch.QUERY -> "queryStringConfig";
            case RuleMatch.SOURCE_IP -> "sourceIPConfig";
            case RuleMatch.HOST -> "hostHeaderConfig";
            default -> "pathPatternConfig";
        };
        if (other.field().equals(RuleMatch.QUERY)) {
            config.put("values", pairs(other.pairs()));
        } else {
            values(config, other.values(), other.regexes());
        }
        return condition(other.field(), member, config);
    }

    private static void values(Map<String, Object> config, List<String> values, List<String> regexes) {
        if (!values.isEmpty()) {
            config.put("values", values);
        }
        if (!regexes.isEmpty()) {
            config.put("regexValues", regexes);
        }
    }

    private static List<Object> pairs(List<KeyValue> values) {
        List<Object> pairs = new ArrayList<>();
        for (KeyValue value : values) {
            Map<String, Object> pair = new LinkedHashMap<>();
            put(pair, "key", value.key());
            put(pair, "value", value.value());
            pairs.add(pair);
        }
        return pairs;
    }

    private static Map<String, Object> condition(String field, String member, Object config) {
        Map<String, Object> condition = one("field", field);
        condition.put(member, config);
        return condition;
    }

    /** A redirect. */
    static Map<String, Object> redirect(Redirect redirect) {
        Map<String, Object> config = new LinkedHashMap<>();
        put(config, "protocol", redirect.protocol());
        put(config, "port", redirect.port());
        put(config, "host", redirect.host());
        put(config, "path", redirect.path());
        put(config, "query", redirect.query());
        config.put("statusCode", redirect.statusCode() == null ? "HTTP_302" : redirect.statusCode());
        return action("redirect", "redirectConfig", config);
    }

    /** A response that the load balancer gives by itself. */
    static Map<String, Object> fixedResponse(FixedResponse response) {
        Map<String, Object> config = new LinkedHashMap<>();
        put(config, "contentType", response.contentType());
        config.put("statusCode", response.statusCode() == null ? "503" : response.statusCode());
        put(config, "messageBody", response.messageBody());
        return action("fixed-response", "fixedResponseConfig", config);
    }

    /** A forward to Services, and to target groups that stay outside the cluster. */
    static Map<String, Object> forward(List<Destination> destinations, @Nullable Stickiness stickiness) {
        List<Object> groups = new ArrayList<>();
        for (Destination destination : destinations) {
            Map<String, Object> group = new LinkedHashMap<>();
            if (destination.reached() != null) {
                group.put("serviceName", destination.reached().name());
                group.put("servicePort", destination.reached().port().getPort());
            } else {
                group.put("targetGroupARN", destination.arn());
            }
            if (destinations.size() > 1) {
                group.put("weight", destination.weight());
            }
            groups.add(group);
        }
        Map<String, Object> config = one("targetGroups", groups);
        if (stickiness != null && Boolean.TRUE.equals(stickiness.enabled())) {
            Map<String, Object> sticky = one("enabled", true);
            if (stickiness.durationSeconds() != null) {
                sticky.put("durationSeconds", stickiness.durationSeconds());
            }
            config.put("targetGroupStickinessConfig", sticky);
        }
        return action("forward", "forwardConfig", config);
    }

    private static Map<String, Object> action(String type, String member, Object config) {
        Map<String, Object> action = one("type", type);
        action.put(member, config);
        return action;
    }

    /** Changes to a request on its way. */
    static List<Object> transforms(List<RuleTransform> transforms) {
        List<Object> all = new ArrayList<>();
        for (RuleTransform transform : transforms) {
            Map<String, Object> written = new LinkedHashMap<>();
            put(written, "type", transform.type());
            if (transform.urlRewriteConfig() != null) {
                written.put(
                        "urlRewriteConfig",
                        one("rewrites", rewrites(transform.urlRewriteConfig().rewrites())));
            }
            if (transform.hostHeaderRewriteConfig() != null) {
                written.put(
                        "hostHeaderRewriteConfig",
                        one(
                                "rewrites",
                                rewrites(transform.hostHeaderRewriteConfig().rewrites())));
            }
            all.add(written);
        }
        return all;
    }

    private static List<Object> rewrites(List<RewriteConfig> rewrites) {
        List<Object> all = new ArrayList<>();
        for (RewriteConfig rewrite : rewrites) {
            Map<String, Object> written = new LinkedHashMap<>();
            put(written, "regex", rewrite.regex());
            put(written, "replace", rewrite.replace());
            all.add(written);
        }
        return all;
    }

    /** A tree with one member. */
    public static Map<String, Object> one(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    /** Adds a member that has a value. */
    public static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            map.put(key, value);
        }
    }

    /** The members that decide what an action does, null when it lacks them. */
    static @Nullable Map<String, Object> ownAnswer(ListenerAction action) {
        if ("redirect".equals(action.type()) && action.redirectConfig() != null) {
            return redirect(action.redirectConfig());
        }
        if ("fixed-response".equals(action.type()) && action.fixedResponseConfig() != null) {
            return fixedResponse(action.fixedResponseConfig());
        }
        return null;
    }
}
