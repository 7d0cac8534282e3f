package io.github.ecs2k8s.internal.terraform.value;

import io.github.ecs2k8s.finding.SourceLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Conversions between types, as the language makes them by itself
 * (https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion). What is unknown stays so.
 */
public final class Conversions {
    private Conversions() {}

    /** A number without exponent and without zeros at its end. */
    public static String text(BigDecimal number) {
        String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        Budget.text(SourceLocation.NONE, text.length());
        return text;
    }

    /** The pieces of a value as text; null when it cannot be one. */
    public static @Nullable List<Value.Piece> pieces(Value value) {
        SourceLocation place = value.location();
        if (value instanceof Value.Text text) {
            return text.pieces();
        }
        if (value instanceof Value.Unknown unknown) {
            return List.of(new Value.Piece(place, null, unknown.reference()));
        }
        if (value instanceof Value.Lazy lazy) {
            return List.of(new Value.Piece(place, null, lazy.address()));
        }
        if (value instanceof Value.Hidden hidden) {
            List<Value.Piece> inner = pieces(hidden.value());
            String known = inner == null ? null : Values.text(place, inner).known();
            return inner == null ? null : List.of(new Value.Piece(place, known, hidden.reference()));
        }
        String plain = value instanceof Value.Number number
                ? text(number.value())
                : value instanceof Value.Truth truth ? String.valueOf(truth.value()) : null;
        return plain == null ? null : List.of(new Value.Piece(place, plain, null));
    }

    /** A value as text; null when it cannot be one. */
    public static @Nullable Value toText(Value value) {
        if (value instanceof Value.Text || value instanceof Value.Unknown || value instanceof Value.Null) {
            return value;
        }
        if (value instanceof Value.Hidden hidden) {
            return covered(hidden, toText(hidden.value()));
        }
        List<Value.Piece> pieces = pieces(value);
        return pieces == null ? null : new Value.Text(value.location(), pieces, null);
    }

    /** A value as number; null when it cannot be one. */
    public static @Nullable Value toNumber(Value value) {
        if (value instanceof Value.Number || value instanceof Value.Unknown || value instanceof Value.Null) {
            return value;
        }
        if (value instanceof Value.Hidden hidden) {
            return covered(hidden, toNumber(hidden.value()));
        }
        if (!(value instanceof Value.Text text)) {
            return null;
        }
        String known = text.known();
        if (known == null) {
            return Values.unknown(text.location(), Values.describe(text));
        }
        BigDecimal number = number(known);
        return number == null ? null : new Value.Number(text.location(), number);
    }

    /** A number as it is written in a text; null when it is none. */
    public static @Nullable BigDecimal number(String text) {
        try {
            boolean plain = !text.isEmpty()
                    && text.length() < 100
                    && text.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0);
            BigDecimal number = plain ? new BigDecimal(text) : null;
            return number != null && Math.abs((long) number.scale()) > 1000 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A value as {@code true} or {@code false}; null when it cannot be one. */
    public static @Nullable Value toTruth(Value value) {
        if (value instanceof Value.Truth || value instanceof Value.Unknown || value instanceof Value.Null) {
            return value;
        }
        if (value instanceof Value.Hidden hidden) {
            return covered(hidden, toTruth(hidden.value()));
        }
        if (!(value instanceof Value.Text text)) {
            return null;
        }
        String known = text.known();
        if (known == null) {
            return Values.unknown(text.location(), Values.describe(text));
        }
        return switch (known) {
            case "true", "1" -> new Value.Truth(text.location(), true);
            case "false", "0" -> new Value.Truth(text.location(), false);
            default -> null;
        };
    }

    private static @Nullable Value covered(Value.Hidden cover, @Nullable Value inner) {
        return inner == null || inner instanceof Value.Unknown
                ? inner
                : new Value.Hidden(cover.location(), cover.reference(), inner);
    }

    /** Single values of several types become texts, as one type has to hold for all. */
    private static List<Value> ofOneType(List<Value> items) {
        Class<?> type = null;
        boolean mixed = false;
        for (Value item : items) {
            Value open = Values.open(item);
            if (open instanceof Value.Text || open instanceof Value.Number || open instanceof Value.Truth) {
                mixed |= type != null && type != open.getClass();
                type = open.getClass();
            }
        }
        return mixed ? items.stream().map(Conversions::textOr).toList() : items;
    }

    private static Value textOr(Value value) {
        Value text = toText(value);
        return text == null ? value : text;
    }

    /** A map all of whose values are of one type. */
    public static Value.Mapping toMap(Value.Mapping map) {
        List<Value> values = ofOneType(
                map.entries().values().stream().map(Value.Entry::value).toList());
        Value.Mapping converted = Value.Mapping.empty(map.location());
        int next = 0;
        for (Map.Entry<String, Value.Entry> entry : map.entries().entrySet()) {
            Value.Entry kept = new Value.Entry(entry.getValue().keyLocation(), values.get(next++));
            converted.entries().put(entry.getKey(), kept);
        }
        return converted;
    }

    /** A list or set as list, an object's values never; null when the value is no collection in a row. */
    public static Value.@Nullable Listing toList(Value value) {
        return value instanceof Value.Listing list
                ? new Value.Listing(list.location(), ofOneType(list.items()), false)
                : null;
    }

    /** A set: texts and numbers in their order, each once; null when the value is no collection in a row. */
    public static Value.@Nullable Listing toSet(Value value) {
        if (!(value instanceof Value.Listing list)) {
            return null;
        }
        if (list.isSet()) {
            return list;
        }
        TreeMap<String, Value> sorted = new TreeMap<>();
        List<Value> others = new ArrayList<>();
        for (Value item : ofOneType(list.items())) {
            List<Value.Piece> pieces = pieces(item);
            if (pieces == null) {
                if (others.stream().noneMatch(other -> Boolean.TRUE.equals(Values.equal(other, item)))) {
                    others.add(item);
                }
            } else {
                sorted.putIfAbsent(sortKey(item), item);
            }
        }
        List<Value> items = new ArrayList<>(sorted.values());
        items.addAll(others);
        return new Value.Listing(list.location(), List.copyOf(items), true);
    }

    /** By what texts and numbers are put in order; of what is not known, its name. */
    public static String sortKey(Value item) {
        if (Values.open(item) instanceof Value.Number number && number.value().signum() >= 0) {
            String digits = number.value().toBigInteger().toString();
            return "0".repeat(Math.max(0, 40 - digits.length())) + text(number.value());
        }
        List<Value.Piece> pieces = pieces(item);
        StringBuilder key = new StringBuilder();
        for (Value.Piece piece : pieces == null ? List.<Value.Piece>of() : pieces) {
            key.append(piece.text() == null ? "${" + piece.reference() + "}" : piece.text());
        }
        return key.toString();
    }
}
