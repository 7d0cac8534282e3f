package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Names for the whole account: an object's own, and what tells it from others of that name, which Kubernetes keeps apart
 * by namespace and by kind.
 */
public final class WorkloadIds {
    private WorkloadIds() {}

    /**
     * What logical ids of a workload begin with: {@code api}; {@code staging-api} beside one of another namespace,
     * {@code api-CronJob} beside one of another kind.
     */
    public static String of(LocatedObject workload, Manifests manifests) {
        return name(
                workload, manifests, PodTemplates::isWorkload, workload.object().getKind());
    }

    /**
     * {@code api}, {@code staging-api}, {@code api-cronjob}. A family is one for the whole account: two workloads in one
     * would be revisions of each other.
     */
    static String family(LocatedObject workload, Manifests manifests) {
        return unique(workload, manifests, PodTemplates::isWorkload);
    }

    /** {@code api}; {@code api-statefulset} beside a Deployment: a cluster has one service of a name. */
    static String service(LocatedObject workload, Manifests manifests) {
        String namespace = workload.object().getMetadata().getNamespace();
        return unique(
                workload,
                manifests,
                other -> PodTemplates.isWorkload(other)
                        && !PodLifetimes.runsOnce(other)
                        && Objects.equals(namespace, other.getMetadata().getNamespace()));
    }

    /**
     * {@code web}, {@code staging-web}, {@code web-ingress}.
     *
     * @param isRival which objects become something of the same kind
     */
    static String unique(LocatedObject object, Manifests manifests, Predicate<HasMetadata> isRival) {
        return name(object, manifests, isRival, object.object().getKind().toLowerCase(Locale.ROOT));
    }

    private static String name(LocatedObject object, Manifests manifests, Predicate<HasMetadata> isRival, String kind) {
        String name = object.object().getMetadata().getName();
        String namespace = object.object().getMetadata().getNamespace();
        boolean elsewhere = false;
        boolean here = false;
        for (LocatedObject located : manifests.named(name)) {
            HasMetadata other = located.object();
            if (located != object && isRival.test(other)) {
                boolean same = Objects.equals(namespace, other.getMetadata().getNamespace());
                here |= same && !other.getKind().equals(object.object().getKind());
                elsewhere |= !same;
            }
        }
        return (elsewhere ? (namespace == null ? "default" : namespace) + "-" : "") + name + (here ? "-" + kind : "");
    }
}
