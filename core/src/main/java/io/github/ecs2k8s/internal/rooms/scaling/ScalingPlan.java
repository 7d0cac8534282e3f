package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.StepScaling;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.TargetTracking;
import io.github.ecs2k8s.ecs.resource.ScheduledAction;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of everything that scales one service, worked out before anything is written: limits, triggers, behavior,
 * and what there is to say about them. The plan itself says nothing; whoever carries it out does.
 */
final class ScalingPlan {
    private static final int REGION = 3;
    private static final String UNKNOWN = "unknown";

    private final LaunchToKubernetes launch;
    private final Resource<ScalableTarget> target;
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<PlannedFinding> remarks = new ArrayList<>();
    private final List<Resource<?>> used = new ArrayList<>();
    private final List<Resource<ScalingPolicy>> keeping = new ArrayList<>();
    private final ScalingRate pace = new ScalingRate();
    private boolean lowers;
    private boolean raises;
    private int minimum;
    private int maximum;

    private ScalingPlan(Resource<ScalableTarget> target, LaunchToKubernetes launch) {
        this.target = target;
        this.launch = launch;
    }

    /** The plan for a service, null when no scalable target is its own. */
    static @Nullable ScalingPlan of(LaunchToKubernetes launch) {
        Resource<ScalableTarget> target = ScaledServices.target(launch);
        if (target == null) {
            return null;
        }
        ScalingPlan plan = new ScalingPlan(target, launch);
        plan.work();
        return plan;
    }

    private void work() {
        use(target);
        StepPolicies steps = new StepPolicies(this);
        for (Resource<ScalingPolicy> policy : ScaledServices.policies(target, launch)) {
            use(policy);
            read(policy, steps);
        }
        steps.finish();
        ScheduledCapacity scheduled = scheduled();
        limits(scheduled);
        dropWhatNeedsKeda();
        finishPace();
    }

    private void read(Resource<ScalingPolicy> policy, StepPolicies steps) {
        ScalingPolicy value = policy.value();
        TargetTracking tracking = value.targetTrackingScalingPolicyConfiguration();
        StepScaling step = value.stepScalingPolicyConfiguration();
        String type = value.policyType();
        if (tracking != null && (type == null || type.equals("TargetTrackingScaling"))) {
            new TrackedMetrics(this, policy, tracking).read();
        } else if (step != null && (type == null || type.equals("StepScaling"))) {
            steps.add(policy, step);
        } else {
            remark(
                    FindingCode.SCALING_METRIC,
                    "no scaler of Kubernetes does what a policy of type " + type + " does; it is left out",
                    value.predictiveScalingPolicyConfiguration() == null
                            ? null
                            : "put what is known about the load into cron triggers of KEDA",
                    policy.node());
        }
    }

    private ScheduledCapacity scheduled() {
        ScheduledCapacity scheduled = new ScheduledCapacity(this);
        boolean suspended = !isPaused()
                && target.value().suspendedState() != null
                && Boolean.TRUE.equals(target.value().suspendedState().scheduledScalingSuspended());
        if (suspended) {
            remark(
                    FindingCode.SCALING_SUSPENDED,
                    "scheduled scaling is suspended; no scheduled action is written",
                    null,
                    target.node(),
                    "SuspendedState",
                    "ScheduledScalingSuspended");
        }
        List<ScheduledAction> nested = target.value().scheduledActions();
        for (int i = 0; i < nested.size(); i++) {
            action(nested.get(i), target.node().nearest("ScheduledActions", i), suspended, scheduled);
        }
        for (Resource<ScheduledAction> action :
                ScalingResources.of(launch.bundle()).actions(launch)) {
            if (ScaledServices.isCount(action.value().scalableDimension())
                    && ScaledServices.isEcs(action.value().serviceNamespace())
                    && ScaledServices.isOf(action.value().resourceId(), action.node(), launch)) {
                use(action);
                action(action.value(), action.node(), suspended, scheduled);
            }
        }
        return scheduled;
    }

    private void action(ScheduledAction action, Node place, boolean suspended, ScheduledCapacity scheduled) {
        if (suspended) {
            remark(
                    FindingCode.SCALING_SUSPENDED,
                    "scheduled scaling is suspended; the action is left out",
                    null,
                    place);
        } else {
            scheduled.add(action, place);
        }
    }

    private void limits(ScheduledCapacity scheduled) {
        Integer least = target.value().minCapacity();
        Integer most = target.value().maxCapacity();
        minimum = scheduled.minimum(least == null ? 1 : least);
        maximum = scheduled.maximum(most == null ? 0 : most);
        limit("MinCapacity", least, minimum);
        limit("MaxCapacity", most, maximum);
        scheduled.write(minimum);
        boolean byMore = hasKeda() && triggers.stream().anyMatch(Trigger::needsKeda);
        if (minimum < 1 && !byMore) {
            minimum = 1;
            if (!triggers.isEmpty()) {
                remark(
                        FindingCode.SCALING_TO_ZERO,
                        "no scaler gets to 0 Pods, or away from it, by the use of CPU or memory; 1 is written",
                        null,
                        target.node(),
                        "MinCapacity");
            }
        }
    }

    private void limit(String field, @Nullable Integer given, int written) {
        if (given == null) {
            remark(FindingCode.MISSING_FIELD, "a scalable target needs " + field, null, target.node(), field);
        } else if (given != written) {
            remark(
                    FindingCode.SCALING_SCHEDULE_LIMIT,
                    "scheduled actions change it; written for all times: " + written,
                    null,
                    target.node(),
                    field);
        }
    }

    private void dropWhatNeedsKeda() {
        if (!hasKeda()) {
            triggers.removeIf(Trigger::needsKeda);
        }
    }

    private void finishPace() {
        ScalableTarget.SuspendedState state = target.value().suspendedState();
        if (isPaused()) {
            state = null;
        }
        if (state != null && Boolean.TRUE.equals(state.dynamicScalingInSuspended())) {
            pace.down().disable();
            remark(
                    FindingCode.SCALING_SUSPENDED,
                    "scaling in is suspended; the scaler takes no Pods away, as if its policies said so",
                    null,
                    target.node(),
                    "SuspendedState",
                    "DynamicScalingInSuspended");
        }
        if (state != null && Boolean.TRUE.equals(state.dynamicScalingOutSuspended())) {
            pace.up().disable();
        }
        boolean metrics = triggers.stream().anyMatch(trigger -> !(trigger instanceof Trigger.Cron));
        if (metrics && !lowers) {
            pace.down().disable();
        } else {
            keeping.forEach(policy -> remark(
                    FindingCode.COOLDOWN,
                    "another policy takes tasks away, and a scaler has one behavior for all; not written",
                    null,
                    policy.node(),
                    TrackedMetrics.FIELD,
                    "DisableScaleIn"));
        }
        if (metrics && !raises) {
            pace.up().disable();
        }
    }

    /** The service that is scaled. */
    LaunchToKubernetes launch() {
        return launch;
    }

    /** Its scalable target. */
    Resource<ScalableTarget> target() {
        return target;
    }

    /** What the scaler looks at. */
    List<Trigger> triggers() {
        return triggers;
    }

    /** The names of the policies and scheduled actions that are carried. */
    List<String> names() {
        return names;
    }

    ScalingRate pace() {
        return pace;
    }

    int minimum() {
        return minimum;
    }

    int maximum() {
        return maximum;
    }

    boolean hasKeda() {
        return launch.target().has(Addon.KEDA);
    }

    /** Whether a scaler is written, which then decides about the number of Pods. */
    boolean isWritten() {
        return !triggers.isEmpty() && maximum >= Math.max(1, minimum);
    }

    /** The scaler's object needs KEDA. */
    boolean needsKeda() {
        return isPaused() || triggers.stream().anyMatch(Trigger::needsKeda);
    }

    /** Whether everything is suspended, as KEDA can pause a scaler. */
    boolean isPaused() {
        ScalableTarget.SuspendedState state = target.value().suspendedState();
        return hasKeda()
                && state != null
                && Boolean.TRUE.equals(state.dynamicScalingInSuspended())
                && Boolean.TRUE.equals(state.dynamicScalingOutSuspended())
                && Boolean.TRUE.equals(state.scheduledScalingSuspended());
    }

    void add(Trigger trigger, Resource<ScalingPolicy> policy) {
        if (trigger.needsKeda() && !hasKeda()) {
            remark(
                    FindingCode.SCALING_NEEDS_KEDA,
                    "a HorizontalPodAutoscaler cannot look into CloudWatch; the policy is left out",
                    "with KEDA in the cluster: --addon keda",
                    policy.node());
        } else {
            name(policy.value().policyName());
        }
        add(trigger);
    }

    /** Notes the name of something that is carried. */
    void name(@Nullable String name) {
        if (name != null && !name.isEmpty() && !names.contains(name)) {
            names.add(name);
        }
    }

    void add(Trigger trigger) {
        if (!triggers.contains(trigger)) {
            triggers.add(trigger);
        }
    }

    /** A policy never takes tasks away. */
    void keepsTasks(Resource<ScalingPolicy> policy) {
        keeping.add(policy);
    }

    /** Some policy adds tasks. */
    void raisesTasks() {
        raises = true;
    }

    /** Some policy takes tasks away. */
    void lowersTasks() {
        lowers = true;
    }

    void use(Resource<?> resource) {
        used.add(resource);
    }

    void remark(FindingCode code, String message, @Nullable String hint, Node node, Object... path) {
        remarks.add(PlannedFinding.of(code, message, hint, node, path));
    }

    /** The region of the metrics: of the first ARN that tells one. */
    String region() {
        List<String> arns = new ArrayList<>(target.names());
        for (Resource<ScalingPolicy> policy : ScaledServices.policies(target, launch)) {
            arns.addAll(policy.names());
        }
        if (launch.launch().by() != null) {
            arns.addAll(launch.launch().by().names());
        }
        arns.add(Objects.requireNonNullElse(
                launch.service() == null ? null : launch.service().cluster(), ""));
        for (String arn : arns) {
            String[] parts = arn.split(":", -1);
            if (arn.startsWith("arn:")
                    && parts.length > REGION
                    && !parts[REGION].isEmpty()
                    && !parts[REGION].contains("$")) {
                return parts[REGION];
            }
        }
        String given = launch.bundle().options().template().region();
        return given == null ? UNKNOWN : given;
    }

    boolean isRegionKnown() {
        return !region().equals(UNKNOWN);
    }

    /** Says what there is to say, and that the resources were read. */
    void say() {
        used.forEach(launch.bundle()::use);
        remarks.forEach(remark -> remark.say(launch));
    }

    HasMetadata workload() {
        return launch.workload();
    }
}
