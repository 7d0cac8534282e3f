package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Alarm;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.ecs.resource.ScheduledAction;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * Everything of the input that scales services, by the service it may mean: a resource id ends in the service's name, or in
 * a reference to the service. Whether it does mean it, whoever asks has to see.
 */
final class ScalingResources {
    private final Resources resources;
    private final KeyedResources<ScalableTarget> targets = new KeyedResources<>();
    private final KeyedResources<ScalingPolicy> policies = new KeyedResources<>();
    private final KeyedResources<ScheduledAction> actions = new KeyedResources<>();
    private final KeyedResources<Alarm> alarms = new KeyedResources<>();
    private final Set<String> targeted = new HashSet<>();

    private ScalingResources(BundleToKubernetes bundle) {
        this.resources = bundle.resources();
        for (Resource<ScalableTarget> target : resources.of(ScalableTarget.class)) {
            add(target, target.value().resourceId(), null, targets);
            if (target.value().resourceId() != null) {
                targeted.add(target.value().resourceId());
            }
        }
        resources.of(ScalingPolicy.class).forEach(this::addPolicy);
        for (Resource<ScheduledAction> action : resources.of(ScheduledAction.class)) {
            add(action, action.value().resourceId(), null, actions);
        }
        resources.of(Alarm.class).forEach(this::addAlarm);
    }

    /** Those of everything that was read. */
    static ScalingResources of(BundleToKubernetes bundle) {
        return bundle.fact(ScalingResources.class, ScalingResources::new);
    }

    /** A policy names the service, or the scalable target, whose id may name the service as well. */
    private void addPolicy(Resource<ScalingPolicy> policy) {
        String id = policy.value().scalingTargetId();
        String service = policy.value().resourceId();
        Resource<ScalableTarget> target =
                id == null || service != null ? null : resources.find(ScalableTarget.class, id, policy.node());
        add(policy, service == null && id != null ? ScaledServices.beforeBar(id) : service, target, policies);
    }

    private <T> void add(
            Resource<T> resource, @Nullable String service, @Nullable Resource<?> other, KeyedResources<T> to) {
        List<String> names = new ArrayList<>();
        List<Resource<?>> others = new ArrayList<>();
        if (other != null) {
            others.add(other);
        }
        if (service != null) {
            String name = service.substring(service.lastIndexOf('/') + 1);
            names.add(name);
            Resource<?> referenced = referenced(name, resource.node());
            if (referenced != null) {
                others.add(referenced);
            }
        }
        to.add(resource, names, others);
    }

    private @Nullable Resource<?> referenced(String name, Node from) {
        return name.startsWith("${") ? resources.find(CreateServiceRequest.class, name, from) : null;
    }

    /** An alarm starts what it names among its actions. */
    private void addAlarm(Resource<Alarm> alarm) {
        List<Resource<?>> started = new ArrayList<>();
        for (String action : alarm.value().alarmActions()) {
            Resource<ScalingPolicy> policy = resources.find(ScalingPolicy.class, action, alarm.node());
            if (policy != null) {
                started.add(policy);
            }
        }
        alarms.add(alarm, alarm.names(), started);
    }

    /** The scalable targets that may be a launch's service. */
    List<Resource<ScalableTarget>> targets(LaunchToKubernetes launch) {
        return of(launch, null, targets);
    }

    /** The policies that may be those of a launch's service, or of its scalable target. */
    List<Resource<ScalingPolicy>> policies(LaunchToKubernetes launch, Resource<ScalableTarget> target) {
        return of(launch, target, policies);
    }

    /** The scheduled actions that may be those of a launch's service. */
    List<Resource<ScheduledAction>> actions(LaunchToKubernetes launch) {
        return of(launch, null, actions);
    }

    /** The alarms that have one of these names or ARNs, and those that start a policy. */
    List<Resource<Alarm>> alarms(List<String> names, Resource<ScalingPolicy> policy) {
        return alarms.get(names, List.of(policy));
    }

    /** Whether a scalable target has this very resource id. */
    boolean isTargeted(@Nullable String resourceId) {
        return resourceId != null && targeted.contains(resourceId);
    }

    private static <T> List<Resource<T>> of(
            LaunchToKubernetes launch, @Nullable Resource<?> other, KeyedResources<T> among) {
        List<String> names = new ArrayList<>();
        List<Resource<?>> others = new ArrayList<>();
        if (other != null) {
            others.add(other);
        }
        if (launch.launch().name() != null) {
            names.add(launch.launch().name());
        }
        if (launch.launch().by() != null) {
            names.addAll(launch.launch().by().names());
            others.add(launch.launch().by());
        }
        return among.get(names, others);
    }
}
