package io.github.ecs2k8s.options;

import org.jspecify.annotations.Nullable;

/** A Kubernetes minor version such as 1.34. */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

    /** The version assumed when the caller names none. */
    public static final KubernetesVersion DEFAULT = new KubernetesVersion(1, 34);

    /** Reads {@code 1.34}, {@code v1.34} or {@code 1.34.2}; null when the text is none of these. */
    public static @Nullable KubernetesVersion parse(String text) {
        String digits = text.startsWith("v") ? text.substring(1) : text;
        int dot = digits.indexOf('.');
        if (dot < 1) {
            return null;
        }
        int end = digits.indexOf('.', dot + 1);
        try {
            int major = Integer.parseInt(digits.substring(0, dot));
            int minor = Integer.parseInt(digits.substring(dot + 1, end < 0 ? digits.length() : end));
            return major < 1 || minor < 0 ? null : new KubernetesVersion(major, minor);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether this cluster has a form that came with {@code 1.minor}. */
    public boolean atLeast(int minorVersion) {
        return major > 1 || minor >= minorVersion;
    }

    /** Whether init containers may keep running (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/). */
    public boolean hasNativeSidecars() {
        return atLeast(29);
    }

    /**
     * Whether a Pod has resources of its own beside its containers'
     * (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification).
     */
    public boolean hasPodLevelResources() {
        return atLeast(34);
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
