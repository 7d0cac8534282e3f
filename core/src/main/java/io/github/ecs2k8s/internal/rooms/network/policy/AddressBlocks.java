package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.kubernetes.IpAddresses;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * What remains of a block without others: the smaller blocks that make it up, at most as many as one exception leaves.
     *
     * @param cidr a block in its own form
     * @return null when that cannot be said: addresses of IPv6, something that is no block
     */
    static @Nullable List<String> without(String cidr, List<String> excepted) {
        List<String> left = List.of(cidr);
        for (String one : excepted) {
            String exception = of(one);
            if (exception == null || exception.indexOf(':') >= 0 || cidr.indexOf(':') >= 0) {
                return null;
            }
            List<String> remaining = new ArrayList<>();
            for (String block : left) {
                split(start(block), bits(block), start(exception), bits(exception), remaining);
            }
            left = remaining;
        }
        return left;
    }

    private static void split(long start, int bits, long exception, int exceptionBits, List<String> remaining) {
        long size = 1L << (IPV4_BITS - bits);
        long exceptionSize = 1L << (IPV4_BITS - exceptionBits);
        if (exception + exceptionSize <= start || start + size <= exception) {
            remaining.add(block(start, bits));
        } else if (exceptionBits > bits) {
            split(start, bits + 1, exception, exceptionBits, remaining);
            split(start + size / 2, bits + 1, exception, exceptionBits, remaining);
        }
    }

    private static int bits(String block) {
        return Integer.parseInt(block.substring(block.indexOf('/') + 1));
    }

    private static long start(String block) {
        long number = 0;
        for (String octet : block.substring(0, block.indexOf('/')).split("\\.")) {
            number = number * 256 + Integer.parseInt(octet);
        }
        return number;
    }

    private static String block(long start, int bits) {
        return (start >> 24) + "." + (start >> 16 & 0xFF) + "." + (start >> 8 & 0xFF) + "." + (start & 0xFF) + "/"
                + bits;
    }
}
