package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Reached;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the forwards of listener rules lead: to Services of the translation, or to target groups outside of it. */
public final class Destinations {
    private final BundleToKubernetes bundle;
    private final Backends backends;

    public Destinations(BundleToKubernetes bundle) {
        this.bundle = bundle;
        this.backends = Backends.of(bundle);
    }

    /** The target groups of a forward with their shares. */
    static List<TargetGroupTuple> groups(ListenerAction action) {
        if (action.forwardConfig() != null
                && !action.forwardConfig().targetGroups().isEmpty()) {
            return action.forwardConfig().targetGroups();
        }
        return action.targetGroupArn() == null || action.targetGroupArn().isEmpty()
                ? List.of()
                : List.of(new TargetGroupTuple(action.targetGroupArn(), null));
    }

    /** What stands behind all rules of a load balancer. */
    public List<Backend> behind(Balancer balancer) {
        Set<Backend> all = new LinkedHashSet<>();
        for (Entrance entrance : balancer.entrances()) {
            for (RoutingRule rule : entrance.everything()) {
                all.addAll(behind(rule));
            }
        }
        return List.copyOf(all);
    }

    /** What stands behind a rule. */
    public List<Backend> behind(RoutingRule rule) {
        List<Backend> all = new ArrayList<>();
        for (ListenerAction action : rule.actions()) {
            for (TargetGroupTuple group : groups(action)) {
                if (group.targetGroupArn() != null) {
                    all.addAll(backends.behind(group.targetGroupArn(), rule.node()));
                }
            }
        }
        return all;
    }

    /**
     * Where a forward leads, each place once; a target group that no service of the input registers with is kept by its
     * ARN when it has a real one, and a finding says so.
     */
    public List<Destination> of(RoutingRule rule, ListenerAction action, boolean byArn) {
        List<Destination> all = new ArrayList<>();
        for (TargetGroupTuple group : groups(action)) {
            String reference = group.targetGroupArn();
            if (reference == null) {
                continue;
            }
            int weight = group.weight() == null ? 1 : group.weight();
            List<Backend> found = backends.behind(reference, rule.node());
            for (Backend backend : found) {
                if (!add(all, new Destination(backend, reach(backend, rule), null, weight))) {
                    sayMerged(rule, action);
                }
            }
            if (found.isEmpty()) {
                String arn = byArn ? arn(reference, rule) : null;
                sayOutside(reference, arn, weight, rule, action);
                if (arn != null) {
                    all.add(new Destination(null, null, arn, weight));
                }
            }
        }
        return all;
    }

    private Reached reach(Backend backend, RoutingRule rule) {
        Reached usual = backends.reach(backend);
        if (!TestTraffic.leadsTo(backend, rule, bundle)) {
            return usual;
        }
        Reached preview =
                TestTraffic.preview(backend, usual.service().getMetadata().getAnnotations(), bundle);
        return preview == null ? usual : preview;
    }

    private @Nullable String arn(String reference, RoutingRule rule) {
        Resource<TargetGroup> group = bundle.resources().find(TargetGroup.class, reference, rule.node());
        String arn = group != null && group.value().targetGroupArn() != null
                ? group.value().targetGroupArn()
                : reference;
        return arn.startsWith("arn:") && !Placeholders.isOpen(arn) ? arn : null;
    }

    /** Whether it is a place that is not there yet; the shares of one that is are added up. */
    private static boolean add(List<Destination> all, Destination added) {
        for (int i = 0; i < all.size(); i++) {
            Destination known = all.get(i);
            boolean same = known.reached() != null
                    && added.reached() != null
                    && known.reached().name().equals(added.reached().name())
                    && Objects.equals(
                            known.reached().port().getPort(),
                            added.reached().port().getPort())
                    && Objects.equals(namespace(known), namespace(added));
            if (same) {
                all.set(i, new Destination(known.backend(), known.reached(), null, known.weight() + added.weight()));
                return false;
            }
        }
        all.add(added);
        return true;
    }

    private static @Nullable String namespace(Destination destination) {
        return destination.backend() == null ? null : destination.backend().namespace();
    }

    private void sayMerged(RoutingRule rule, ListenerAction action) {
        bundle.at(rule.node(), rule.actionsKey(), rule.actions().indexOf(action), "ForwardConfig")
                .report(
                        FindingCode.LISTENER_WEIGHTS,
                        "target groups of one workload are one Service; their shares are added up");
    }

    private void sayOutside(
            String reference, @Nullable String arn, int weight, RoutingRule rule, ListenerAction action) {
        Resource<TargetGroup> group = bundle.resources().find(TargetGroup.class, reference, rule.node());
        if (group != null) {
            bundle.use(group);
        }
        if (weight == 0) {
            return;
        }
        String name = group == null ? reference : TargetGroupTraits.name(group);
        int index = rule.actions().indexOf(action);
        bundle.at(rule.node(), rule.actionsKey(), index)
                .report(
                        arn == null ? FindingCode.TARGET_GROUP_EMPTY : FindingCode.TARGET_GROUP_OUTSIDE,
                        "no service in the input registers with target group " + name
                                + (arn == null
                                        ? "; requests that lead there are not answered"
                                        : "; it is forwarded to by its ARN"),
                        arn == null
                                ? "add the service that has it among its loadBalancers"
                                : "add the service, or keep the target group where it is");
    }
}
