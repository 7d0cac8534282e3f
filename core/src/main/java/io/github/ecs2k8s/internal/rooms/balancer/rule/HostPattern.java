package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.Locale;

/**
 * ELB host pattern ⇄ host of an Ingress rule or of an HTTPRoute.
 *
 * <p>Host names are compared without case; {@code *} stands for any number of characters, dots too, {@code ?} for one
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#host-conditions). A
 * Kubernetes host is a name, or {@code *.} before one
 * (https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards).
 *
 * @param text the pattern in lower case
 * @param form what kind of pattern it is
 */
public record HostPattern(String text, Form form) {

    /** Kinds of patterns, by what other systems can say. */
    public enum Form {
        /** Every host. */
        ANY,
        /** One host. */
        EXACT,
        /** Every host below a domain: {@code *.example.com}. */
        BELOW,
        /** Wildcards anywhere else, or no valid name. */
        GLOB
    }

    // Reserved for names that never exist (RFC 6761).
    private static final String NOWHERE = ".invalid";

    /** Reads a pattern; a name that a template leaves open is replaced by one that is seen and never exists. */
    public static HostPattern parse(String pattern) {
        String text = Placeholders.visible(pattern).toLowerCase(Locale.ROOT);
        if (Placeholders.isOpen(pattern)) {
            text = text + NOWHERE;
        }
        if (text.equals("*")) {
            return new HostPattern(text, Form.ANY);
        }
        if (Names.isDnsSubdomain(text)) {
            return new HostPattern(text, Form.EXACT);
        }
        boolean below = text.startsWith("*.") && Names.isDnsSubdomain(text.substring(2));
        return new HostPattern(text, below ? Form.BELOW : Form.GLOB);
    }

    /** Whether an Ingress rule can name it. */
    public boolean isName() {
        return form == Form.EXACT || form == Form.BELOW;
    }

    /** Whether every host of another pattern belongs to this one; only for what an Ingress rule can name. */
    public boolean covers(HostPattern other) {
        return form == Form.ANY
                || text.equals(other.text)
                || (form == Form.BELOW && other.text.endsWith(text.substring(1)));
    }
}
