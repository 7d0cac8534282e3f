package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.ScalableTarget.SuspendedState;
import io.github.ecs2k8s.ecs.resource.ScalableTargetBuilder;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.CustomizedMetric;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.PredefinedMetric;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.TargetTracking;
import io.github.ecs2k8s.ecs.resource.ScalingPolicyBuilder;
import io.github.ecs2k8s.ecs.resource.ScheduledAction;
import io.github.ecs2k8s.ecs.resource.ScheduledActionBuilder;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scaler of Kubernetes becomes, collected while it is read: one scalable target of the service, a target tracking
 * policy for each metric, a scheduled action for each time
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html).
 */
final class ServiceScaler {
    private static final String DIMENSION = "ecs:service:DesiredCount";
    private static final String ECS = "ecs";

    private final LocatedObject scaler;
    private final LaunchToEcs workload;
    private final String resourceId;
    private final List<Tracked> tracked = new ArrayList<>();
    private final List<Timed> timed = new ArrayList<>();
    private @Nullable Integer outCooldown;
    private @Nullable Integer inCooldown;
    private boolean keepsTasks;
    private boolean outSuspended;
    private boolean paused;

    /** A metric with the value it is kept at; one of the two ways to name it is null. */
    record Tracked(
            String name,
            double target,
            @Nullable PredefinedMetric predefined,
            @Nullable CustomizedMetric customized) {}

    /** Limits from a time on. */
    record Timed(
            String schedule,
            String timezone,
            int minimum,
            @Nullable Integer maximum) {}

    ServiceScaler(LocatedObject scaler, LaunchToEcs workload, String serviceName) {
        this.scaler = scaler;
        this.workload = workload;
        String cluster = workload.namespace() == null ? "default" : workload.namespace();
        this.resourceId = "service/" + cluster + "/" + serviceName;
    }

    /** The workload that is scaled. */
    LaunchToEcs workload() {
        return workload;
    }

    /** Keeps a metric at a value. */
    void track(Tracked metric) {
        tracked.add(metric);
    }

    /** Changes the limits at a time. */
    void at(Timed time) {
        if (!timed.contains(time)) {
            timed.add(time);
        }
    }

    void outCooldown(int seconds) {
        outCooldown = seconds;
    }

    void inCooldown(int seconds) {
        inCooldown = seconds;
    }

    /** Never takes tasks away. */
    void keepTasks() {
        keepsTasks = true;
    }

    /** Whether something takes tasks away that are not needed. */
    boolean takesTasksAway() {
        return !tracked.isEmpty() && !keepsTasks;
    }

    /** Never adds tasks. */
    void suspendOut() {
        outSuspended = true;
    }

    /** Does nothing at all. */
    void pause() {
        paused = true;
    }

    /** Says something about a value of the scaler. */
    void find(FindingCode code, String message, @Nullable String hint, Node base, Object... path) {
        workload.all().at(base, path).report(code, message, hint);
    }

    /** The scaler as it was read. */
    MappingNode node() {
        return scaler.node();
    }

    /** Whether the service is in the cluster that is asked for when the output is written. */
    boolean isInDefaultCluster() {
        return clusterName().equals("default");
    }

    /** The name of the service. */
    String serviceName() {
        return resourceId.substring(resourceId.lastIndexOf('/') + 1);
    }

    /** The name of the service's cluster. */
    String clusterName() {
        return resourceId.substring("service/".length(), resourceId.lastIndexOf('/'));
    }

    /** Adds what was collected; nothing when there is nothing to follow. */
    void write(int minimum, int maximum) {
        BundleToEcs context = workload.all();
        if (tracked.isEmpty() && timed.isEmpty()) {
            find(
                    FindingCode.SCALING_NOT_WRITTEN,
                    "nothing that could be written scales service " + serviceName() + "; its count stays as it is",
                    "publish a metric to CloudWatch and add a target tracking policy for it",
                    scaler.node());
            return;
        }
        ScalarNode count = workload.node().nearest("spec", "replicas") instanceof ScalarNode number ? number : null;
        if (isSwitchedOff(count)) {
            find(
                    FindingCode.SCALING_NOT_WRITTEN,
                    "replicas 0 switches the scaler off; service " + serviceName()
                            + " stays at 0, where a scalable target would start " + minimum,
                    "for a service that scales, set replicas and convert again",
                    scaler.node());
            return;
        }
        if (count != null && !count.isNull()) {
            workload.at("spec", "replicas")
                    .report(
                            FindingCode.SCALED_COUNT,
                            "the service begins with " + count.text() + "; then the scaler decides, from " + minimum
                                    + " to " + maximum);
        }
        String name = workload.name();
        ScalableTarget target = ScalableTargetBuilder.builder()
                .serviceNamespace(ECS)
                .resourceId(resourceId)
                .scalableDimension(DIMENSION)
                .minCapacity(minimum)
                .maxCapacity(maximum)
                .suspendedState(suspended())
                .build();
        Resource<ScalableTarget> added =
                context.add(ResourceKind.SCALABLE_TARGET, target, context.logicalId(name, "ScalableTarget"));
        List<String> names = names();
        for (int i = 0; i < tracked.size(); i++) {
            ScalingPolicy policy = policy(tracked.get(i), names.get(i), "${" + added.logicalId() + "}");
            context.add(
                    ResourceKind.SCALING_POLICY,
                    policy,
                    context.logicalId(name + "-" + tracked.get(i).name(), "ScalingPolicy"));
        }
        for (int i = 0; i < timed.size(); i++) {
            context.add(
                    ResourceKind.SCHEDULED_ACTION,
                    action(timed.get(i), names.get(tracked.size() + i)),
                    context.logicalId(name + "-" + (i + 1), "ScheduledAction"));
        }
    }

    /**
     * A HorizontalPodAutoscaler does nothing for a workload of 0 Pods, until somebody gives it some; KEDA wakes it
     * (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation).
     */
    private boolean isSwitchedOff(@Nullable ScalarNode count) {
        return count != null && count.text().equals("0") && scaler.object() instanceof HorizontalPodAutoscaler;
    }

    private @Nullable SuspendedState suspended() {
        if (paused) {
            return new SuspendedState(true, true, true);
        }
        return outSuspended ? new SuspendedState(null, true, null) : null;
    }

    private ScalingPolicy policy(Tracked metric, String name, String target) {
        TargetTracking tracking = new TargetTracking(
                metric.target(),
                metric.predefined(),
                metric.customized(),
                outCooldown,
                inCooldown,
                keepsTasks ? Boolean.TRUE : null);
        return ScalingPolicyBuilder.builder()
                .policyName(name)
                .serviceNamespace(ECS)
                .resourceId(resourceId)
                .scalableDimension(DIMENSION)
                .policyType("TargetTrackingScaling")
                .targetTrackingScalingPolicyConfiguration(tracking)
                .scalingTargetId(target)
                .build();
    }

    private ScheduledAction action(Timed time, String name) {
        return ScheduledActionBuilder.builder()
                .scheduledActionName(name)
                .serviceNamespace(ECS)
                .schedule(time.schedule())
                .timezone(time.timezone())
                .resourceId(resourceId)
                .scalableDimension(DIMENSION)
                .scalableTargetAction(new ScheduledAction.ScalableTargetAction(time.minimum(), time.maximum()))
                .build();
    }

    /** The names of policies and actions: those that the scaler notes, where there are enough; otherwise after what they do. */
    private List<String> names() {
        int count = tracked.size() + timed.size();
        List<String> noted = HorizontalScalers.scaledBy(scaler.object());
        if (noted.size() >= count) {
            return noted.subList(0, count);
        }
        Set<String> names = new LinkedHashSet<>();
        for (Tracked metric : tracked) {
            unique(names, workload.name() + "-" + metric.name());
        }
        for (Timed time : timed) {
            unique(names, workload.name() + "-" + time.minimum());
        }
        return new ArrayList<>(names);
    }

    private static void unique(Set<String> names, String wanted) {
        for (int i = 1; !names.add(i == 1 ? wanted : wanted + "-" + i); i++) {
            // The next one.
        }
    }
}
