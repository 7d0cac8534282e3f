package io.github.ecs2k8s.internal.template;

import java.util.ArrayList;
import java.util.List;

/** {@code Fn::Cidr}: splits an IPv4 block into blocks of {@code 2^bits} addresses. */
final class Cidrs {

    private Cidrs() {}

    /** The first {@code count} blocks; empty when the arguments are no numbers or do not fit. */
    static List<String> split(String block, String count, String bits) {
        try {
            int slash = block.indexOf('/');
            int prefix = Integer.parseInt(block.substring(slash + 1));
            int hostBits = bits.isEmpty() ? 0 : Integer.parseInt(bits);
            int blocks = Integer.parseInt(count);
            long base = address(block.substring(0, Math.max(slash, 0)));
            if (hostBits < 1 || hostBits > 32 - prefix || blocks < 1 || blocks > 1L << (32 - prefix - hostBits)) {
                return List.of();
            }
            List<String> result = new ArrayList<>();
            for (int i = 0; i < Math.min(blocks, 256); i++) {
                result.add(text(base + ((long) i << hostBits)) + "/" + (32 - hostBits));
            }
            return result;
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private static long address(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new NumberFormatException(text);
        }
        long address = 0;
        for (String part : parts) {
            address = address << 8 | Integer.parseInt(part);
        }
        return address;
    }

    private static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
