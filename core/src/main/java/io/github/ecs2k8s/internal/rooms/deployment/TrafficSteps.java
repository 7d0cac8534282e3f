package io.github.ecs2k8s.internal.rooms.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CanaryConfiguration;
import software.amazon.awssdk.services.ecs.model.LinearConfiguration;

/**
 * How the traffic moves to a new revision, as steps of a Rollout; percentages are whole there
 * (https://argo-rollouts.readthedocs.io/en/stable/features/canary/).
 *
 * @param steps setWeight and pause by turns
 * @param rounded whether a percentage had to be rounded
 */
record TrafficSteps(List<Map<String, Object>> steps, boolean rounded) {
    // What ECS takes where nothing is said.
    private static final double CANARY_PERCENT = 5;
    private static final int CANARY_MINUTES = 10;
    private static final double LINEAR_PERCENT = 10;
    private static final int LINEAR_MINUTES = 6;
    private static final double LEAST_LINEAR_PERCENT = 3;
    private static final int ALL = 100;

    /** A part of the traffic, a wait, and then the rest. */
    static TrafficSteps of(@Nullable CanaryConfiguration canary) {
        Double percent = canary == null ? null : canary.canaryPercent();
        Integer minutes = canary == null ? null : canary.canaryBakeTimeInMinutes();
        return steps(percent == null ? CANARY_PERCENT : percent, 1, minutes == null ? CANARY_MINUTES : minutes);
    }

    /** Equal parts, with a wait after each but the last. */
    static TrafficSteps of(@Nullable LinearConfiguration linear) {
        Double percent = linear == null ? null : linear.stepPercent();
        Integer minutes = linear == null ? null : linear.stepBakeTimeInMinutes();
        double step = percent == null ? LINEAR_PERCENT : Math.max(LEAST_LINEAR_PERCENT, percent);
        TrafficSteps traffic = steps(step, ALL, minutes == null ? LINEAR_MINUTES : minutes);
        if (step * 2 < ALL) {
            return traffic;
        }
        // One step and the rest would be a canary; the last step, which goes without saying, tells it from one.
        List<Map<String, Object>> steps = new ArrayList<>(traffic.steps());
        steps.add(Map.of("setWeight", ALL));
        return new TrafficSteps(steps, traffic.rounded());
    }

    private static TrafficSteps steps(double percent, int most, int minutes) {
        List<Map<String, Object>> steps = new ArrayList<>();
        boolean rounded = false;
        for (int i = 1; i <= most && percent * i < ALL; i++) {
            int weight = (int) Math.max(1, Math.round(percent * i));
            rounded |= weight != percent * i;
            steps.add(Map.of("setWeight", weight));
            if (minutes > 0) {
                Map<String, Object> pause = new LinkedHashMap<>();
                pause.put("duration", minutes + "m");
                steps.add(Map.of("pause", pause));
            }
        }
        return new TrafficSteps(steps, rounded);
    }
}
