package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.ListenerRule.HostHeaderRewriteConfig;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RewriteConfig;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.ListenerRule.UrlRewriteConfig;
import java.util.List;

/**
 * The transforms of listener rules, which rewrite a request before it is forwarded
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleTransform.html).
 */
public final class RuleTransforms {
    private RuleTransforms() {}

    /** A rewrite of the whole URL or of what a regular expression finds in it. */
    public static RuleTransform rewriteUrl(String regex, String replace) {
        return new RuleTransform("url-rewrite", null, new UrlRewriteConfig(List.of(new RewriteConfig(regex, replace))));
    }

    /** A host header in the place of every other. */
    public static RuleTransform rewriteHost(String host) {
        return new RuleTransform(
                "host-header-rewrite", new HostHeaderRewriteConfig(List.of(new RewriteConfig("^.*$", host))), null);
    }
}
