package io.github.ecs2k8s.internal.rooms.placement;

import org.jspecify.annotations.Nullable;

/**
 * Windows Server versions in names of operating system families, {@code WINDOWS_SERVER_2022_CORE}
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html).
 */
final class WindowsFamilies {
    /** The edition without a desktop. */
    static final String CORE = "_CORE";

    /** The edition with one. */
    static final String FULL = "_FULL";

    private static final String PREFIX = "WINDOWS_SERVER_";

    private WindowsFamilies() {}

    /** The version a family is of, {@code 2022}; null for what is no Windows family. */
    static @Nullable String version(String family) {
        int edition = family.lastIndexOf('_');
        return family.startsWith(PREFIX) && edition > PREFIX.length()
                ? family.substring(PREFIX.length(), edition)
                : null;
    }

    /** The family of a version in an edition. */
    static String family(String version, String edition) {
        return PREFIX + version + edition;
    }
}
