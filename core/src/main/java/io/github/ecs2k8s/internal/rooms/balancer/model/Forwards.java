package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.source.Node;
import java.util.List;

/** Which load balancers forward to which target groups, in any of their rules. */
final class Forwards {
    private final ByTargetGroup<Balancer> byGroup;

    private Forwards(BundleToKubernetes bundle) {
        byGroup = new ByTargetGroup<>(bundle.resources());
        for (Balancer balancer : Topology.of(bundle).balancers()) {
            for (Entrance entrance : balancer.entrances()) {
                entrance.everything().forEach(rule -> add(rule, balancer));
            }
        }
    }

    /** Those of everything that was read. */
    static Forwards of(BundleToKubernetes bundle) {
        return bundle.fact(Forwards.class, Forwards::new);
    }

    private void add(RoutingRule rule, Balancer balancer) {
        for (ListenerAction action : rule.actions()) {
            for (TargetGroupTuple group : Destinations.groups(action)) {
                if (group.targetGroupArn() != null) {
                    byGroup.add(group.targetGroupArn(), rule.node(), balancer);
                }
            }
        }
    }

    /** The load balancers that forward to what a reference means. */
    List<Balancer> to(String reference, Node from) {
        return byGroup.get(reference, from);
    }
}
