package io.github.ecs2k8s.context.toecs;

import org.jspecify.annotations.Nullable;

/**
 * What the containers of a Pod need together, as the API server adds it up: ordinary containers and sidecars, or an
 * init container with the sidecars before it when that is more
 * (https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers).
 */
public final class PodSum {
    private long sidecars;
    private long together;
    private long most;

    /** Adds a container; init containers and sidecars in the order in which they start. */
    public void add(@Nullable Integer asked, boolean init, boolean sidecar) {
        long amount = asked == null ? 0 : asked;
        if (init) {
            most = Math.max(most, sidecars + amount);
        } else {
            together += amount;
            sidecars += sidecar ? amount : 0;
        }
    }

    /** The sum; never more than an int holds. */
    public int total() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(together, most));
    }
}
