package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Set;

/**
 * Whether pods and their containers run to an end, or are kept running
 * (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy).
 */
public final class PodLifetimes {
    private static final String ALWAYS = "Always";

    /** PodTemplates run nothing; their owner makes what runs once of them, as {@code run-task} does of a task definition. */
    private static final Set<String> ONCE = Set.of("Job", "CronJob", "PodTemplate");

    private PodLifetimes() {}

    /** Whether a workload's pods run to their end: the kubelet keeps a bare Pod running unless it says otherwise. */
    public static boolean runsOnce(HasMetadata workload) {
        return ONCE.contains(workload.getKind())
                || workload instanceof Pod pod && pod.getSpec() != null && ends(pod.getSpec());
    }

    /** Whether pods of a workload end when their ordinary containers have all ended. */
    public static boolean ends(HasMetadata workload, PodSpec pod) {
        return runsOnce(workload) && ends(pod);
    }

    private static boolean ends(PodSpec pod) {
        return pod.getRestartPolicy() != null && !pod.getRestartPolicy().equals(ALWAYS);
    }

    /**
     * Whether an init container keeps running beside the containers
     * (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/).
     */
    public static boolean isSidecar(Container initContainer) {
        return ALWAYS.equals(initContainer.getRestartPolicy());
    }
}
