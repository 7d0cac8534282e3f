package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of which ELB only has a few. */
public final class ElbValues {
    public static final List<String> PROTOCOLS =
            List.of("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC", "GENEVE");
    public static final List<String> ACTIONS = List.of(
            "forward", "redirect", "fixed-response", "authenticate-oidc", "authenticate-cognito", "jwt-validation");

    private ElbValues() {}

    /** Says when a member's value is none of these; the first of them is what it is read as. */
    public static void check(
            BundleToKubernetes bundle, MappingNode node, @Nullable String value, List<String> known, Object... path) {
        if (value == null || value.isEmpty() || Placeholders.isOpen(value) || known.contains(value)) {
            return;
        }
        bundle.at(node, path)
                .report(
                        FindingCode.UNKNOWN_VALUE,
                        "\"" + value + "\" is none of " + String.join(", ", known) + "; read as " + known.get(0));
    }
}
