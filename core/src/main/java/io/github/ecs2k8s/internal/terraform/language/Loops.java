package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Budget;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code for} expressions and splats (https://developer.hashicorp.com/terraform/language/expressions/for). */
final class Loops {
    private final Evaluator evaluator;

    Loops(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** One round of a loop. */
    record Round(Value key, Value value) {}

    /** The rounds over a collection; null when it is not known. */
    static @Nullable List<Round> rounds(Value collection, SourceLocation place) {
        Value open = Values.open(collection);
        List<Round> rounds = new ArrayList<>();
        if (open instanceof Value.Unknown) {
            return null;
        } else if (open instanceof Value.Listing list) {
            for (Value item : list.items()) {
                rounds.add(new Round(list.isSet() ? item : Values.number(item.location(), rounds.size()), item));
            }
        } else if (open instanceof Value.Mapping || open instanceof Value.Lazy) {
            Value.Mapping map = open instanceof Value.Lazy lazy ? lazy.all() : (Value.Mapping) open;
            map.entries().forEach((key, entry) -> {
                rounds.add(new Round(Value.Text.of(entry.keyLocation(), key), entry.value()));
            });
        } else {
            throw new EvaluationException(
                    place, "a loop goes over a list or an object, and this is " + References.type(open), null);
        }
        return rounds;
    }

    Value value(Expression.For loop, Names names) {
        Value collection = evaluator.evaluate(loop.collection(), names);
        List<Round> rounds = rounds(collection, loop.collection().location());
        if (rounds == null) {
            return Values.unknown(loop.location(), "for " + Values.describe(collection));
        }
        return loop.keyResult() == null ? list(loop, rounds, names) : object(loop, loop.keyResult(), rounds, names);
    }

    private static Names names(Expression.For loop, Round round, Names names) {
        return names.with(loop.keyName(), round.key(), loop.valueName(), round.value());
    }

    /** Whether a round counts; null when that is not known. */
    private @Nullable Boolean counts(Expression.For loop, Names names) {
        return loop.condition() == null ? Boolean.TRUE : evaluator.holds(loop.condition(), names);
    }

    private Value list(Expression.For loop, List<Round> rounds, Names names) {
        List<Value> results = new ArrayList<>();
        for (Round round : rounds) {
            Names inner = names(loop, round, names);
            Boolean counts = counts(loop, inner);
            if (counts == null) {
                return Values.unknown(loop.location(), "for … if …");
            }
            if (counts) {
                results.add(evaluator.evaluate(loop.result(), inner));
            }
        }
        return Values.list(loop.location(), results);
    }

    private Value object(Expression.For loop, Expression keyResult, List<Round> rounds, Names names) {
        Value.Mapping map = Value.Mapping.empty(loop.location());
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        for (Round round : rounds) {
            Names inner = names(loop, round, names);
            Boolean counts = counts(loop, inner);
            if (counts == null) {
                return Values.unknown(loop.location(), "for … if …");
            }
            if (counts) {
                Value key = evaluator.evaluate(keyResult, inner);
                String text = Evaluator.key(key, loop.location());
                Value result = evaluator.evaluate(loop.result(), inner);
                boolean taken = map.entries().put(text, new Value.Entry(key.location(), result)) != null;
                if (taken && !loop.grouping()) {
                    throw new EvaluationException(
                            loop.location(), "two results of this loop have one key", "write ... behind the value");
                }
                groups.computeIfAbsent(text, name -> new ArrayList<>()).add(result);
            }
        }
        Budget.items(loop.location(), map.entries().size());
        return loop.grouping() ? grouped(map, groups) : map;
    }

    private static Value grouped(Value.Mapping map, Map<String, List<Value>> groups) {
        map.entries()
                .replaceAll((key, entry) -> new Value.Entry(
                        entry.keyLocation(), Values.list(map.location(), groups.getOrDefault(key, List.of()))));
        return map;
    }

    /** Something that is no list is a list of one, and null an empty one. */
    Value splat(Expression.Splat splat, Names names) {
        Value source = evaluator.evaluate(splat.source(), names);
        if (source instanceof Value.Unknown unknown) {
            Value item = new Value.Unknown(splat.location(), unknown.reference() + "[*]", unknown.isSet());
            return evaluator.evaluate(splat.each(), item(names, item));
        }
        if (Values.isNull(source)) {
            return Values.list(splat.location(), List.of());
        }
        List<Value> results = new ArrayList<>();
        for (Value item : source instanceof Value.Listing list ? list.items() : List.of(source)) {
            results.add(evaluator.evaluate(splat.each(), item(names, item)));
        }
        return Values.list(splat.location(), results);
    }

    private static Names item(Names names, Value item) {
        return names.with(null, item, Names.ITEM, item);
    }
}
