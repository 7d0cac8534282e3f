package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many Pods workloads have: what they say, or the range of what scales them. */
final class KubernetesCounts {
    private final Map<String, Count> scaled = new HashMap<>();
    private final Set<String> woken = new HashSet<>();
    private final Map<String, List<Spot>> places = new HashMap<>();

    KubernetesCounts(List<LocatedObject> objects) {
        for (LocatedObject located : objects) {
            if (located.object() instanceof HorizontalPodAutoscaler scaler && scaler.getSpec() != null) {
                add(scaler.getSpec(), located);
            } else if (located.object() instanceof GenericKubernetesResource scaler
                    && "ScaledObject".equals(scaler.getKind())
                    && scaler.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                    && spec.get("scaleTargetRef") instanceof Map<?, ?> target) {
                Object kind = target.get("kind") == null ? "Deployment" : target.get("kind");
                woken.add(kind + "/" + scaler.getMetadata().getNamespace() + '/' + target.get("name"));
                add(
                        kind,
                        target.get("name"),
                        number(spec, "minReplicaCount", 0),
                        number(spec, "maxReplicaCount", 100),
                        located);
            }
        }
    }

    private void add(HorizontalPodAutoscalerSpec spec, LocatedObject located) {
        if (spec.getScaleTargetRef() != null) {
            add(
                    spec.getScaleTargetRef().getKind(),
                    spec.getScaleTargetRef().getName(),
                    orElse(spec.getMinReplicas(), 1),
                    orElse(spec.getMaxReplicas(), 1),
                    located);
        }
    }

    private void add(@Nullable Object kind, @Nullable Object name, int least, int most, LocatedObject scaler) {
        String target = kind + "/" + scaler.object().getMetadata().getNamespace() + '/' + name;
        scaled.put(target, new Count(least, most));
        List<Spot> here = places.computeIfAbsent(target, unused -> new ArrayList<>());
        for (String member : List.of("minReplicas", "maxReplicas", "minReplicaCount", "maxReplicaCount")) {
            here.add(Spot.of(scaler.node(), "spec", member));
        }
    }

    private static int number(Map<?, ?> spec, String member, int otherwise) {
        return spec.get(member) instanceof Number number ? number.intValue() : otherwise;
    }

    private static int orElse(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }

    /** How many run, null where the machines decide. */
    @Nullable Count of(HasMetadata object) {
        if (object instanceof DaemonSet) {
            return null;
        }
        if (object instanceof Job job) {
            return Count.of(job(job.getSpec()));
        }
        if (object instanceof CronJob job) {
            boolean off = Boolean.TRUE.equals(job.getSpec().getSuspend());
            return Count.of(off ? 0 : job(job.getSpec().getJobTemplate().getSpec()));
        }
        Integer replicas = replicas(object);
        Count range = scaled.get(KubernetesFacts.identity(object));
        // A HorizontalPodAutoscaler does nothing for 0 Pods, KEDA wakes them.
        boolean off = replicas != null && replicas == 0 && !woken.contains(KubernetesFacts.identity(object));
        if (range != null && !off) {
            return range;
        }
        return Count.of(orElse(replicas, 1));
    }

    /** A Job runs as many at a time as it may, until as many have completed as it wants. */
    private static int job(JobSpec spec) {
        return Boolean.TRUE.equals(spec.getSuspend()) ? 0 : orElse(spec.getParallelism(), 1);
    }

    private static @Nullable Integer replicas(HasMetadata workload) {
        if (workload instanceof Deployment deployment) {
            return deployment.getSpec().getReplicas();
        } else if (workload instanceof StatefulSet set) {
            return set.getSpec().getReplicas();
        } else if (workload instanceof ReplicaSet set) {
            return set.getSpec().getReplicas();
        } else if (workload instanceof ReplicationController controller) {
            return controller.getSpec().getReplicas();
        }
        return workload instanceof GenericKubernetesResource custom
                        && custom.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                        && spec.get("replicas") instanceof Number number
                ? (Integer) number.intValue()
                : null;
    }

    /** Where the count of a workload is said. */
    List<Spot> places(LocatedObject located) {
        List<Spot> all = new ArrayList<>(places.getOrDefault(KubernetesFacts.identity(located.object()), List.of()));
        for (String member : List.of("replicas", "completions", "parallelism", "suspend")) {
            all.add(Spot.of(located.node(), "spec", member));
            all.add(Spot.of(located.node(), "spec", "jobTemplate", "spec", member));
        }
        return all;
    }
}
