package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;

/**
 * The strategy of a Rollout as it is written: blue/green, or a canary with steps or without
 * (https://argo-rollouts.readthedocs.io/en/stable/features/specification/).
 *
 * @param kind {@code blueGreen} or {@code canary}
 * @param fields what stands below it
 */
record RolloutStrategy(String kind, Map<?, ?> fields) {
    static final String BLUE_GREEN = "blueGreen";

    private static final double ALL = 100;

    /**
     * One part of a canary.
     *
     * @param weight percent of the traffic, null for what is no weight
     * @param pauses whether it waits
     * @param seconds for how long, null: until somebody says so
     */
    record Step(
            @Nullable Double weight,
            boolean pauses,
            @Nullable Long seconds) {}

    /** The strategy of a workload, null when it is no Rollout or has none. */
    static @Nullable RolloutStrategy of(HasMetadata workload) {
        if (!(workload instanceof GenericKubernetesResource rollout)
                || !(rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec)
                || !(spec.get("strategy") instanceof Map<?, ?> strategy)) {
            return null;
        }
        for (String kind : List.of(BLUE_GREEN, Rollouts.CANARY)) {
            if (strategy.get(kind) instanceof Map<?, ?> fields) {
                return new RolloutStrategy(kind, fields);
            }
        }
        return null;
    }

    /** What ECS calls the strategy: a canary without weights replaces pods as a Deployment does. */
    DeploymentStrategy strategy() {
        if (kind.equals(BLUE_GREEN)) {
            return DeploymentStrategy.BLUE_GREEN;
        }
        List<Double> weights = weights();
        if (endsWithAll() && (weights.isEmpty() || weights.size() == 1 && weights.get(0) * 2 >= ALL)) {
            return DeploymentStrategy.LINEAR;
        }
        if (weights.isEmpty()) {
            return DeploymentStrategy.ROLLING;
        }
        return weights.size() > 1 && areEqualSteps(weights) ? DeploymentStrategy.LINEAR : DeploymentStrategy.CANARY;
    }

    /** Whether the last step says that it takes all of the traffic, which goes without saying. */
    private boolean endsWithAll() {
        List<Step> steps = steps();
        Double last = steps.isEmpty() ? null : steps.get(steps.size() - 1).weight();
        return last != null && last == ALL;
    }

    /** Whether the parts of the traffic grow by the same each time, and the last step of that size takes all. */
    static boolean areEqualSteps(List<Double> weights) {
        double step = weights.get(0);
        for (int i = 0; i < weights.size(); i++) {
            // Weights of a Rollout are whole numbers: 33, 67 are steps of a third.
            if (Math.abs(weights.get(i) - step * (i + 1)) > 1) {
                return false;
            }
        }
        return step * (weights.size() + 1) > 99 - weights.size();
    }

    /** The weights below 100, in order. */
    List<Double> weights() {
        List<Double> weights = new ArrayList<>();
        for (Step step : steps()) {
            if (step.weight() != null && step.weight() > 0 && step.weight() < 100) {
                weights.add(step.weight());
            }
        }
        return weights;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (fields.get("steps") instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> step = item instanceof Map<?, ?> map ? map : Map.of();
                Object weight = step.get("setWeight");
                Map<?, ?> pause = step.get("pause") instanceof Map<?, ?> given ? given : Map.of();
                steps.add(new Step(
                        weight instanceof Number number ? (Double) number.doubleValue() : null,
                        step.containsKey("pause"),
                        seconds(pause.get("duration"))));
            }
        }
        return steps;
    }

    /** A field that is a number or a percentage, null when it is not there. */
    @Nullable IntOrString number(String field) {
        Object value = fields.get(field);
        if (value instanceof IntOrString either) {
            return either;
        } else if (value instanceof Number number) {
            return new IntOrString(number.intValue());
        }
        return value instanceof String text ? new IntOrString(text) : null;
    }

    /** A field that is a whole number, null when it is not. */
    @Nullable Integer whole(String field) {
        return fields.get(field) instanceof Number number ? (Integer) number.intValue() : null;
    }

    /** Seconds of {@code 90}, {@code "90"}, {@code 90s}, {@code 10m}, {@code 1h}; null for anything else. */
    static @Nullable Long seconds(@Nullable Object duration) {
        if (duration instanceof Number number) {
            return number.longValue();
        }
        String text = duration instanceof IntOrString either
                ? String.valueOf(either.getValue())
                : duration == null ? "" : duration.toString();
        if (text.isEmpty()) {
            return null;
        }
        char unit = text.charAt(text.length() - 1);
        long factor = switch (unit) {
            case 'h' -> 3600;
            case 'm' -> 60;
            default -> 1;
        };
        String digits = Character.isDigit(unit) ? text : text.substring(0, text.length() - 1);
        try {
            return Long.parseLong(digits) * factor;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
