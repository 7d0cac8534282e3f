package io.github.ecs2k8s.options;

import java.util.Locale;

/** The kind of object a task definition without a service becomes. */
public enum WorkloadKind {
    DEPLOYMENT,
    POD,
    JOB,
    CRONJOB,
    DAEMONSET,
    STATEFULSET,
    PODTEMPLATE;

    /**
     * The longest name such an object may have. A CronJob's Jobs get eleven characters more, and so does a label of a
     * StatefulSet's Pods (https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/).
     */
    public int longestName() {
        return this == CRONJOB || this == STATEFULSET ? 52 : 63;
    }

    /** Whether it ends when its containers have ended, instead of starting them again. */
    public boolean runsToEnd() {
        return this == POD || this == JOB || this == CRONJOB;
    }

    /** The name as the command line spells it, which is also the name kubectl takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
