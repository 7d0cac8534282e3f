package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain values of a located tree whose types no model prescribes, as in a custom resource. */
final class UntypedValues {
    // Beyond these a number is kept as a double, as the API server does, not as digits without end.
    private static final int MAX_DIGITS = 40;
    private static final int MAX_SCALE = 400;

    private UntypedValues() {}

    /**
     * A map in the order of the text, a list, a string, a boolean, null, or the smallest of Integer, Long, BigInteger
     * and BigDecimal that holds the number; a Double for an infinity, NaN and what is longer than any sensible number.
     */
    static @Nullable Object of(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                map.put(entry.key(), of(entry.value()));
            }
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
            for (Node item : sequence.items()) {
                list.add(of(item));
            }
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (scalar.kind()) {
            case STRING -> scalar.text();
            case NUMBER -> number(scalar.text());
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
            case NULL -> null;
        };
    }

    private static Number number(String text) {
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.startsWith(".i", sign) || text.startsWith(".I", sign)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (text.startsWith(".n") || text.startsWith(".N")) {
            return Double.NaN;
        }
        if (text.length() > MAX_DIGITS) {
            return text.startsWith("0x") || text.startsWith("0o") ? Double.POSITIVE_INFINITY : Double.valueOf(text);
        }
        if (text.startsWith("0x")) {
            return smallest(new BigInteger(text.substring(2), 16));
        }
        if (text.startsWith("0o")) {
            return smallest(new BigInteger(text.substring(2), 8));
        }
        if (isOctal(text, sign)) {
            return smallest(new BigInteger(text, 8));
        }
        return isWhole(text) ? smallest(new BigInteger(text)) : decimal(text);
    }

    /** The API server reads manifests as YAML 1.1 has it: 0644 are permission bits, as everybody writes them. */
    private static boolean isOctal(String text, int start) {
        boolean octal = text.length() > start + 1 && text.charAt(start) == '0';
        for (int i = start; i < text.length(); i++) {
            octal &= text.charAt(i) >= '0' && text.charAt(i) <= '7';
        }
        return octal;
    }

    /** A whole number is one only when it is written as one: 1.0 and 1e3 are floating-point numbers. */
    private static boolean isWhole(String text) {
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    }

    private static Number decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MAX_SCALE ? (Number) number.doubleValue() : number;
        } catch (NumberFormatException e) { // an exponent of more than 32 bits
            return Double.valueOf(text);
        }
    }

    private static Number smallest(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }
}
