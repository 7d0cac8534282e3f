package io.github.ecs2k8s.kubernetes;

/**
 * Recognises IP addresses without ever looking one up: the API server refuses a host alias or name server that is none
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#hostname-and-name-resolution).
 */
public final class IpAddresses {
    private static final int IPV6_GROUPS = 8;

    private IpAddresses() {}

    /** Whether this is an IPv4 address in plain decimal, without leading zeros, or an IPv6 address without a zone. */
    public static boolean isValid(String text) {
        return text.indexOf(':') < 0 ? isIpv4(text) : isIpv6(text);
    }

    private static boolean isIpv4(String text) {
        int parts = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!isOctet(text, start, end)) {
                return false;
            }
            parts++;
            start = end + 1;
        }
        return parts == 4;
    }

    private static boolean isOctet(String text, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
            return false;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        return value <= 255;
    }

    /** Eight groups, or fewer with one {@code ::}; the last two may be written as an IPv4 address. */
    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == IPV6_GROUPS;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        String rest = text.substring(gap + 2);
        int after = rest.isEmpty() ? 0 : groups(rest, true);
        return before >= 0 && after >= 0 && before + after < IPV6_GROUPS;
    }

    /** How many groups of 16 bits stand in a text, -1 when something else does. */
    private static int groups(String text, boolean mayEndInIpv4) {
        int count = 0;
        int start = 0;
        while (start <= text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            if (mayEndInIpv4 && colon < 0 && isIpv4(text.substring(start))) {
                count += 2;
            } else if (isHexGroup(text, start, end)) {
                count++;
            } else {
                return -1;
            }
            start = end + 1;
        }
        return count;
    }

    private static boolean isHexGroup(String text, int start, int end) {
        if (end - start < 1 || end - start > 4) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
