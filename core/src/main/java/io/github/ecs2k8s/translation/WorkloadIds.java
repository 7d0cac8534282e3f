package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.util.Locale;
import java.util.Objects;

/** The name that logical ids and the family of a workload begin with: its own, and what tells it from others of that name. */
final class WorkloadIds {
    private WorkloadIds() {}

    /** {@code api}; {@code staging-api} beside one of another namespace, {@code api-CronJob} beside one of another kind. */
    static String of(LocatedObject workload, Manifests manifests) {
        return name(workload, manifests, workload.object().getKind());
    }

    /**
     * {@code api}, {@code staging-api}, {@code api-cronjob}. A family is one for the whole account: two workloads in one
     * would be revisions of each other.
     */
    static String family(LocatedObject workload, Manifests manifests) {
        return name(workload, manifests, workload.object().getKind().toLowerCase(Locale.ROOT));
    }

    private static String name(LocatedObject workload, Manifests manifests, String kind) {
        String name = workload.object().getMetadata().getName();
        String namespace = workload.object().getMetadata().getNamespace();
        boolean elsewhere = false;
        boolean here = false;
        for (LocatedObject located : manifests.all()) {
            HasMetadata other = located.object();
            if (located != workload
                    && Objects.equals(name, other.getMetadata().getName())
                    && PodTemplates.isWorkload(other)) {
                boolean same = Objects.equals(namespace, other.getMetadata().getNamespace());
                here |= same && !other.getKind().equals(workload.object().getKind());
                elsewhere |= !same;
            }
        }
        return (elsewhere ? (namespace == null ? "default" : namespace) + "-" : "") + name + (here ? "-" + kind : "");
    }
}
