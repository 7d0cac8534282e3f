package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks of addresses (https://developer.hashicorp.com/terraform/language/functions/cidrsubnet). */
final class CidrFunctions {
    private CidrFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        return switch (name) {
            case "cidrhost" -> host(given);
            case "cidrnetmask" -> text(given, Block.of(given).mask());
            case "cidrsubnet" ->
                text(
                        given,
                        Block.of(given).subnet(given.integer(1), given.number(2).toBigInteger(), given));
            case "cidrsubnets" -> Values.texts(given.location(), subnets(given));
            default -> null;
        };
    }

    private static Value text(Arguments given, String text) {
        return Value.Text.of(given.location(), text);
    }

    private static Value host(Arguments given) {
        Block block = Block.of(given);
        BigInteger number = given.number(1).toBigInteger();
        BigInteger size = BigInteger.ONE.shiftLeft(block.bits() - block.prefix());
        BigInteger index = number.signum() < 0 ? size.add(number) : number;
        if (index.signum() < 0 || index.compareTo(size) >= 0) {
            throw new EvaluationException(given.location(), "cidrhost has a number outside of the block", null);
        }
        return text(given, block.address(block.network().add(index)));
    }

    /** Blocks of different sizes one behind the other. */
    private static List<String> subnets(Arguments given) {
        Block block = Block.of(given);
        List<String> subnets = new ArrayList<>();
        BigInteger next = block.network();
        for (int i = 1; i < given.size(); i++) {
            int prefix = block.prefix() + given.integer(i);
            block.require(prefix, given);
            BigInteger size = BigInteger.ONE.shiftLeft(block.bits() - prefix);
            BigInteger rest = next.mod(size);
            next = rest.signum() == 0 ? next : next.add(size).subtract(rest);
            subnets.add(block.address(next) + "/" + prefix);
            next = next.add(size);
        }
        return subnets;
    }

    /** An address with the length of its prefix; 32 or 128 bits. */
    private record Block(BigInteger network, int prefix, int bits) {

        static Block of(Arguments given) {
            String text = given.text(0);
            int slash = text.indexOf('/');
            try {
                String address = text.substring(0, slash);
                boolean wide = address.indexOf(':') >= 0;
                int bits = wide ? 128 : 32;
                int prefix = Integer.parseInt(text.substring(slash + 1));
                BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE.shiftLeft(bits - prefix));
                return new Block((wide ? wide(address) : narrow(address)).and(mask), prefix, bits);
            } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
                throw given.wrong(0, "a block like 10.0.0.0/16");
            }
        }

        private static BigInteger narrow(String address) {
            String[] parts = address.split("\\.", -1);
            BigInteger number = BigInteger.ZERO;
            for (String part : parts) {
                int octet = Integer.parseInt(part);
                if (octet < 0 || octet > 255 || parts.length != 4) {
                    throw new IllegalArgumentException("no address");
                }
                number = number.shiftLeft(8).add(BigInteger.valueOf(octet));
            }
            return number;
        }

        private static BigInteger wide(String address) {
            int gap = address.indexOf("::");
            String[] head = groups(gap < 0 ? address : address.substring(0, gap));
            String[] tail = gap < 0 ? new String[0] : groups(address.substring(gap + 2));
            if (head.length + tail.length > 8 || gap < 0 && head.length != 8) {
                throw new IllegalArgumentException("no address");
            }
            BigInteger number = BigInteger.ZERO;
            for (int i = 0; i < 8; i++) {
                int behind = i - (8 - tail.length);
                String group = i < head.length ? head[i] : behind >= 0 ? tail[behind] : "0";
                number = number.shiftLeft(16).add(BigInteger.valueOf(Integer.parseInt(group, 16)));
            }
            return number;
        }

        private static String[] groups(String text) {
            return text.isEmpty() ? new String[0] : text.split(":", -1);
        }

        void require(int length, Arguments given) {
            if (length > bits || length < prefix) {
                throw new EvaluationException(
                        given.location(), given.name() + " asks for more bits than the block has", null);
            }
        }

        String subnet(int newBits, BigInteger number, Arguments given) {
            int length = prefix + newBits;
            require(length, given);
            if (number.signum() < 0 || number.bitLength() > newBits) {
                throw new EvaluationException(
                        given.location(), "cidrsubnet has a number that " + newBits + " bits do not hold", null);
            }
            return address(network.add(number.shiftLeft(bits - length))) + "/" + length;
        }

        String mask() {
            return address(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE.shiftLeft(bits - prefix)));
        }

        String address(BigInteger number) {
            return bits == 32 ? dotted(number) : hex(number);
        }

        private static String dotted(BigInteger number) {
            long value = number.longValue();
            return (value >> 24 & 255) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
        }

        /** The longest run of zero groups is left out, as RFC 5952 wants it. */
        private static String hex(BigInteger number) {
            int[] groups = new int[8];
            for (int i = 0; i < 8; i++) {
                groups[i] = number.shiftRight(16 * (7 - i)).intValue() & 0xFFFF;
            }
            int start = -1;
            int length = 1;
            for (int i = 0; i < 8; i++) {
                int end = i;
                while (end < 8 && groups[end] == 0) {
                    end++;
                }
                if (end - i > length) {
                    start = i;
                    length = end - i;
                }
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                if (i == start) {
                    text.append("::");
                    i += length - 1;
                } else {
                    boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
                    text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
                }
            }
            return text.toString();
        }
    }
}
