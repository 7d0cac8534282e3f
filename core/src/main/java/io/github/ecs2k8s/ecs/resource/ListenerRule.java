package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rule of a listener: conditions and what is done with requests that fulfil them all
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Rule.html).
 */
@WithBuilder
public record ListenerRule(
        @Nullable String ruleArn,
        @Nullable String priority,
        List<RuleCondition> conditions,
        List<ListenerAction> actions,
        @Nullable Boolean isDefault,
        List<RuleTransform> transforms,
        @Nullable String listenerArn,
        List<Tag> tags) {

    public ListenerRule {
        conditions = Copies.of(conditions);
        actions = Copies.of(actions);
        transforms = Copies.of(transforms);
        tags = Copies.of(tags);
    }

    /** Change to a request on its way to a target. */
    public record RuleTransform(
            @Nullable String type,
            @Nullable HostHeaderRewriteConfig hostHeaderRewriteConfig,
            @Nullable UrlRewriteConfig urlRewriteConfig) {}

    /** Change to the host header. */
    public record HostHeaderRewriteConfig(List<RewriteConfig> rewrites) {

        public HostHeaderRewriteConfig {
            rewrites = Copies.of(rewrites);
        }
    }

    /** Regular expression, and what takes the place of what it matches. */
    public record RewriteConfig(
            @Nullable String regex, @Nullable String replace) {}

    /** Change to the path and query. */
    public record UrlRewriteConfig(List<RewriteConfig> rewrites) {

        public UrlRewriteConfig {
            rewrites = Copies.of(rewrites);
        }
    }
}
