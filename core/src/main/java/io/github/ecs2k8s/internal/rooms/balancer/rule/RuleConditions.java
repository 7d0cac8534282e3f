package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.ecs.resource.RuleCondition.HostHeader;
import io.github.ecs2k8s.ecs.resource.RuleCondition.HttpHeader;
import io.github.ecs2k8s.ecs.resource.RuleCondition.HttpRequestMethod;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import io.github.ecs2k8s.ecs.resource.RuleCondition.QueryString;
import io.github.ecs2k8s.ecs.resource.RuleCondition.SourceIp;
import io.github.ecs2k8s.ecs.resource.RuleConditionBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of listener rules, one for each field that ELB knows
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html).
 */
public final class RuleConditions {
    private RuleConditions() {}

    /** A condition on the host. */
    public static RuleCondition host(List<String> values, List<String> regexes) {
        return RuleConditionBuilder.builder()
                .field(RuleMatch.HOST)
                .hostHeaderConfig(new HostHeader(values, regexes))
                .build();
    }

    /** A condition on the path. */
    public static RuleCondition path(List<String> values, List<String> regexes) {
        RuleCondition.PathPattern config = new RuleCondition.PathPattern(values, regexes);
        return RuleConditionBuilder.builder()
                .field(RuleMatch.PATH)
                .pathPatternConfig(config)
                .build();
    }

    /** A condition on a header. */
    public static RuleCondition header(@Nullable String name, List<String> values, List<String> regexes) {
        HttpHeader config = new HttpHeader(name, values, regexes);
        return RuleConditionBuilder.builder()
                .field(RuleMatch.HEADER)
                .httpHeaderConfig(config)
                .build();
    }

    /** A condition on query parameters, of which one has to match. */
    public static RuleCondition query(List<KeyValue> values) {
        QueryString config = new QueryString(values);
        return RuleConditionBuilder.builder()
                .field(RuleMatch.QUERY)
                .queryStringConfig(config)
                .build();
    }

    /** A condition on the method. */
    public static RuleCondition method(List<String> values) {
        HttpRequestMethod config = new HttpRequestMethod(values);
        return RuleConditionBuilder.builder()
                .field(RuleMatch.METHOD)
                .httpRequestMethodConfig(config)
                .build();
    }

    /** A condition on the caller's address. */
    public static RuleCondition sourceIp(List<String> values) {
        SourceIp config = new SourceIp(values, null);
        return RuleConditionBuilder.builder()
                .field(RuleMatch.SOURCE_IP)
                .sourceIpConfig(config)
                .build();
    }

    /** How many values a condition compares with. */
    public static int count(RuleCondition condition) {
        if (condition.hostHeaderConfig() != null) {
            return condition.hostHeaderConfig().values().size()
                    + condition.hostHeaderConfig().regexValues().size();
        }
        if (condition.pathPatternConfig() != null) {
            return condition.pathPatternConfig().values().size()
                    + condition.pathPatternConfig().regexValues().size();
        }
        if (condition.httpHeaderConfig() != null) {
            return condition.httpHeaderConfig().values().size()
                    + condition.httpHeaderConfig().regexValues().size();
        }
        if (condition.queryStringConfig() != null) {
            return condition.queryStringConfig().values().size();
        }
        return condition.httpRequestMethodConfig() != null
                ? condition.httpRequestMethodConfig().values().size()
                : condition.sourceIpConfig() == null
                        ? 0
                        : condition.sourceIpConfig().values().size();
    }
}
