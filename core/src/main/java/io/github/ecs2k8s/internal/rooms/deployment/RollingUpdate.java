package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * The two percentages of a service as the two numbers of a rolling update.
 *
 * <p>ECS keeps at least the minimum of the tasks, rounded up, and at most the maximum, rounded down
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html). Kubernetes rounds
 * {@code maxUnavailable} down, which comes to the same, and {@code maxSurge} up, which does not
 * (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment).
 *
 * @param maxSurge Pods above the count: a percentage, or the number that ECS would come to
 * @param maxUnavailable Pods below the count: a percentage, 0, or 1 where neither may be 0
 * @param rounded whether ECS comes to another number than the percentage does in Kubernetes
 * @param stuck whether ECS could replace no task, so that one had to be allowed
 */
record RollingUpdate(IntOrString maxSurge, IntOrString maxUnavailable, boolean rounded, boolean stuck) {
    private static final int WHOLE = 100;

    /**
     * The rolling update of a service.
     *
     * @param minimum minimumHealthyPercent, 0 to 100
     * @param maximum maximumPercent, at least 100
     * @param count the desired count; null when something scales it
     */
    static RollingUpdate of(int minimum, int maximum, @Nullable Integer count) {
        long over = (long) maximum - WHOLE;
        int under = WHOLE - minimum;
        if (count == null) {
            boolean stuck = over == 0 && under == 0;
            return new RollingUpdate(
                    stuck ? new IntOrString(1) : percent(over), percent(under), over % WHOLE != 0, stuck);
        }
        boolean divides = over * count % WHOLE == 0;
        long surge = over * count / WHOLE;
        long unavailable = (long) under * count / WHOLE;
        boolean none = surge == 0 && unavailable == 0;
        if (none && (count > 0 || over == 0 && under == 0)) {
            // Who neither allows more tasks than wanted nor insists on all of them gives one up.
            boolean spare = over == 0 && under > 0;
            return new RollingUpdate(new IntOrString(spare ? 0 : 1), new IntOrString(spare ? 1 : 0), false, true);
        }
        return new RollingUpdate(
                divides ? percent(over) : new IntOrString((int) Math.min(Integer.MAX_VALUE, surge)),
                percent(under),
                !divides,
                false);
    }

    private static IntOrString percent(long percent) {
        return percent == 0 ? new IntOrString(0) : new IntOrString(percent + "%");
    }
}
