package io.github.ecs2k8s.internal.rooms.label;

import io.github.ecs2k8s.context.tokubernetes.Workloads;
import io.github.ecs2k8s.kubernetes.Names;

/** Which labels tags and docker labels may become, and which come back as such. */
final class PodLabels {
    private PodLabels() {}

    /** Whether both are valid and no controller writes the key itself. */
    static boolean isFree(String key, String value) {
        return Names.isLabelKey(key) && Names.isLabelValue(value) && !isReserved(key);
    }

    /**
     * Whether selectors or controllers depend on the key
     * (https://kubernetes.io/docs/reference/labels-annotations-taints/).
     */
    static boolean isReserved(String key) {
        return switch (key) {
            case Workloads.NAME_LABEL,
                    "pod-template-hash",
                    "pod-template-generation",
                    "controller-revision-hash",
                    "controller-uid",
                    "job-name" -> true;
            default ->
                key.startsWith("batch.kubernetes.io/")
                        || key.startsWith("apps.kubernetes.io/")
                        || key.startsWith("statefulset.kubernetes.io/");
        };
    }
}
