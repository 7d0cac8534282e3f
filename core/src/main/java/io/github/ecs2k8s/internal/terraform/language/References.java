package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.math.BigDecimal;
import java.util.List;

/** {@code source.name} and {@code source[key]} (https://developer.hashicorp.com/terraform/language/expressions/references). */
final class References {
    private References() {}

    /** The value of a member. */
    static Value member(Value source, String name, SourceLocation place) {
        if (source instanceof Value.Lazy lazy) {
            return lazy.member(name, place);
        }
        if (source instanceof Value.Unknown unknown) {
            return new Value.Unknown(place, Values.member(unknown.reference(), name), unknown.isSet());
        }
        if (source instanceof Value.Mapping map) {
            Value value = map.get(name);
            if (value == null) {
                throw missing(map, name, place);
            }
            return value;
        }
        throw new EvaluationException(
                place,
                "." + name + " is asked of " + type(source),
                source instanceof Value.Listing ? "write [0]." + name + ", or [*]." + name + " for all of them" : null);
    }

    private static EvaluationException missing(Value.Mapping map, String name, SourceLocation place) {
        String known = String.join(", ", map.entries().keySet());
        return new EvaluationException(
                place, "the object has no " + name, known.isEmpty() || known.length() > 200 ? null : "it has " + known);
    }

    /** The value under a key, or at an index. */
    static Value index(Value source, Value key, SourceLocation place) {
        if (source instanceof Value.Unknown unknown) {
            return new Value.Unknown(place, unknown.reference() + "[" + Values.describe(key) + "]", unknown.isSet());
        }
        if (Values.isUnknown(Values.open(key))) {
            return Values.unknown(place, Values.describe(source) + "[" + Values.describe(key) + "]");
        }
        if (source instanceof Value.Listing list) {
            return item(list, key, place);
        }
        return member(source, Evaluator.key(key, place), place);
    }

    private static Value item(Value.Listing list, Value key, SourceLocation place) {
        List<Value> items = list.items();
        Value converted = Conversions.toNumber(key);
        BigDecimal number =
                converted != null && Values.open(converted) instanceof Value.Number index ? index.value() : null;
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            throw new EvaluationException(place, "an index of a list has to be a whole number", null);
        }
        // Some elements of a list may stand for several.
        boolean inside = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(items.size())) < 0;
        if (!inside) {
            throw new EvaluationException(
                    place, "the list has " + items.size() + " items, and none at " + Conversions.text(number), null);
        }
        return items.get(number.intValue());
    }

    /** What a value is, for a message. */
    static String type(Value value) {
        Value open = Values.open(value);
        if (open instanceof Value.Listing) {
            return "a list";
        }
        if (open instanceof Value.Null) {
            return "null";
        }
        return open instanceof Value.Mapping || open instanceof Value.Lazy ? "an object" : "a single value";
    }
}
