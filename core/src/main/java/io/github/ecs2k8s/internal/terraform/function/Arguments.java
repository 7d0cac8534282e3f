package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, each asked for as what it has to be. */
record Arguments(SourceLocation location, String name, List<Value> values) {

    int size() {
        return values.size();
    }

    /** An argument as it is. */
    Value value(int index) {
        if (index >= values.size()) {
            throw new EvaluationException(
                    location, name + " has " + values.size() + " arguments, and needs at least " + (index + 1), null);
        }
        return values.get(index);
    }

    /** Refuses more arguments than there can be. */
    Arguments atMost(int count) {
        if (values.size() > count) {
            throw new EvaluationException(
                    location, name + " has " + values.size() + " arguments, and takes " + count, null);
        }
        return this;
    }

    /** A text that is known. */
    String text(int index) {
        Value text = Conversions.toText(value(index));
        String known = text instanceof Value.Text words ? words.known() : null;
        if (known == null) {
            throw wrong(index, "a text");
        }
        return known;
    }

    /** A number that is known. */
    BigDecimal number(int index) {
        if (Conversions.toNumber(value(index)) instanceof Value.Number number) {
            return number.value();
        }
        throw wrong(index, "a number");
    }

    /** A whole number that is known. */
    int integer(int index) {
        return integer(index, number(index));
    }

    private int integer(int index, BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(index, "a whole number");
        }
    }

    /** The items of a list, set or tuple. */
    List<Value> list(int index) {
        if (Values.open(value(index)) instanceof Value.Listing list) {
            return list.items();
        }
        throw wrong(index, "a list");
    }

    /** A map or object. */
    Value.Mapping map(int index) {
        Value.Mapping map = asMap(value(index));
        if (map == null) {
            throw wrong(index, "a map or an object");
        }
        return map;
    }

    /** A value as map or object, null when it is none. */
    static Value.@Nullable Mapping asMap(Value value) {
        if (value instanceof Value.Lazy lazy) {
            return lazy.all();
        }
        return value instanceof Value.Mapping map ? map : null;
    }

    /** The first arguments that are lists, or the only one that is a list of them spread out. */
    List<BigDecimal> numbers() {
        List<BigDecimal> numbers = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            numbers.add(number(i));
        }
        if (numbers.isEmpty()) {
            throw new EvaluationException(location, name + " needs at least one number", null);
        }
        return numbers;
    }

    /** The same, hidden values without their cover. */
    Arguments shown() {
        return new Arguments(location, name, values.stream().map(Values::show).toList());
    }

    /** The call's result where it depends on something unknown. */
    Value unknown() {
        return Values.unknown(location, Functions.reference(name, values));
    }

    /** An argument of the wrong type; its value is not quoted. */
    EvaluationException wrong(int index, String expected) {
        Value value = values.get(index);
        return new EvaluationException(
                location,
                "argument " + (index + 1) + " of " + name + " is " + type(value) + ", and has to be " + expected,
                null);
    }

    /** What a value is, for a message. */
    static String type(Value value) {
        Value open = Values.open(value);
        if (open instanceof Value.Null) {
            return "null";
        }
        if (open instanceof Value.Text) {
            return "a text";
        }
        if (open instanceof Value.Number) {
            return "a number";
        }
        if (open instanceof Value.Truth) {
            return "true or false";
        }
        if (open instanceof Value.Listing list) {
            return list.isSet() ? "a set" : "a list";
        }
        return open instanceof Value.Unknown ? "not known" : "an object";
    }
}
