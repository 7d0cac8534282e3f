package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Condition of a listener rule
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html).
 */
@WithBuilder
public record RuleCondition(
        @Nullable String field,
        List<String> values,
        @Nullable HostHeader hostHeaderConfig,
        @Nullable PathPattern pathPatternConfig,
        @Nullable HttpHeader httpHeaderConfig,
        @Nullable QueryString queryStringConfig,
        @Nullable HttpRequestMethod httpRequestMethodConfig,
        @Nullable SourceIp sourceIpConfig,
        List<String> regexValues) {

    public RuleCondition {
        values = Copies.of(values);
        regexValues = Copies.of(regexValues);
    }

    /** Host names, with {@code *} and {@code ?}, or regular expressions; one has to match. */
    public record HostHeader(List<String> values, List<String> regexValues) {

        public HostHeader {
            values = Copies.of(values);
            regexValues = Copies.of(regexValues);
        }
    }

    /** Paths, with {@code *} and {@code ?}, or regular expressions; one has to match. */
    public record PathPattern(List<String> values, List<String> regexValues) {

        public PathPattern {
            values = Copies.of(values);
            regexValues = Copies.of(regexValues);
        }
    }

    /** Header and values, with {@code *} and {@code ?}, or regular expressions; one has to match. */
    public record HttpHeader(@Nullable String httpHeaderName, List<String> values, List<String> regexValues) {

        public HttpHeader {
            values = Copies.of(values);
            regexValues = Copies.of(regexValues);
        }
    }

    /** Query parameters, with {@code *} and {@code ?}; one has to match. */
    public record QueryString(List<KeyValue> values) {

        public QueryString {
            values = Copies.of(values);
        }
    }

    /** Query parameter; without a key any that has the value. */
    public record KeyValue(@Nullable String key, @Nullable String value) {}

    /** Methods, of which one has to match exactly. */
    public record HttpRequestMethod(List<String> values) {

        public HttpRequestMethod {
            values = Copies.of(values);
        }
    }

    /** CIDR blocks, of which one has to hold the caller. */
    public record SourceIp(List<String> values, @Nullable String ipAddressType) {

        public SourceIp {
            values = Copies.of(values);
        }
    }
}
