package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * The two numbers of a rolling update as the two percentages of a service, for a number of tasks: the percentages as they
 * are where ECS comes to the same numbers by them, otherwise the nearest that do; {@link RollingUpdate} the other way.
 *
 * @param minimum minimumHealthyPercent, of which ECS rounds the tasks up
 * @param maximum maximumPercent, of which ECS rounds the tasks down
 */
record HealthyPercents(int minimum, int maximum) {
    private static final int WHOLE = 100;

    /** How many pods Kubernetes comes to by a number or percentage, and the percentage if it is one. */
    private record Part(int pods, @Nullable Integer percent) {}

    /**
     * The percentages of a rolling update.
     *
     * @param maxSurge pods above the count, rounded up
     * @param maxUnavailable pods below the count, rounded down; one where neither number leaves any
     * @param count the number of pods
     */
    static HealthyPercents of(IntOrString maxSurge, IntOrString maxUnavailable, int count) {
        int tasks = Math.max(1, count);
        Part over = part(maxSurge, tasks, true);
        Part under = part(maxUnavailable, tasks, false);
        if (over.pods() == 0 && under.pods() == 0) {
            under = new Part(1, null);
        }
        return new HealthyPercents(minimum(under, tasks), maximum(over, tasks));
    }

    private static int minimum(Part under, int tasks) {
        if (under.percent() != null) {
            return Math.max(0, WHOLE - under.percent());
        }
        return (int) ((long) WHOLE * Math.max(0, tasks - under.pods()) / tasks);
    }

    private static int maximum(Part over, int tasks) {
        if (over.percent() != null && (long) over.percent() * tasks / WHOLE == over.pods()) {
            return WHOLE + over.percent();
        }
        long percent = ((long) WHOLE * over.pods() + tasks - 1) / tasks;
        return (int) Math.min(Integer.MAX_VALUE, WHOLE + percent);
    }

    private static Part part(IntOrString value, int tasks, boolean up) {
        Integer percent = percent(value);
        if (percent == null) {
            return new Part(value.getIntVal() == null ? 0 : Math.max(0, value.getIntVal()), null);
        }
        long hundredths = (long) percent * tasks;
        return new Part((int) Math.min(Integer.MAX_VALUE, (hundredths + (up ? WHOLE - 1 : 0)) / WHOLE), percent);
    }

    /** Null for a plain number; what is no percentage counts as none. */
    private static @Nullable Integer percent(IntOrString value) {
        String text = value.getStrVal();
        if (text == null) {
            return null;
        }
        try {
            return Math.max(0, Integer.parseInt(text.endsWith("%") ? text.substring(0, text.length() - 1) : text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
