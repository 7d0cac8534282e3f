package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;

/** What several rooms ask of a target group: its name, and whether it belongs to a network load balancer. */
public final class TargetGroupTraits {
    private TargetGroupTraits() {}

    /** What to call a target group in a sentence or a name. */
    public static String name(Resource<TargetGroup> group) {
        TargetGroup value = group.value();
        String name = value.targetGroupName() == null ? value.name() : value.targetGroupName();
        if (name != null && !name.isEmpty() && !Placeholders.isOpen(name)) {
            return name;
        }
        return group.logicalId() == null ? "target-group" : LogicalNames.of(group.logicalId(), group.node());
    }

    /** Whether a protocol is one of network load balancers. */
    public static boolean isLayer4(String protocol) {
        return switch (protocol) {
            case "TCP", "UDP", "TLS", "TCP_UDP", "QUIC", "TCP_QUIC" -> true;
            default -> false;
        };
    }

    /** Whether a backend stands behind a network load balancer. */
    public static boolean isNetwork(Backend backend, BundleToKubernetes bundle) {
        Resource<TargetGroup> group = backend.group();
        if (group != null) {
            return group.value().protocol() != null && isLayer4(group.value().protocol());
        }
        Forwards forwards = Forwards.of(bundle);
        return backend.references().stream()
                .flatMap(reference -> forwards.to(reference, backend.launch().node()).stream())
                .anyMatch(balancer -> balancer.kind() == Balancer.Kind.NETWORK);
    }
}
