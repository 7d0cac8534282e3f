package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.TargetGroupTraits;
import io.github.ecs2k8s.internal.rooms.balancer.model.Topology;
import java.util.HashSet;
import java.util.Set;

/** Target groups to which no listener or rule of the input forwards: their Service is reached inside the cluster only. */
final class UnreachedTargetGroups {
    private UnreachedTargetGroups() {}

    static void say(BundleToKubernetes bundle) {
        Set<Backend> reached = reached(bundle);
        for (LaunchToKubernetes launch : bundle.launches()) {
            for (Backend backend : Backends.of(launch)) {
                if (backend.group() != null && !reached.contains(backend)) {
                    say(backend, backend.group(), launch);
                }
            }
        }
    }

    private static Set<Backend> reached(BundleToKubernetes bundle) {
        Destinations destinations = new Destinations(bundle);
        Set<Backend> reached = new HashSet<>();
        for (Balancer balancer : Topology.of(bundle).balancers()) {
            reached.addAll(destinations.behind(balancer));
        }
        return reached;
    }

    private static void say(Backend backend, Resource<TargetGroup> group, LaunchToKubernetes launch) {
        BundleToKubernetes bundle = launch.bundle();
        if (TargetGroupTraits.isNetwork(backend, bundle)) {
            Backends.of(bundle).reach(backend);
        }
        String balancer = group.value().loadBalancerArns().isEmpty()
                ? "ARN"
                : group.value().loadBalancerArns().get(0);
        bundle.at(group.node())
                .report(
                        FindingCode.TARGET_GROUP_UNREACHED,
                        "no listener or rule in the input forwards to target group " + TargetGroupTraits.name(group)
                                + "; only its Service is written",
                        "add the output of: aws elbv2 describe-listeners --load-balancer-arn " + Shell.word(balancer)
                                + ", and of describe-rules for each listener");
        launch.at("loadBalancers", backend.entry())
                .report(
                        FindingCode.TARGET_GROUP_UNREACHED,
                        "the Service of port " + backend.port() + " is reached inside the cluster only");
    }
}
