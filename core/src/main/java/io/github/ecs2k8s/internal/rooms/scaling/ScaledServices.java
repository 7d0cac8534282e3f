package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Alarm;
import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** Which services the input's scalable targets, policies and scheduled actions mean: {@code service/CLUSTER/SERVICE}. */
public final class ScaledServices {
    private static final String DIMENSION = "ecs:service:DesiredCount";
    private static final String SERVICE = "service/";

    private ScaledServices() {}

    /** Whether something other than the service itself decides how many tasks it runs. */
    public static boolean isScaled(LaunchToKubernetes launch) {
        ScalingPlan plan = ScalingPlan.of(launch);
        return plan != null && plan.isWritten();
    }

    /** The scalable target of a service; null when nothing scales it, or only its own count does. */
    static @Nullable Resource<ScalableTarget> target(LaunchToKubernetes launch) {
        if (launch.service() == null || launch.service().schedulingStrategy() == SchedulingStrategy.DAEMON) {
            return null;
        }
        Resource<ScalableTarget> found = null;
        for (Resource<ScalableTarget> target :
                ScalingResources.of(launch.bundle()).targets(launch)) {
            if (isService(target) && isOf(target.value().resourceId(), target.node(), launch)) {
                found = target;
            }
        }
        return found;
    }

    /** The policies of a scalable target. */
    static List<Resource<ScalingPolicy>> policies(Resource<ScalableTarget> target, LaunchToKubernetes launch) {
        List<Resource<ScalingPolicy>> found = new ArrayList<>();
        Resources resources = launch.bundle().resources();
        for (Resource<ScalingPolicy> policy :
                ScalingResources.of(launch.bundle()).policies(launch, target)) {
            ScalingPolicy value = policy.value();
            String id = value.scalingTargetId();
            boolean byId = id == null
                    || resources.find(ScalableTarget.class, id, policy.node()) == target
                    || isOf(beforeBar(id), policy.node(), launch);
            boolean byResource = value.resourceId() == null || isOf(value.resourceId(), policy.node(), launch);
            if (byId && byResource && isPolicy(policy) && (id != null || value.resourceId() != null)) {
                found.add(policy);
            }
        }
        return found;
    }

    /** CloudFormation's own spelling is {@code service/CLUSTER/SERVICE|DIMENSION|NAMESPACE}. */
    static String beforeBar(String id) {
        int bar = id.indexOf('|');
        return bar < 0 ? id : id.substring(0, bar);
    }

    /** The alarms that start a policy. */
    static List<Resource<Alarm>> alarms(Resource<ScalingPolicy> policy, LaunchToKubernetes launch) {
        List<String> names = new ArrayList<>();
        for (ScalingPolicy.AlarmReference reference : policy.value().alarms()) {
            Stream.of(reference.alarmARN(), reference.alarmName())
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }
        return ScalingResources.of(launch.bundle()).alarms(names, policy);
    }

    /** Whether a scalable target is a service, and not a table or a fleet. */
    static boolean isService(Resource<ScalableTarget> target) {
        String id = target.value().resourceId();
        return isCount(target.value().scalableDimension())
                && isEcs(target.value().serviceNamespace())
                && id != null
                && id.startsWith(SERVICE);
    }

    /** Whether a policy is for a service. */
    static boolean isPolicy(Resource<ScalingPolicy> policy) {
        return isCount(policy.value().scalableDimension())
                && isEcs(policy.value().serviceNamespace());
    }

    static boolean isEcs(@Nullable String namespace) {
        return namespace == null || namespace.equals("ecs");
    }

    /** Whether a dimension is that of services; it is also where nothing is said. */
    static boolean isCount(@Nullable String dimension) {
        return dimension == null || dimension.equals(DIMENSION);
    }

    /**
     * Whether a resource id means the service of a launch.
     *
     * @param place a value of the file the id stands in
     */
    static boolean isOf(@Nullable String resourceId, Node place, LaunchToKubernetes launch) {
        if (resourceId == null
                || !resourceId.startsWith(SERVICE)
                || launch.launch().by() == null) {
            return false;
        }
        int last = resourceId.lastIndexOf('/');
        String service = resourceId.substring(last + 1);
        String cluster = last < SERVICE.length() ? "" : resourceId.substring(SERVICE.length(), last);
        return isService(service, place, launch) && isCluster(cluster, place, launch);
    }

    static boolean isService(@Nullable String reference, Node place, LaunchToKubernetes launch) {
        Resource<?> by = launch.launch().by();
        if (reference == null) {
            return false;
        }
        if (reference.startsWith("${") && !reference.equals(launch.launch().name())) {
            return by != null && launch.bundle().resources().find(CreateServiceRequest.class, reference, place) == by;
        }
        return reference.equals(launch.launch().name())
                || by != null && by.names().contains(reference);
    }

    /** Clusters that cannot be told apart count as the same: the service's name has to do. */
    private static boolean isCluster(String reference, Node place, LaunchToKubernetes launch) {
        String own = launch.launch().cluster();
        if (own == null || own.equals(reference) || Arns.name(own).equals(reference)) {
            return true;
        }
        Resources resources = launch.bundle().resources();
        Resource<Cluster> one = resources.find(Cluster.class, reference, place);
        Resource<Cluster> other = resources.find(Cluster.class, own, launch.node());
        return one != null && other != null ? one == other : reference.contains("${") || own.contains("${");
    }
}
