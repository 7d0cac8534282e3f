package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one listener rule, sorted by what can say them: hosts and paths, of which one each has to match, and
 * whatever else has to be true besides
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html).
 *
 * @param hosts empty when every host matches
 * @param paths empty when every path matches
 * @param others headers, methods, query parameters, callers, regular expressions
 */
public record RuleMatch(List<HostPattern> hosts, List<PathPattern> paths, List<Other> others) {
    public static final String HOST = "host-header";
    public static final String PATH = "path-pattern";
    public static final String HEADER = "http-header";
    public static final String METHOD = "http-request-method";
    public static final String QUERY = "query-string";
    public static final String SOURCE_IP = "source-ip";

    /** Everything. */
    public static final RuleMatch ALL = new RuleMatch(List.of(), List.of(), List.of());

    /**
     * A condition that is neither a host nor a path with wildcards.
     *
     * @param index its place in the rule
     * @param field what it looks at
     */
    public record Other(int index, String field, RuleCondition condition) {

        /** The values of which one has to match, with wildcards; not for query parameters. */
        public List<String> values() {
            return switch (field) {
                case HEADER ->
                    condition.httpHeaderConfig() == null
                            ? List.of()
                            : condition.httpHeaderConfig().values();
                case METHOD ->
                    condition.httpRequestMethodConfig() == null
                            ? List.of()
                            : condition.httpRequestMethodConfig().values();
                case SOURCE_IP ->
                    condition.sourceIpConfig() == null
                            ? List.of()
                            : condition.sourceIpConfig().values();
                case HOST, PATH -> patterns(condition, field);
                default -> List.of();
            };
        }

        /** The query parameters of which one has to match. */
        public List<KeyValue> pairs() {
            return condition.queryStringConfig() == null
                    ? List.of()
                    : condition.queryStringConfig().values();
        }

        /** The name of the header, empty when there is none. */
        public String header() {
            String name = condition.httpHeaderConfig() == null
                    ? null
                    : condition.httpHeaderConfig().httpHeaderName();
            return name == null ? "" : name;
        }

        /** The regular expressions of which one has to match. */
        public List<String> regexes() {
            return RuleMatch.regexes(condition, field);
        }

        /** Whether the condition says anything at all; ELB would refuse one that does not. */
        public boolean isComplete() {
            boolean named = !field.equals(HEADER) || !header().isEmpty();
            return named
                    && !(values().isEmpty() && pairs().isEmpty() && regexes().isEmpty());
        }
    }

    /** Sorts a rule's conditions. */
    static RuleMatch of(List<RuleCondition> conditions) {
        List<HostPattern> hosts = new ArrayList<>();
        List<PathPattern> paths = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            RuleCondition condition = conditions.get(i);
            String field = field(condition);
            List<String> patterns = patterns(condition, field);
            if (field.equals(HOST) && !patterns.isEmpty() && hosts.isEmpty()) {
                patterns.forEach(pattern -> hosts.add(HostPattern.parse(pattern)));
            } else if (field.equals(PATH) && !patterns.isEmpty() && paths.isEmpty()) {
                patterns.forEach(pattern -> paths.add(PathPattern.parse(pattern)));
            } else {
                others.add(new Other(i, field, condition));
            }
        }
        return new RuleMatch(withoutAnyHost(hosts), withoutAnyPath(paths), List.copyOf(others));
    }

    private static List<HostPattern> withoutAnyHost(List<HostPattern> hosts) {
        return hosts.stream().anyMatch(host -> host.form() == HostPattern.Form.ANY) ? List.of() : List.copyOf(hosts);
    }

    private static List<PathPattern> withoutAnyPath(List<PathPattern> paths) {
        return paths.stream().anyMatch(path -> path.form() == PathPattern.Form.ANY) ? List.of() : List.copyOf(paths);
    }

    /** The field of a condition; its configuration tells where the field is missing. */
    public static String field(RuleCondition condition) {
        if (condition.field() != null) {
            return condition.field();
        }
        if (condition.hostHeaderConfig() != null) {
            return HOST;
        }
        if (condition.pathPatternConfig() != null) {
            return PATH;
        }
        if (condition.httpHeaderConfig() != null) {
            return HEADER;
        }
        if (condition.httpRequestMethodConfig() != null) {
            return METHOD;
        }
        if (condition.queryStringConfig() != null) {
            return QUERY;
        }
        return condition.sourceIpConfig() != null ? SOURCE_IP : "";
    }

    /** The patterns of a host or path condition, from the old and the new way of writing them. */
    private static List<String> patterns(RuleCondition condition, String field) {
        List<String> configured = List.of();
        if (field.equals(HOST) && condition.hostHeaderConfig() != null) {
            configured = condition.hostHeaderConfig().values();
        } else if (field.equals(PATH) && condition.pathPatternConfig() != null) {
            configured = condition.pathPatternConfig().values();
        }
        return configured.isEmpty() ? condition.values() : configured;
    }

    /** The regular expressions of a condition. */
    private static List<String> regexes(RuleCondition condition, String field) {
        @Nullable List<String> configured = switch (field) {
            case HOST ->
                condition.hostHeaderConfig() == null
                        ? null
                        : condition.hostHeaderConfig().regexValues();
            case PATH ->
                condition.pathPatternConfig() == null
                        ? null
                        : condition.pathPatternConfig().regexValues();
            case HEADER ->
                condition.httpHeaderConfig() == null
                        ? null
                        : condition.httpHeaderConfig().regexValues();
            default -> null;
        };
        return configured == null || configured.isEmpty() ? condition.regexValues() : configured;
    }
}
