package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.EventRule;
import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Schedule;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One target of an EventBridge rule, or the target of a schedule.
 *
 * @param schedule the rule or schedule
 * @param node the target
 * @param first whether no other ECS target of the rule comes before it
 * @param alone whether the rule has no other ECS target
 */
record ScheduledTarget(Resource<?> schedule, MappingNode node, boolean first, boolean alone) {
    /** Scheduler's universal target: the request to run a task stands in its input. */
    private static final String RUN_TASK = ":aws-sdk:ecs:runTask";

    /** The targets of a rule, or the one of a schedule, whatever they are. */
    static List<MappingNode> all(Resource<?> schedule) {
        List<MappingNode> targets = new ArrayList<>();
        MappingNode single = Nodes.object(schedule.node(), "Target");
        if (single != null) {
            targets.add(single);
        }
        for (Node item : Nodes.items(schedule.node(), "Targets")) {
            if (item instanceof MappingNode target) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** Those that run ECS tasks. */
    static List<ScheduledTarget> ofEcs(Resource<?> schedule) {
        List<MappingNode> nodes = new ArrayList<>(all(schedule));
        nodes.removeIf(target -> !runsTask(target));
        List<ScheduledTarget> targets = new ArrayList<>();
        for (MappingNode node : nodes) {
            targets.add(new ScheduledTarget(schedule, node, targets.isEmpty(), nodes.size() == 1));
        }
        return targets;
    }

    private static boolean runsTask(MappingNode target) {
        return Nodes.object(target, "EcsParameters") != null || isRequest(target);
    }

    private static boolean isRequest(MappingNode target) {
        String arn = Nodes.text(target, "Arn");
        return arn != null && arn.endsWith(RUN_TASK);
    }

    /** Whether the whole request stands in the input. */
    boolean isRequest() {
        return isRequest(node);
    }

    /** The targets of all rules and schedules, by where they stand. */
    private record All(Map<String, ScheduledTarget> byPlace) {
        static All of(BundleToKubernetes bundle) {
            List<Resource<?>> schedules = new ArrayList<>();
            schedules.addAll(bundle.resources().of(EventRule.class));
            schedules.addAll(bundle.resources().of(Schedule.class));
            Map<String, ScheduledTarget> byPlace = new HashMap<>();
            for (Resource<?> schedule : schedules) {
                ofEcs(schedule)
                        .forEach(target -> byPlace.putIfAbsent(target.node().place(), target));
            }
            return new All(byPlace);
        }
    }

    /** The target a launch was made of, null when it is something else. */
    static @Nullable ScheduledTarget of(LaunchToKubernetes context) {
        Launch launch = context.launch();
        if (launch.by() == null
                || launch.by().kind() != ResourceKind.EVENT_RULE && launch.by().kind() != ResourceKind.SCHEDULE) {
            return null;
        }
        return context.bundle()
                .fact(All.class, All::of)
                .byPlace()
                .get(launch.by().node().place());
    }

    /** Whether it belongs to a schedule of EventBridge Scheduler, not to a rule. */
    boolean isScheduler() {
        return schedule.kind() == ResourceKind.SCHEDULE;
    }

    /** The name of its rule or schedule; a rule with several targets adds that of the target. Null when there is none. */
    @Nullable String name() {
        String name = Nodes.text(schedule.node(), "Name");
        if (name == null && schedule.logicalId() != null) {
            name = LogicalNames.of(schedule.logicalId(), schedule.node());
        }
        String id = Nodes.text(node, "Id");
        return alone || id == null ? name : name + "-" + id;
    }
}
