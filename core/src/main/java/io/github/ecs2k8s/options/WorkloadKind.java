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

    /** The name as the command line spells it, which is also the name kubectl takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
