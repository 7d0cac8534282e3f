package io.github.ecs2k8s.internal.behaviour;

import java.util.Locale;

/** When something runs. */
enum Lifetime {
    /** Started again whenever it ends: a service, a Deployment. */
    ALWAYS,
    /** One on each machine: a DAEMON service, a DaemonSet. */
    EVERY_NODE,
    /** By a clock: a rule, a schedule, a CronJob. */
    SCHEDULED,
    /** Once, until it ends: a task run by hand, a Job. */
    ONCE,
    /** Only when somebody starts it: a task definition, a PodTemplate. */
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
