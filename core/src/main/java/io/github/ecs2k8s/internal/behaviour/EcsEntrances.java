package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerRule;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/** Listener or rule → target group → container port of a service. */
final class EcsEntrances {
    private final Resources resources;
    private final Map<Resource<TargetGroup>, List<Spot>> forwarded = new IdentityHashMap<>();
    private final Map<Resource<TargetGroup>, Set<Exposure>> exposed = new IdentityHashMap<>();
    private final Entrances entrances = new Entrances();

    private EcsEntrances(Resources resources) {
        this.resources = resources;
    }

    /** Those of a bundle's services; a target group that no listener of the bundle leads to is none. */
    static Entrances of(Resources resources) {
        EcsEntrances found = new EcsEntrances(resources);
        for (Resource<Listener> listener : resources.of(Listener.class)) {
            found.actions(listener.value().defaultActions(), listener.node(), found.exposure(listener));
        }
        for (Resource<ListenerRule> rule : resources.of(ListenerRule.class)) {
            String reference = rule.value().listenerArn();
            Resource<Listener> listener =
                    reference == null ? null : resources.find(Listener.class, reference, rule.node());
            found.actions(rule.value().actions(), rule.node(), found.exposure(listener));
        }
        resources.of(CreateServiceRequest.class).forEach(found::service);
        return found.entrances;
    }

    private Exposure exposure(@Nullable Resource<Listener> listener) {
        String reference = listener == null ? null : listener.value().loadBalancerArn();
        Resource<LoadBalancer> balancer = listener == null || reference == null
                ? null
                : resources.find(LoadBalancer.class, reference, listener.node());
        return Exposure.of(balancer == null ? null : balancer.value());
    }

    private void actions(List<ListenerAction> actions, MappingNode from, Exposure exposure) {
        for (ListenerAction action : actions) {
            forward(action.targetGroupArn(), from, exposure);
            if (action.forwardConfig() != null) {
                action.forwardConfig().targetGroups().forEach(group -> forward(group.targetGroupArn(), from, exposure));
            }
        }
    }

    private void forward(@Nullable String reference, MappingNode from, Exposure exposure) {
        Resource<TargetGroup> group = reference == null ? null : resources.find(TargetGroup.class, reference, from);
        if (group != null) {
            forwarded
                    .computeIfAbsent(group, unused -> new ArrayList<>(List.of(Spot.of(group.node()))))
                    .add(Spot.of(from));
            exposed.computeIfAbsent(group, unused -> EnumSet.noneOf(Exposure.class))
                    .add(exposure);
        }
    }

    private void service(Resource<CreateServiceRequest> service) {
        List<software.amazon.awssdk.services.ecs.model.LoadBalancer> balancers =
                service.value().loadBalancers();
        for (int i = 0; i < balancers.size(); i++) {
            String reference = balancers.get(i).targetGroupArn();
            Integer port = balancers.get(i).containerPort();
            Resource<TargetGroup> group =
                    reference == null ? null : resources.find(TargetGroup.class, reference, service.node());
            List<Spot> from = group == null ? null : forwarded.get(group);
            // A Classic Load Balancer has its listeners in itself.
            boolean classic = balancers.get(i).loadBalancerName() != null;
            if (port != null && (from != null || classic)) {
                List<Spot> places = new ArrayList<>(List.of(Spot.of(service.node(), "loadBalancers", i)));
                places.addAll(from == null ? List.of() : from);
                Set<Exposure> known = from == null ? null : exposed.get(group);
                Set<Exposure> exposures = known == null ? EnumSet.of(Exposure.UNKNOWN) : known;
                entrances.add(service.node().place(), port, exposures, places);
            }
        }
    }
}
