package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a resource or module: one, or as many as {@code count} or {@code for_each} says
 * (https://developer.hashicorp.com/terraform/language/meta-arguments/count).
 */
final class Instances {
    /** Which of the two arguments there is. */
    enum Kind {
        SINGLE,
        COUNTED,
        KEYED,
        UNKNOWN_KEYS
    }

    /**
     * One instance.
     *
     * @param key what stands behind its name: empty, {@code [0]}, {@code ["api"]}
     * @param name the key of {@code for_each}, the index of {@code count} as text
     * @param names what {@code each} and {@code count} mean in it
     */
    record Instance(String key, String name, Map<String, Value> names) {}

    private static final int MAX_COUNT = 2000;

    private final Kind kind;
    private final List<Instance> all;

    private Instances(Kind kind, List<Instance> all) {
        this.kind = kind;
        this.all = all;
    }

    Kind kind() {
        return kind;
    }

    List<Instance> all() {
        return all;
    }

    /**
     * The instances that a block asks for.
     *
     * @param address the block's address, for what is said about it
     */
    static Instances of(Body body, String address, Names names, Evaluator evaluator, Notices notices) {
        Expression count = body.get("count");
        if (count != null) {
            return counted(count, evaluator.evaluate(count, names), address, notices);
        }
        Expression forEach = body.get("for_each");
        if (forEach != null) {
            return keyed(forEach, evaluator.evaluate(forEach, names), address, notices);
        }
        return new Instances(Kind.SINGLE, List.of(new Instance("", "", Map.of())));
    }

    private static Instances counted(Expression count, Value value, String address, Notices notices) {
        Value number = Conversions.toNumber(Values.show(value));
        int instances = 1;
        if (number instanceof Value.Number known) {
            instances = known.value().intValue();
        } else if (number instanceof Value.Unknown unknown) {
            notices.instances(address, "count", unknown.reference(), count.location());
        } else {
            throw new EvaluationException(count.location(), "count of " + address + " has to be a number", null);
        }
        if (instances < 0 || instances > MAX_COUNT) {
            throw new EvaluationException(
                    count.location(), "count of " + address + " is below 0 or above " + MAX_COUNT, null);
        }
        List<Instance> all = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            Value.Mapping index = Value.Mapping.empty(count.location());
            index.entries().put("index", entry(Values.number(count.location(), i)));
            all.add(new Instance("[" + i + "]", String.valueOf(i), Map.of("count", index)));
        }
        return new Instances(Kind.COUNTED, all);
    }

    private static Instances keyed(Expression forEach, Value collection, String address, Notices notices) {
        Value value = Values.show(collection);
        if (value instanceof Value.Unknown unknown) {
            notices.instances(address, "for_each", unknown.reference(), forEach.location());
            Value key = Values.unknown(forEach.location(), "each.key");
            Value item = Values.unknown(forEach.location(), "each.value");
            return new Instances(Kind.UNKNOWN_KEYS, List.of(instance("each.key", key, item)));
        }
        List<Loops.Round> rounds = isList(value) ? null : Loops.rounds(value, forEach.location());
        if (rounds == null) {
            throw new EvaluationException(
                    forEach.location(),
                    "for_each of " + address + " has to be a map or a set of texts",
                    "toset makes a set of a list");
        }
        List<Instance> all = new ArrayList<>();
        for (Loops.Round round : rounds) {
            all.add(instance(Evaluator.key(round.key(), forEach.location()), round.key(), round.value()));
        }
        return new Instances(Kind.KEYED, all);
    }

    private static boolean isList(@Nullable Value value) {
        return value instanceof Value.Listing list
                && !list.isSet()
                && !list.items().isEmpty();
    }

    private static Instance instance(String name, Value key, Value value) {
        SourceLocation place = key.location();
        Value.Mapping each = Value.Mapping.empty(place);
        each.entries().put("key", entry(key));
        each.entries().put("value", entry(value));
        return new Instance("[\"" + name + "\"]", name, Map.of("each", each));
    }

    private static Value.Entry entry(Value value) {
        return new Value.Entry(value.location(), value);
    }
}
