package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Budget;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of sets (https://developer.hashicorp.com/terraform/language/functions/setunion and what stands beside it). */
final class SetFunctions {
    private SetFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        if (!name.startsWith("set")) {
            return null;
        }
        if (given.values().stream().anyMatch(value -> value instanceof Value.Unknown)) {
            return given.unknown();
        }
        return switch (name) {
            case "setunion" -> union(given);
            case "setintersection" -> common(given);
            case "setsubtract" -> set(given, without(given.list(0), given.list(1)));
            case "setproduct" -> product(given);
            default -> null;
        };
    }

    private static Value set(Arguments given, List<Value> items) {
        Value set = Conversions.toSet(Values.list(given.location(), items));
        return set == null ? given.unknown() : set;
    }

    private static Value union(Arguments given) {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            all.addAll(given.list(i));
        }
        return set(given, all);
    }

    private static Value common(Arguments given) {
        List<Value> common = new ArrayList<>(given.list(0));
        for (int i = 1; i < given.size(); i++) {
            List<Value> other = given.list(i);
            common.removeIf(item -> !contains(other, item));
        }
        return set(given, common);
    }

    private static List<Value> without(List<Value> items, List<Value> others) {
        return items.stream().filter(item -> !contains(others, item)).toList();
    }

    static boolean contains(List<Value> items, Value wanted) {
        return items.stream().anyMatch(item -> Boolean.TRUE.equals(Values.equal(item, wanted)));
    }

    /** Every combination, the last list going fastest; a set when all are sets. */
    private static Value product(Arguments given) {
        List<List<Value>> rows = List.of(List.of());
        for (int i = 0; i < given.size(); i++) {
            List<List<Value>> longer = new ArrayList<>();
            List<Value> items = given.list(i);
            Budget.items(given.location(), (long) rows.size() * items.size());
            for (List<Value> row : rows) {
                for (Value item : items) {
                    List<Value> extended = new ArrayList<>(row);
                    extended.add(item);
                    longer.add(extended);
                }
            }
            rows = longer;
        }
        List<Value> combinations = new ArrayList<>();
        rows.forEach(row -> combinations.add(Values.list(given.location(), row)));
        return Values.list(given.location(), combinations);
    }
}
