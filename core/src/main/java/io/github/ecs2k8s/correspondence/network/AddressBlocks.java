package io.github.ecs2k8s.correspondence.network;

import io.github.ecs2k8s.kubernetes.IpAddresses;
import org.jspecify.annotations.Nullable;

/**
 * CIDR blocks as EC2 keeps them: bits beyond the prefix are zero, whatever was asked for
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html). The API server warns of others.
 */
final class AddressBlocks {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private AddressBlocks() {}

    /** The block in its own form, null for what is no block of addresses. */
    static @Nullable String of(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || !IpAddresses.isValid(text.substring(0, slash))) {
            return null;
        }
        String address = text.substring(0, slash);
        boolean ipv6 = address.indexOf(':') >= 0;
        int bits = prefix(text.substring(slash + 1), ipv6 ? IPV6_BITS : IPV4_BITS);
        if (bits < 0) {
            return null;
        }
        return ipv6 ? text : masked(address, bits) + "/" + bits;
    }

    private static int prefix(String text, int max) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i > 2) {
                return -1;
            }
            bits = bits * 10 + (c - '0');
        }
        return text.isEmpty() || bits > max ? -1 : bits;
    }

    private static String masked(String address, int bits) {
        StringBuilder out = new StringBuilder();
        int left = bits;
        for (String octet : address.split("\\.")) {
            int kept = Math.max(0, Math.min(8, left));
            int mask = 0xFF << (8 - kept) & 0xFF;
            out.append(out.isEmpty() ? "" : ".").append(Integer.parseInt(octet) & mask);
            left -= 8;
        }
        return out.toString();
    }
}
