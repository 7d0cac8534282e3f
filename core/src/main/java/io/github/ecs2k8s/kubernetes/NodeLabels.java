package io.github.ecs2k8s.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * The well-known labels of nodes, and the values they have
 * (https://kubernetes.io/docs/reference/labels-annotations-taints/).
 */
public final class NodeLabels {
    /** Operating system: {@code linux} or {@code windows}; every node has it. */
    public static final String OS = "kubernetes.io/os";

    /** Processor architecture as Go spells it: {@code amd64}, {@code arm64}; every node has it. */
    public static final String ARCH = "kubernetes.io/arch";

    /** The node's name as its host knows it: one value per node. */
    public static final String HOSTNAME = "kubernetes.io/hostname";

    /** Machine type, {@code m7g.large}; only a cloud provider sets it. */
    public static final String INSTANCE_TYPE = "node.kubernetes.io/instance-type";

    /** Availability zone; only a cloud provider sets it. */
    public static final String ZONE = "topology.kubernetes.io/zone";

    /** Windows kernel build; containers run only on the build their base image was made for. */
    public static final String WINDOWS_BUILD = "node.kubernetes.io/windows-build";

    /** Region; only a cloud provider sets it. */
    public static final String REGION = "topology.kubernetes.io/region";

    private static final String[][] BUILDS = {
        {"2016", "10.0.14393"},
        {"2019", "10.0.17763"},
        {"2004", "10.0.19041"},
        {"20H2", "10.0.19042"},
        {"2022", "10.0.20348"},
        {"2025", "10.0.26100"},
    };

    private NodeLabels() {}

    /** The build of a Windows Server version ({@code 2019}, {@code 20H2}), null for an unknown one. */
    public static @Nullable String windowsBuild(String version) {
        return lookUp(version, 0, 1);
    }

    /** The Windows Server version of a build, null for an unknown one. */
    public static @Nullable String windowsVersion(String build) {
        return lookUp(build, 1, 0);
    }

    /** The label that took the place of one that nodes no longer carry, or that a driver writes beside it; otherwise itself. */
    public static String current(String label) {
        return switch (label) {
            case "beta.kubernetes.io/os" -> OS;
            case "beta.kubernetes.io/arch" -> ARCH;
            case "beta.kubernetes.io/instance-type" -> INSTANCE_TYPE;
            case "failure-domain.beta.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone" -> ZONE;
            case "failure-domain.beta.kubernetes.io/region" -> REGION;
            default -> label;
        };
    }

    private static @Nullable String lookUp(String key, int from, int to) {
        for (String[] row : BUILDS) {
            if (row[from].equals(key)) {
                return row[to];
            }
        }
        return null;
    }
}
