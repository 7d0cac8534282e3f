package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import org.jspecify.annotations.Nullable;

/** Conversions (https://developer.hashicorp.com/terraform/language/functions/tostring) and covers of what is sensitive. */
final class TypeFunctions {
    private TypeFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        return switch (name) {
            case "tostring" -> converted(given, "a text", Conversions.toText(given.value(0)));
            case "tonumber" -> converted(given, "a number", Conversions.toNumber(given.value(0)));
            case "tobool" -> converted(given, "true or false", Conversions.toTruth(given.value(0)));
            case "tolist" -> collection(given, "a list", Conversions.toList(given.value(0)));
            case "toset" -> collection(given, "a list or a set", Conversions.toSet(given.value(0)));
            case "tomap" -> collection(given, "a map or an object", map(given.value(0)));
            case "sensitive" -> Values.hide(given.value(0), "sensitive");
            case "nonsensitive" -> Values.show(given.value(0));
            case "issensitive" -> new Value.Truth(given.location(), Values.isHidden(given.value(0)));
            case "ephemeralasnull" -> given.value(0);
            default -> null;
        };
    }

    private static @Nullable Value map(Value value) {
        Value.Mapping map = Arguments.asMap(value);
        return map == null ? null : Conversions.toMap(map);
    }

    private static Value converted(Arguments given, String expected, @Nullable Value converted) {
        if (converted == null) {
            throw given.wrong(0, expected);
        }
        return converted;
    }

    private static Value collection(Arguments given, String expected, @Nullable Value converted) {
        Value value = given.value(0);
        return value instanceof Value.Unknown || value instanceof Value.Null
                ? value
                : converted(given, expected, converted);
    }
}
