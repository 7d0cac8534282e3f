package io.github.ecs2k8s.internal.rooms.service;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;

/**
 * What a StatefulSet promises beyond a number of pods, and a service does not: names, order, volumes that outlive a pod
 * (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/).
 */
final class StatefulSets {
    static final String RETENTION = "StatefulSet.spec.persistentVolumeClaimRetentionPolicy";

    private static final String POLICY = "persistentVolumeClaimRetentionPolicy";

    private StatefulSets() {}

    static void say(StatefulSet set, LaunchToEcs context) {
        StatefulSetSpec spec = set.getSpec();
        boolean parallel = "Parallel".equals(spec.getPodManagementPolicy());
        int first = spec.getOrdinals() == null || spec.getOrdinals().getStart() == null
                ? 0
                : spec.getOrdinals().getStart();
        context.at("spec", "serviceName")
                .report(
                        FindingCode.STABLE_IDENTITY,
                        "no task is " + context.name() + "-" + first + " by name"
                                + (parallel ? "" : ", and tasks neither start nor stop one after the other"),
                        "where a member must be known by its name, write a StatefulSet of one replica for each");
        if (first != 0) {
            context.at("spec", "ordinals", "start").report(FindingCode.STABLE_IDENTITY, "tasks are not numbered");
        }
        StatefulSetPersistentVolumeClaimRetentionPolicy kept = spec.getPersistentVolumeClaimRetentionPolicy();
        if (kept != null) {
            sayRetention("whenDeleted", kept.getWhenDeleted(), context);
            sayRetention("whenScaled", kept.getWhenScaled(), context);
        }
    }

    /** A volume that ECS manages for a task of a service is deleted with the task, whatever the reason. */
    private static void sayRetention(String field, String policy, LaunchToEcs context) {
        if ("Retain".equals(policy)) {
            context.at("spec", POLICY, field)
                    .report(
                            FindingCode.STABLE_IDENTITY,
                            "the volume of a task is deleted when the task ends",
                            "take snapshots, or keep what must stay on EFS");
        }
    }
}
