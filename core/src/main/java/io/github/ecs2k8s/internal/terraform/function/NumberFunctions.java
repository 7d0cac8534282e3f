package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of numbers (https://developer.hashicorp.com/terraform/language/functions/abs and what stands beside it). */
final class NumberFunctions {
    private NumberFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        if (name.equals("range")) {
            return range(given.atMost(3));
        }
        BigDecimal number = number(name, given);
        return number == null ? null : new Value.Number(given.location(), number);
    }

    private static @Nullable BigDecimal number(String name, Arguments given) {
        return switch (name) {
            case "abs" -> given.number(0).abs();
            case "ceil" -> given.number(0).setScale(0, RoundingMode.CEILING);
            case "floor" -> given.number(0).setScale(0, RoundingMode.FLOOR);
            case "max" -> given.numbers().stream().reduce(BigDecimal::max).orElseThrow();
            case "min" -> given.numbers().stream().reduce(BigDecimal::min).orElseThrow();
            case "signum" -> BigDecimal.valueOf(given.number(0).signum());
            case "log" ->
                real(
                        given,
                        Math.log(given.number(0).doubleValue())
                                / Math.log(given.number(1).doubleValue()));
            case "pow" -> pow(given);
            case "parseint" -> parse(given);
            case "sum" -> sum(given);
            default -> null;
        };
    }

    private static BigDecimal real(Arguments given, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new EvaluationException(given.location(), given.name() + " has no value for these numbers", null);
        }
        return new BigDecimal(value, MathContext.DECIMAL64);
    }

    private static BigDecimal pow(Arguments given) {
        BigDecimal exponent = given.number(1);
        boolean whole = exponent.signum() >= 0 && exponent.stripTrailingZeros().scale() <= 0;
        return whole && exponent.compareTo(BigDecimal.valueOf(512)) <= 0
                ? given.number(0).pow(exponent.intValue(), MathContext.DECIMAL128)
                : real(given, Math.pow(given.number(0).doubleValue(), exponent.doubleValue()));
    }

    private static BigDecimal parse(Arguments given) {
        try {
            return new BigDecimal(new BigInteger(given.text(0), given.integer(1)));
        } catch (NumberFormatException e) {
            throw new EvaluationException(
                    given.location(), "the text of parseint is no whole number to base " + given.integer(1), null);
        }
    }

    private static BigDecimal sum(Arguments given) {
        List<Value> items = given.list(0);
        Arguments numbers = new Arguments(given.location(), given.name(), items);
        return numbers.numbers().stream().reduce(BigDecimal::add).orElseThrow();
    }

    private static Value range(Arguments given) {
        BigDecimal start = given.size() > 1 ? given.number(0) : BigDecimal.ZERO;
        BigDecimal end = given.size() > 1 ? given.number(1) : given.number(0);
        BigDecimal down = BigDecimal.valueOf(end.compareTo(start) < 0 ? -1 : 1);
        BigDecimal step = given.size() > 2 ? given.number(2) : down;
        if (step.signum() == 0) {
            throw new EvaluationException(given.location(), "range has a step of 0", null);
        }
        List<Value> numbers = new ArrayList<>();
        for (BigDecimal at = start; at.compareTo(end) * step.signum() < 0; at = at.add(step)) {
            if (numbers.size() >= 1024) {
                throw new EvaluationException(given.location(), "range has more than 1024 numbers", null);
            }
            numbers.add(new Value.Number(given.location(), at));
        }
        return Values.list(given.location(), numbers);
    }
}
