package io.github.ecs2k8s.internal.terraform.value;

import io.github.ecs2k8s.finding.SourceLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Making, showing and comparing values. */
public final class Values {
    private static final int SHOWN = 40;

    private Values() {}

    /** A number. */
    public static Value number(SourceLocation place, long number) {
        return new Value.Number(place, BigDecimal.valueOf(number));
    }

    /** A list. */
    public static Value.Listing list(SourceLocation place, List<Value> items) {
        Budget.items(place, items.size());
        return new Value.Listing(place, List.copyOf(items), false);
    }

    /** A list of texts. */
    public static Value.Listing texts(SourceLocation place, List<String> texts) {
        List<Value> items = new ArrayList<>(texts.size());
        texts.forEach(text -> items.add(Value.Text.of(place, text)));
        return list(place, items);
    }

    /** A value that is not known, named by what it would be computed from. */
    public static Value.Unknown unknown(SourceLocation place, String reference) {
        return new Value.Unknown(place, reference, false);
    }

    /** The same value without its cover. */
    public static Value open(Value value) {
        return value instanceof Value.Hidden hidden ? hidden.value() : value;
    }

    /** Whether a value is {@code null}. */
    public static boolean isNull(Value value) {
        return open(value) instanceof Value.Null;
    }

    /** Whether a value, or a part of a text, is not known. */
    public static boolean isUnknown(Value value) {
        return value instanceof Value.Unknown || value instanceof Value.Text text && text.known() == null;
    }

    /** Whether a value, or anything in it, must not be shown. */
    public static boolean isHidden(Value value) {
        if (value instanceof Value.Listing list) {
            return list.items().stream().anyMatch(Values::isHidden);
        }
        if (value instanceof Value.Mapping map) {
            return map.entries().values().stream().anyMatch(entry -> isHidden(entry.value()));
        }
        return value instanceof Value.Hidden || value instanceof Value.Text text && text.isHidden();
    }

    /** The same value, nothing of which may be shown. */
    public static Value hide(Value value, String reference) {
        if (value instanceof Value.Listing list) {
            List<Value> items = new ArrayList<>();
            for (Value item : list.items()) {
                items.add(hide(item, reference + "[" + items.size() + "]"));
            }
            return new Value.Listing(list.location(), items, list.isSet());
        }
        if (value instanceof Value.Mapping map) {
            Value.Mapping hidden = Value.Mapping.empty(map.location());
            map.entries()
                    .forEach((key, entry) -> hidden.entries()
                            .put(
                                    key,
                                    new Value.Entry(entry.keyLocation(), hide(entry.value(), member(reference, key)))));
            return hidden;
        }
        boolean open = value instanceof Value.Text || value instanceof Value.Number || value instanceof Value.Truth;
        return open ? new Value.Hidden(value.location(), reference, value) : value;
    }

    /** The same value, everything of which may be shown. */
    public static Value show(Value value) {
        if (value instanceof Value.Listing list) {
            return new Value.Listing(
                    list.location(), list.items().stream().map(Values::show).toList(), list.isSet());
        }
        if (value instanceof Value.Mapping map) {
            Value.Mapping shown = Value.Mapping.empty(map.location());
            map.entries()
                    .forEach((key, entry) ->
                            shown.entries().put(key, new Value.Entry(entry.keyLocation(), show(entry.value()))));
            return shown;
        }
        if (value instanceof Value.Text text && text.isHidden()) {
            List<Value.Piece> pieces = text.pieces().stream()
                    .map(piece -> piece.text() == null ? piece : new Value.Piece(piece.location(), piece.text(), null))
                    .toList();
            return new Value.Text(text.location(), pieces, text.document());
        }
        return open(value);
    }

    /** {@code reference.key}, or {@code reference["key"]} where the key is no word. */
    public static String member(String reference, String key) {
        boolean word =
                !key.isEmpty() && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        return word && !Character.isDigit(key.charAt(0)) ? reference + "." + key : reference + "[\"" + key + "\"]";
    }

    /** What a value is called in the name of something that is computed from it. */
    public static String describe(Value value) {
        if (value instanceof Value.Unknown unknown) {
            return unknown.reference();
        }
        if (value instanceof Value.Hidden hidden) {
            return hidden.reference();
        }
        if (value instanceof Value.Number number) {
            return Conversions.text(number.value());
        }
        if (value instanceof Value.Truth truth) {
            return String.valueOf(truth.value());
        }
        if (value instanceof Value.Text text) {
            return describe(text);
        }
        if (value instanceof Value.Lazy lazy) {
            return lazy.address();
        }
        return value instanceof Value.Null ? "null" : "…";
    }

    private static String describe(Value.Text text) {
        StringBuilder shown = new StringBuilder();
        for (Value.Piece piece : text.pieces()) {
            shown.append(piece.reference() != null ? piece.reference() : piece.text());
        }
        boolean plain = shown.length() <= SHOWN && shown.chars().allMatch(c -> c >= ' ' && "{}\"$\\".indexOf(c) < 0);
        return plain ? "\"" + shown + "\"" : "…";
    }

    /** A text of pieces. */
    public static Value.Text text(SourceLocation place, List<Value.Piece> pieces) {
        long length = 0;
        for (Value.Piece piece : pieces) {
            length += piece.text() == null ? 0 : piece.text().length();
        }
        Budget.text(place, length);
        return new Value.Text(place, List.copyOf(pieces), null);
    }

    /** A text of pieces that have no places of their own any more: known ones in a row become one. */
    public static Value.Text joined(SourceLocation place, List<Value.Piece> pieces) {
        List<Value.Piece> fewer = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Value.Piece piece : pieces) {
            if (piece.reference() == null) {
                words.append(piece.text());
                Budget.text(place, words.length());
                continue;
            }
            if (words.length() > 0) {
                fewer.add(new Value.Piece(place, words.toString(), null));
                words.setLength(0);
            }
            fewer.add(piece);
        }
        if (words.length() > 0 || fewer.isEmpty()) {
            fewer.add(new Value.Piece(place, words.toString(), null));
        }
        return text(place, fewer);
    }

    /** What may be written of a text. */
    public static String shown(Value.Text text) {
        StringBuilder shown = new StringBuilder();
        text.pieces().forEach(piece -> shown.append(piece.shown()));
        return shown.toString();
    }

    /** Whether two values are equal; null when that depends on what is not known. */
    public static @Nullable Boolean equal(Value one, Value other) {
        Value a = open(one);
        Value b = open(other);
        if (isUnknown(a) || isUnknown(b)) {
            return equalUnknown(a, b);
        }
        if (a instanceof Value.Listing first && b instanceof Value.Listing second) {
            return equalLists(first, second);
        }
        if (a instanceof Value.Mapping first && b instanceof Value.Mapping second) {
            return equalMaps(first, second);
        }
        if (a instanceof Value.Lazy first && b instanceof Value.Lazy second) {
            return first.address().equals(second.address());
        }
        return scalar(a) != null && Objects.equals(scalar(a), scalar(b));
    }

    private static @Nullable Object scalar(Value value) {
        if (value instanceof Value.Number number) {
            return number.value().stripTrailingZeros();
        }
        if (value instanceof Value.Text text) {
            return text.known();
        }
        if (value instanceof Value.Truth truth) {
            return truth.value();
        }
        return value instanceof Value.Null ? Value.Null.class : null;
    }

    /** What is known after apply is neither null nor empty; the same reference is the same value. */
    private static @Nullable Boolean equalUnknown(Value a, Value b) {
        if (isUnknown(a) && isUnknown(b)) {
            return describe(a).equals(describe(b)) && !describe(a).equals("…") ? Boolean.TRUE : null;
        }
        Value known = isUnknown(a) ? b : a;
        Value other = isUnknown(a) ? a : b;
        boolean nothing = known instanceof Value.Null
                || known instanceof Value.Text text
                        && String.valueOf(text.known()).isEmpty();
        boolean set = other instanceof Value.Text || other instanceof Value.Unknown unknown && unknown.isSet();
        return nothing && set ? Boolean.FALSE : null;
    }

    private static @Nullable Boolean equalLists(Value.Listing a, Value.Listing b) {
        if (a.items().size() != b.items().size()) {
            return false;
        }
        Boolean all = true;
        for (int i = 0; i < a.items().size(); i++) {
            all = and(all, equal(a.items().get(i), b.items().get(i)));
        }
        return all;
    }

    private static @Nullable Boolean equalMaps(Value.Mapping a, Value.Mapping b) {
        if (!a.entries().keySet().equals(b.entries().keySet())) {
            return false;
        }
        Boolean all = true;
        for (Map.Entry<String, Value.Entry> entry : a.entries().entrySet()) {
            Value other = b.get(entry.getKey());
            all = other == null
                    ? Boolean.FALSE
                    : and(all, equal(entry.getValue().value(), other));
        }
        return all;
    }

    private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return Boolean.FALSE;
        }
        return a == null || b == null ? null : Boolean.TRUE;
    }
}
