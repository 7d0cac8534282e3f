package io.github.ecs2k8s.ecs;

import java.util.List;

/**
 * The partitions of AWS: a group of regions with accounts, ARNs and domain names of its own. The list is that of the service
 * models' endpoints as of 2026-11 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
 */
public enum Partition {
    CHINA("aws-cn", "amazonaws.com.cn", "cn-"),
    GOV_CLOUD("aws-us-gov", "amazonaws.com", "us-gov-"),
    EUROPEAN_SOVEREIGN("aws-eusc", "amazonaws.eu", "eusc-"),
    ISO("aws-iso", "c2s.ic.gov", "us-iso-"),
    ISO_B("aws-iso-b", "sc2s.sgov.gov", "us-isob-"),
    ISO_E("aws-iso-e", "cloud.adc-e.uk", "eu-isoe-"),
    ISO_F("aws-iso-f", "csp.hci.ic.gov", "us-isof-"),
    /** All other regions. */
    COMMERCIAL("aws", "amazonaws.com", "");

    private static final List<Partition> ALL = List.of(values());

    private final String id;
    private final String dnsSuffix;
    private final String regionPrefix;

    Partition(String id, String dnsSuffix, String regionPrefix) {
        this.id = id;
        this.dnsSuffix = dnsSuffix;
        this.regionPrefix = regionPrefix;
    }

    /** The partition of a region by the region's name. */
    public static Partition ofRegion(String region) {
        for (Partition partition : ALL) {
            if (region.startsWith(partition.regionPrefix)) {
                return partition;
            }
        }
        return COMMERCIAL;
    }

    /** The partition that ARNs with this name belong to; the commercial one for a name that is none. */
    public static Partition ofId(String id) {
        for (Partition partition : ALL) {
            if (partition.id.equals(id)) {
                return partition;
            }
        }
        return COMMERCIAL;
    }

    /** Where the domain name of a partition ends a host's, with the dot before it; -1 where none does. */
    public static int domain(String host) {
        int first = -1;
        for (Partition partition : ALL) {
            if (host.endsWith("." + partition.dnsSuffix)) {
                int here = host.length() - partition.dnsSuffix.length() - 1;
                first = first < 0 ? here : Math.min(first, here);
            }
        }
        return first;
    }

    /** The name that ARNs begin with after {@code arn:}. */
    public String id() {
        return id;
    }

    /** What the domain names of its services end with, without a dot in front. */
    public String dnsSuffix() {
        return dnsSuffix;
    }
}
