package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Operators and conditions (https://developer.hashicorp.com/terraform/language/expressions/operators). */
final class Operators {
    private static final int MAX_REFERENCE = 120;

    /** Quotients are longer than what is computed with them, so that a third of 3 is 1. */
    private static final MathContext QUOTIENT = new MathContext(60);

    private static final MathContext PRECISION = new MathContext(50);

    private final Evaluator evaluator;

    Operators(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value conditional(Expression.Conditional conditional, Names names) {
        Value condition = evaluator.evaluate(conditional.condition(), names);
        Boolean holds = Evaluator.holds(condition, conditional.condition().location());
        if (holds != null) {
            return evaluator.evaluate(holds ? conditional.then() : conditional.otherwise(), names);
        }
        Value then = attempt(conditional.then(), names);
        Value otherwise = attempt(conditional.otherwise(), names);
        if (then == null || otherwise == null) {
            // Terraform could not go on with the other one.
            return then != null ? then : evaluator.evaluate(conditional.otherwise(), names);
        }
        if (Boolean.TRUE.equals(Values.equal(then, otherwise))) {
            return then;
        }
        String reference =
                Values.describe(condition) + " ? " + Values.describe(then) + " : " + Values.describe(otherwise);
        return unknown(conditional.location(), reference, Values.describe(condition) + " ? … : …");
    }

    private @Nullable Value attempt(Expression expression, Names names) {
        try {
            return evaluator.evaluate(expression, names);
        } catch (EvaluationException e) {
            return null;
        }
    }

    private static Value unknown(SourceLocation place, String reference, String shorter) {
        return Values.unknown(place, reference.length() > MAX_REFERENCE ? shorter : reference);
    }

    Value unary(Expression.Unary unary, Names names) {
        Value operand = evaluator.evaluate(unary.operand(), names);
        if (Values.isUnknown(operand)) {
            return unknown(unary.location(), unary.operator() + Values.describe(operand), "…");
        }
        if (unary.operator() == '!') {
            boolean truth = Boolean.TRUE.equals(Evaluator.holds(operand, unary.location()));
            return new Value.Truth(unary.location(), !truth);
        }
        return new Value.Number(
                unary.location(), number(operand, unary.location()).negate());
    }

    Value binary(Expression.Binary binary, Names names) {
        Value left = evaluator.evaluate(binary.left(), names);
        String operator = binary.operator();
        if (operator.equals("&&") || operator.equals("||")) {
            return logical(binary, left, names);
        }
        Value right = evaluator.evaluate(binary.right(), names);
        if (operator.equals("==") || operator.equals("!=")) {
            Boolean equal = Values.equal(left, right);
            return equal == null
                    ? open(binary, left, right)
                    : new Value.Truth(binary.location(), equal == operator.equals("=="));
        }
        if (Values.isUnknown(Values.open(left)) || Values.isUnknown(Values.open(right))) {
            return open(binary, left, right);
        }
        Value result = computed(binary, left, right);
        return Values.isHidden(left) || Values.isHidden(right)
                ? Values.hide(result, Values.describe(open(binary, left, right)))
                : result;
    }

    private static Value open(Expression.Binary binary, Value left, Value right) {
        String reference = Values.describe(left) + " " + binary.operator() + " " + Values.describe(right);
        return unknown(binary.location(), reference, "… " + binary.operator() + " …");
    }

    /** The right side is not asked where the left one decides: what it asks may then not exist. */
    private Value logical(Expression.Binary binary, Value left, Names names) {
        boolean deciding = binary.operator().equals("||");
        Boolean first = Evaluator.holds(left, binary.location());
        if (first != null && first == deciding) {
            return new Value.Truth(binary.location(), deciding);
        }
        Value right = evaluator.evaluate(binary.right(), names);
        Boolean second = Evaluator.holds(right, binary.right().location());
        if (second != null && second == deciding) {
            return new Value.Truth(binary.location(), deciding);
        }
        return first == null || second == null
                ? open(binary, left, right)
                : new Value.Truth(binary.location(), !deciding);
    }

    private static Value computed(Expression.Binary binary, Value left, Value right) {
        SourceLocation place = binary.location();
        BigDecimal a = number(left, place);
        BigDecimal b = number(right, place);
        return switch (binary.operator()) {
            case "+" -> new Value.Number(place, a.add(b, PRECISION));
            case "-" -> new Value.Number(place, a.subtract(b, PRECISION));
            case "*" -> new Value.Number(place, a.multiply(b, PRECISION));
            case "/" -> new Value.Number(place, a.divide(divisor(b, place), QUOTIENT));
            case "%" -> new Value.Number(place, a.remainder(divisor(b, place)));
            case "<" -> new Value.Truth(place, a.compareTo(b) < 0);
            case "<=" -> new Value.Truth(place, a.compareTo(b) <= 0);
            case ">" -> new Value.Truth(place, a.compareTo(b) > 0);
            default -> new Value.Truth(place, a.compareTo(b) >= 0);
        };
    }

    private static BigDecimal divisor(BigDecimal number, SourceLocation place) {
        if (number.signum() == 0) {
            throw new EvaluationException(place, "a division by 0", null);
        }
        return number;
    }

    private static BigDecimal number(Value value, SourceLocation place) {
        @Nullable Value number = Conversions.toNumber(value);
        if (number == null || !(Values.open(number) instanceof Value.Number known)) {
            throw new EvaluationException(
                    place, "this operator wants numbers, and one side is " + References.type(value), null);
        }
        return known.value();
    }
}
