package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.ecs.resource.RuleCondition.HostHeader;
import io.github.ecs2k8s.ecs.resource.RuleCondition.HttpHeader;
import io.github.ecs2k8s.ecs.resource.RuleCondition.HttpRequestMethod;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import io.github.ecs2k8s.ecs.resource.RuleCondition.QueryString;
import io.github.ecs2k8s.ecs.resource.RuleCondition.SourceIp;
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
        return new RuleCondition(
                RuleMatch.HOST, List.of(), new HostHeader(values, regexes), null, null, null, null, null, List.of());
    }

    /** A condition on the path. */
    public static RuleCondition path(List<String> values, List<String> regexes) {
        RuleCondition.PathPattern config = new RuleCondition.PathPattern(values, regexes);
        return new RuleCondition(RuleMatch.PATH, List.of(), null, config, null, null, null, null, List.of());
    }

    /** A condition on a header. */
    public static RuleCondition header(@Nullable String name, List<String> values, List<String> regexes) {
        HttpHeader config = new HttpHeader(name, values, regexes);
        return new RuleCondition(RuleMatch.HEADER, List.of(), null, null, config, null, null, null, List.of());
    }

    /** A condition on query parameters, of which one has to match. */
    public static RuleCondition query(List<KeyValue> values) {
        QueryString config = new QueryString(values);
        return new RuleCondition(RuleMatch.QUERY, List.of(), null, null, null, config, null, null, List.of());
    }

    /** A condition on the method. */
    public static RuleCondition method(List<String> values) {
        HttpRequestMethod config = new HttpRequestMethod(values);
        return new RuleCondition(RuleMatch.METHOD, List.of(), null, null, null, null, config, null, List.of());
    }

    /** A condition on the caller's address. */
    public static RuleCondition sourceIp(List<String> values) {
        SourceIp config = new SourceIp(values, null);
        return new RuleCondition(RuleMatch.SOURCE_IP, List.of(), null, null, null, null, null, config, List.of());
    }
}
