package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code join}, {@code format}, {@code formatlist}: texts put together, parts of which may stay unknown. */
final class FormatFunctions {
    private FormatFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        return switch (name) {
            case "join" -> join(given);
            case "format" -> format(given, given.values());
            case "formatlist" -> formatList(given);
            default -> null;
        };
    }

    private static Value join(Arguments given) {
        List<Value.Piece> separator = pieces(given, 0);
        List<Value.Piece> joined = new ArrayList<>();
        boolean first = true;
        for (int i = 1; i < given.size(); i++) {
            if (given.value(i) instanceof Value.Unknown) {
                return given.unknown();
            }
            for (Value item : given.list(i)) {
                if (Values.isNull(item)) {
                    continue;
                }
                joined.addAll(first ? List.of() : separator);
                joined.addAll(pieces(given, i, item));
                first = false;
            }
        }
        return Values.joined(given.location(), joined);
    }

    private static List<Value.Piece> pieces(Arguments given, int index) {
        return pieces(given, index, given.value(index));
    }

    private static List<Value.Piece> pieces(Arguments given, int index, Value value) {
        List<Value.Piece> pieces = Conversions.pieces(value);
        if (pieces == null) {
            throw given.wrong(index, "a text, or a list of texts");
        }
        return pieces;
    }

    private static Value format(Arguments given, List<Value> values) {
        if (Values.isUnknown(values.get(0))) {
            return given.unknown();
        }
        String pattern = new Arguments(given.location(), given.name(), values).text(0);
        return Values.joined(given.location(), new FormatPattern(given, pattern, values).pieces());
    }

    /** Lists are gone through side by side; what is no list stands in each text. */
    private static Value formatList(Arguments given) {
        int length = -1;
        for (Value value : given.values()) {
            if (Values.open(value) instanceof Value.Listing list) {
                if (length >= 0 && length != list.items().size()) {
                    throw new EvaluationException(given.location(), "the lists of formatlist differ in length", null);
                }
                length = list.items().size();
            } else if (value instanceof Value.Unknown) {
                return given.unknown();
            }
        }
        List<Value> texts = new ArrayList<>();
        for (int i = 0; i < (length < 0 ? 1 : length); i++) {
            List<Value> values = new ArrayList<>();
            for (Value value : given.values()) {
                values.add(
                        Values.open(value) instanceof Value.Listing list
                                ? list.items().get(i)
                                : value);
            }
            texts.add(format(given, values));
        }
        return Values.list(given.location(), texts);
    }
}
