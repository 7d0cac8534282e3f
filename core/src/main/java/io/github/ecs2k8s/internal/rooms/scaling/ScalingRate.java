package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a workload grows and shrinks: what all policies of a service say about it, in the one behavior that a scaler
 * has (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior).
 */
final class ScalingRate {
    static final int LONGEST_WINDOW = 3600;
    static final int LONGEST_PERIOD = 1800;

    private final Direction up = new Direction();
    private final Direction down = new Direction();

    /** One of the two directions. */
    static final class Direction {
        private @Nullable Integer window;
        private boolean disabled;
        private final List<HPAScalingPolicy> policies = new ArrayList<>();

        /** Waits at least so many seconds. */
        void waitAtLeast(int seconds) {
            window = Math.max(window == null ? 0 : window, Math.min(LONGEST_WINDOW, Math.max(0, seconds)));
        }

        /** Waits at most so many seconds. */
        void waitAtMost(int seconds) {
            int value = Math.min(LONGEST_WINDOW, Math.max(0, seconds));
            window = window == null ? value : Math.min(window, value);
        }

        void disable() {
            disabled = true;
        }

        boolean isDisabled() {
            return disabled;
        }

        /** Allows a change of so many Pods, or so many percent, in a period of seconds. */
        void allow(String type, int value, int seconds) {
            HPAScalingPolicy policy = new HPAScalingPolicy();
            policy.setType(type);
            policy.setValue(value);
            policy.setPeriodSeconds(Math.min(LONGEST_PERIOD, Math.max(1, seconds)));
            policies.add(policy);
        }

        private @Nullable HPAScalingRules rules() {
            if (disabled) {
                HPAScalingRules rules = new HPAScalingRules();
                rules.setSelectPolicy("Disabled");
                return rules;
            }
            if (window == null && policies.isEmpty()) {
                return null;
            }
            HPAScalingRules rules = new HPAScalingRules();
            rules.setStabilizationWindowSeconds(window);
            if (!policies.isEmpty()) {
                rules.setPolicies(policies);
            }
            return rules;
        }
    }

    Direction up() {
        return up;
    }

    Direction down() {
        return down;
    }

    /** The behavior, null when nothing differs from what Kubernetes does anyway. */
    @Nullable HorizontalPodAutoscalerBehavior behavior() {
        HPAScalingRules scaleUp = up.rules();
        HPAScalingRules scaleDown = down.rules();
        if (scaleUp == null && scaleDown == null) {
            return null;
        }
        HorizontalPodAutoscalerBehavior behavior = new HorizontalPodAutoscalerBehavior();
        behavior.setScaleUp(scaleUp);
        behavior.setScaleDown(scaleDown);
        return behavior;
    }
}
