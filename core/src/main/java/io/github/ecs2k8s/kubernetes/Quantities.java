package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * ECS CPU units (1024 = one vCPU) and MiB ⇄ Kubernetes quantities.
 *
 * <p>Rules: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size.
 */
public final class Quantities {
    private static final int UNITS_PER_CPU = 1024;
    private static final int MILLI_PER_CPU = 1000;
    private static final BigDecimal MIB = BigDecimal.valueOf(1024L * 1024);

    // Longer numbers and exponents are nonsense in a manifest, and would cost unbounded time in exact arithmetic.
    private static final int MAX_TEXT = 64;
    private static final int MAX_EXPONENT = 30;

    private Quantities() {}

    /**
     * A whole number read from a quantity.
     *
     * @param exact false when a fraction was rounded up
     */
    public record Rounded(long value, boolean exact) {}

    /** CPU units in millicores, rounded up: 10 units are 9.77m and become 10m. */
    public static int cpuUnitsToMilli(int units) {
        return (int) (((long) units * MILLI_PER_CPU + UNITS_PER_CPU - 1) / UNITS_PER_CPU);
    }

    /**
     * The CPU units that {@link #cpuUnitsToMilli} turns into these millicores. There are fewer millicores than units, so
     * three numbers of units in 128 share a millicore with their successor, which is what comes back for them:
     * {@link #isExactInMilli} tells.
     */
    public static int milliToCpuUnits(int milli) {
        return (int) ((long) milli * UNITS_PER_CPU / MILLI_PER_CPU);
    }

    /** Whether these CPU units come back from millicores unchanged. Not so for 42, 85 and 127 modulo 128. */
    public static boolean isExactInMilli(int units) {
        return milliToCpuUnits(cpuUnitsToMilli(units)) == units;
    }

    /** CPU units as a person writes them: {@code 250m}, {@code 1}, {@code 1500m}. */
    public static Quantity cpu(int units) {
        int milli = cpuUnitsToMilli(units);
        return milli % MILLI_PER_CPU == 0
                ? new Quantity(Integer.toString(milli / MILLI_PER_CPU), "")
                : new Quantity(Integer.toString(milli), "m");
    }

    /** MiB as a person writes them: {@code 300Mi}, {@code 2Gi}. */
    public static Quantity memoryMiB(long mib) {
        return mib != 0 && mib % 1024 == 0
                ? new Quantity(Long.toString(mib / 1024), "Gi")
                : new Quantity(Long.toString(mib), "Mi");
    }

    /**
     * The exact number a quantity stands for, in its base unit (cores, bytes, pieces); null when the text is no quantity.
     * Reads every form: {@code 1}, {@code .5}, {@code 500m}, {@code 1.5Gi}, {@code 128M}, {@code 1e3} ...
     */
    public static @Nullable BigDecimal parse(String text) {
        int end = endOfNumber(text);
        if (end == 0 || text.length() > MAX_TEXT) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(0, end));
            String suffix = text.substring(end);
            if (isExponent(suffix)) {
                int power = Integer.parseInt(suffix.substring(1));
                return Math.abs(power) > MAX_EXPONENT ? null : number.scaleByPowerOfTen(power);
            }
            return scaled(number, suffix);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A quantity of CPU in millicores, rounded up as the API server does; null when the text is no quantity. */
    public static @Nullable Rounded toMilliCpu(String text) {
        BigDecimal cores = parse(text);
        return cores == null ? null : roundUp(cores.movePointRight(3));
    }

    /** A quantity in bytes, rounded up; null when the text is no quantity. */
    public static @Nullable Rounded toBytes(String text) {
        BigDecimal bytes = parse(text);
        return bytes == null ? null : roundUp(bytes);
    }

    /** A quantity of bytes in MiB, rounded up; null when the text is no quantity. */
    public static @Nullable Rounded toMiB(String text) {
        BigDecimal bytes = parse(text);
        // Dividing by a power of two always ends.
        return bytes == null ? null : roundUp(bytes.divide(MIB));
    }

    /**
     * A task's {@code cpu} in CPU units: {@code 256}, {@code .5 vCPU}, {@code 1 vcpu}; empty when the service would not
     * understand it.
     */
    public static OptionalInt parseTaskCpu(String text) {
        return parseTaskSize(text, "", "vcpu");
    }

    /**
     * A task's {@code memory} in MiB: {@code 512}, {@code 1GB}, {@code 0.5 GB}; empty when the service would not
     * understand it.
     */
    public static OptionalInt parseTaskMemory(String text) {
        return parseTaskSize(text, "mb", "gb");
    }

    /** A plain number in the small unit, or a number of the big unit, which is 1024 small ones. */
    private static OptionalInt parseTaskSize(String text, String small, String big) {
        String trimmed = text.trim();
        int end = endOfNumber(trimmed);
        String unit = trimmed.substring(end).trim();
        if (end == 0 || trimmed.length() > MAX_TEXT) {
            return OptionalInt.empty();
        }
        try {
            BigDecimal number = new BigDecimal(trimmed.substring(0, end));
            if (unit.equalsIgnoreCase(big)) {
                number = number.multiply(BigDecimal.valueOf(1024));
            } else if (!unit.isEmpty() && !unit.equalsIgnoreCase(small)) {
                return OptionalInt.empty();
            }
            int value = number.setScale(0, RoundingMode.HALF_UP).intValueExact();
            return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** {@code e3}, but neither {@code E} (10^18) nor {@code Ei} (2^60). */
    private static boolean isExponent(String suffix) {
        return suffix.length() > 1 && (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E') && suffix.charAt(1) != 'i';
    }

    private static int endOfNumber(String text) {
        int end = 0;
        if (end < text.length() && (text.charAt(end) == '+' || text.charAt(end) == '-')) {
            end++;
        }
        while (end < text.length()
                && ((text.charAt(end) >= '0' && text.charAt(end) <= '9') || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static @Nullable BigDecimal scaled(BigDecimal number, String suffix) {
        return switch (suffix) {
            case "" -> number;
            case "n" -> number.movePointLeft(9);
            case "u" -> number.movePointLeft(6);
            case "m" -> number.movePointLeft(3);
            case "k" -> number.movePointRight(3);
            case "M" -> number.movePointRight(6);
            case "G" -> number.movePointRight(9);
            case "T" -> number.movePointRight(12);
            case "P" -> number.movePointRight(15);
            case "E" -> number.movePointRight(18);
            case "Ki" -> number.multiply(BigDecimal.valueOf(1L << 10));
            case "Mi" -> number.multiply(BigDecimal.valueOf(1L << 20));
            case "Gi" -> number.multiply(BigDecimal.valueOf(1L << 30));
            case "Ti" -> number.multiply(BigDecimal.valueOf(1L << 40));
            case "Pi" -> number.multiply(BigDecimal.valueOf(1L << 50));
            case "Ei" -> number.multiply(BigDecimal.valueOf(1L << 60));
            default -> null;
        };
    }

    private static @Nullable Rounded roundUp(BigDecimal number) {
        BigDecimal whole = number.setScale(0, RoundingMode.CEILING);
        // Kubernetes caps at the same bound: https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
        if (whole.unscaledValue().bitLength() > 63) {
            return null;
        }
        return new Rounded(whole.longValueExact(), whole.compareTo(number) == 0);
    }
}
