package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Functions of lists and maps (https://developer.hashicorp.com/terraform/language/functions/concat and what stands beside
 * it). A list that is not known stays one item of what it is put together with, so that the rest is not lost.
 */
final class CollectionFunctions {
    private final Functions.Notes notes;

    CollectionFunctions(Functions.Notes notes) {
        this.notes = notes;
    }

    @Nullable Value call(String name, Arguments given) {
        Value result = tolerant(name, given);
        if (result != null) {
            return result;
        }
        return given.value(0) instanceof Value.Unknown ? given.unknown() : ofKnown(name, given);
    }

    /** Those that go on where something is unknown. */
    private @Nullable Value tolerant(String name, Arguments given) {
        return switch (name) {
            case "coalesce" -> coalesce(given);
            case "coalescelist" -> coalesceList(given);
            case "concat" -> Values.list(given.location(), concat(given));
            case "flatten" -> flatten(given);
            case "compact" -> compact(given);
            case "distinct" -> distinct(given);
            case "merge" -> merge(given);
            case "list" -> Values.list(given.location(), given.values());
            case "map" -> mapOf(given);
            default -> null;
        };
    }

    private @Nullable Value ofKnown(String name, Arguments given) {
        return switch (name) {
            case "alltrue" -> all(given, true);
            case "anytrue" -> all(given, false);
            case "chunklist" -> chunks(given);
            case "contains" -> contains(given);
            case "element" -> element(given);
            case "index" -> index(given);
            case "keys" ->
                Values.texts(
                        given.location(), new ArrayList<>(given.map(0).entries().keySet()));
            case "length" -> length(given);
            case "lookup" -> lookup(given);
            case "matchkeys" -> matchKeys(given);
            case "one" -> one(given);
            case "reverse" -> reverse(given);
            case "slice" -> slice(given);
            case "sort" -> sort(given);
            case "transpose" -> transpose(given);
            case "values" -> values(given);
            case "zipmap" -> zip(given);
            default -> null;
        };
    }

    /** The first that is neither null nor an empty text; what is not known counts as being there. */
    private static Value coalesce(Arguments given) {
        for (Value value : given.values()) {
            boolean empty = Values.open(value) instanceof Value.Text text && "".equals(text.known());
            if (!Values.isNull(value) && !empty) {
                return value;
            }
        }
        throw new EvaluationException(given.location(), "coalesce has only nulls and empty texts", null);
    }

    private static Value coalesceList(Arguments given) {
        for (int i = 0; i < given.size(); i++) {
            Value value = given.value(i);
            if (value instanceof Value.Unknown
                    || !Values.isNull(value) && !given.list(i).isEmpty()) {
                return value;
            }
        }
        throw new EvaluationException(given.location(), "coalescelist has only empty lists", null);
    }

    private static List<Value> concat(Arguments given) {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.value(i) instanceof Value.Unknown) {
                all.add(given.value(i));
            } else {
                all.addAll(given.list(i));
            }
        }
        return all;
    }

    private static Value flatten(Arguments given) {
        if (given.value(0) instanceof Value.Unknown) {
            return given.unknown();
        }
        List<Value> flat = new ArrayList<>();
        flatten(given.list(0), flat);
        return Values.list(given.location(), flat);
    }

    private static void flatten(List<Value> items, List<Value> flat) {
        for (Value item : items) {
            if (item instanceof Value.Listing list) {
                flatten(list.items(), flat);
            } else {
                flat.add(item);
            }
        }
    }

    private static Value compact(Arguments given) {
        if (given.value(0) instanceof Value.Unknown) {
            return given.unknown();
        }
        List<Value> left = new ArrayList<>();
        for (Value item : given.list(0)) {
            boolean empty = Values.open(item) instanceof Value.Text text && "".equals(text.known());
            if (!empty && !Values.isNull(item)) {
                left.add(item);
            }
        }
        return Values.list(given.location(), left);
    }

    private static Value distinct(Arguments given) {
        if (given.value(0) instanceof Value.Unknown) {
            return given.unknown();
        }
        List<Value> left = new ArrayList<>();
        for (Value item : given.list(0)) {
            if (!SetFunctions.contains(left, item)) {
                left.add(item);
            }
        }
        return Values.list(given.location(), left);
    }

    private Value merge(Arguments given) {
        Value.Mapping merged = Value.Mapping.empty(given.location());
        boolean known = false;
        for (int i = 0; i < given.size(); i++) {
            Value value = Values.open(given.value(i));
            if (value instanceof Value.Null) {
                continue;
            }
            if (!(value instanceof Value.Unknown)) {
                known = true;
                merged.entries().putAll(given.map(i).entries());
            }
        }
        if (!known && given.values().stream().anyMatch(value -> value instanceof Value.Unknown)) {
            return given.unknown();
        }
        for (Value value : given.values()) {
            if (value instanceof Value.Unknown unknown) {
                notes.leftOut(given.location(), unknown.reference());
            }
        }
        return merged;
    }

    private static Value mapOf(Arguments given) {
        Value.Mapping map = Value.Mapping.empty(given.location());
        for (int i = 0; i + 1 < given.size(); i += 2) {
            map.entries().put(given.text(i), new Value.Entry(given.value(i).location(), given.value(i + 1)));
        }
        return map;
    }

    private static Value all(Arguments given, boolean wanted) {
        boolean unknown = false;
        for (Value item : given.list(0)) {
            Value value = Values.open(truth(item));
            unknown |= value instanceof Value.Unknown;
            boolean holds = value instanceof Value.Truth truth && truth.value();
            if (holds != wanted && !(value instanceof Value.Unknown)) {
                return new Value.Truth(given.location(), !wanted);
            }
        }
        return unknown ? given.unknown() : new Value.Truth(given.location(), wanted);
    }

    private static Value truth(Value item) {
        Value truth = Conversions.toTruth(item);
        return truth == null ? item : truth;
    }

    private static Value chunks(Arguments given) {
        List<Value> chunks = new ArrayList<>();
        List<Value> items = given.list(0);
        int size = Math.max(1, given.integer(1));
        for (int i = 0; i < items.size(); i += size) {
            chunks.add(Values.list(given.location(), items.subList(i, Math.min(items.size(), i + size))));
        }
        return Values.list(given.location(), chunks);
    }

    private static Value contains(Arguments given) {
        boolean unknown = false;
        for (Value item : given.list(0)) {
            Boolean equal = Values.equal(item, given.value(1));
            if (Boolean.TRUE.equals(equal)) {
                return new Value.Truth(given.location(), true);
            }
            unknown |= equal == null;
        }
        return unknown ? given.unknown() : new Value.Truth(given.location(), false);
    }

    /** Behind the end it begins anew. */
    private static Value element(Arguments given) {
        List<Value> items = given.list(0);
        if (items.isEmpty()) {
            throw new EvaluationException(given.location(), "element has an empty list", null);
        }
        if (Values.isUnknown(given.value(1))) {
            return given.unknown();
        }
        if (given.integer(1) < 0) {
            throw given.wrong(1, "0 or more");
        }
        return items.get(given.integer(1) % items.size());
    }

    private static Value index(Arguments given) {
        List<Value> items = given.list(0);
        for (int i = 0; i < items.size(); i++) {
            if (Boolean.TRUE.equals(Values.equal(items.get(i), given.value(1)))) {
                return Values.number(given.location(), i);
            }
        }
        throw new EvaluationException(given.location(), "index does not find the value in the list", null);
    }

    private static Value length(Arguments given) {
        Value value = Values.open(given.value(0));
        Value.Mapping map = Arguments.asMap(value);
        if (map != null) {
            return Values.number(given.location(), map.entries().size());
        }
        if (value instanceof Value.Text text) {
            String known = text.known();
            return known == null
                    ? given.unknown()
                    : Values.number(given.location(), known.codePointCount(0, known.length()));
        }
        return Values.number(given.location(), given.list(0).size());
    }

    private static Value lookup(Arguments given) {
        if (Values.isUnknown(given.value(1))) {
            return given.unknown();
        }
        Value found = given.map(0).get(given.text(1));
        if (found != null) {
            return found;
        }
        if (given.size() < 3) {
            throw new EvaluationException(given.location(), "lookup does not find the key, and has no default", null);
        }
        return given.value(2);
    }

    private static Value matchKeys(Arguments given) {
        List<Value> found = new ArrayList<>();
        List<Value> keys = given.list(1);
        for (int i = 0; i < Math.min(keys.size(), given.list(0).size()); i++) {
            if (SetFunctions.contains(given.list(2), keys.get(i))) {
                found.add(given.list(0).get(i));
            }
        }
        return Values.list(given.location(), found);
    }

    private static Value one(Arguments given) {
        Value value = given.value(0);
        if (value instanceof Value.Null) {
            return value;
        }
        List<Value> items = given.list(0);
        if (items.size() > 1) {
            throw new EvaluationException(given.location(), "one has a list of " + items.size() + " items", null);
        }
        return items.isEmpty() ? new Value.Null(given.location()) : items.get(0);
    }

    private static Value reverse(Arguments given) {
        List<Value> items = new ArrayList<>(given.list(0));
        Collections.reverse(items);
        return Values.list(given.location(), items);
    }

    private static Value slice(Arguments given) {
        List<Value> items = given.list(0);
        if (Values.isUnknown(given.value(1)) || Values.isUnknown(given.value(2))) {
            return given.unknown();
        }
        int start = given.integer(1);
        int end = given.integer(2);
        if (start < 0 || end > items.size() || start > end) {
            throw new EvaluationException(given.location(), "slice goes beyond the list", null);
        }
        return Values.list(given.location(), items.subList(start, end));
    }

    /** Texts in their order; what is not known stands where its name belongs. */
    private static Value sort(Arguments given) {
        List<Value> items = new ArrayList<>(given.list(0));
        for (Value item : items) {
            if (Conversions.toText(item) == null) {
                throw given.wrong(0, "a list of texts");
            }
        }
        items.sort(Comparator.comparing(Conversions::sortKey));
        return Values.list(given.location(), items);
    }

    private static Value transpose(Arguments given) {
        Map<String, List<Value>> turned = new TreeMap<>();
        given.map(0).entries().forEach((key, entry) -> {
            if (entry.value() instanceof Value.Listing list) {
                for (Value item : list.items()) {
                    turned.computeIfAbsent(Values.describe(item).replace("\"", ""), name -> new ArrayList<>())
                            .add(Value.Text.of(given.location(), key));
                }
            }
        });
        Value.Mapping map = Value.Mapping.empty(given.location());
        turned.forEach((key, keys) ->
                map.entries().put(key, new Value.Entry(given.location(), Values.list(given.location(), keys))));
        return map;
    }

    private static Value values(Arguments given) {
        return Values.list(
                given.location(),
                given.map(0).entries().values().stream().map(Value.Entry::value).toList());
    }

    private static Value zip(Arguments given) {
        if (given.value(1) instanceof Value.Unknown) {
            return given.unknown();
        }
        List<Value> values = given.list(1);
        Value.Mapping map = Value.Mapping.empty(given.location());
        Arguments keys = new Arguments(given.location(), given.name(), given.list(0));
        if (keys.size() != values.size()) {
            throw new EvaluationException(given.location(), "the lists of zipmap differ in length", null);
        }
        for (int i = 0; i < values.size(); i++) {
            Value key = Values.show(keys.value(i));
            String text =
                    Conversions.toText(key) instanceof Value.Text words ? Values.shown(words) : Values.describe(key);
            map.entries().put(text, new Value.Entry(keys.value(i).location(), values.get(i)));
        }
        return map;
    }
}
