package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a variable, to which values are converted, and from which optional attributes have their defaults
 * (https://developer.hashicorp.com/terraform/language/expressions/type-constraints).
 */
sealed interface TypeConstraint {

    /** Anything. */
    TypeConstraint ANY = new Primitive("any");

    /** {@code string}, {@code number}, {@code bool}, {@code any}. */
    record Primitive(String name) implements TypeConstraint {}

    /** {@code list(…)}, {@code set(…)}, {@code map(…)}. */
    record Collection(String kind, TypeConstraint item) implements TypeConstraint {}

    /** {@code object({…})}. */
    record ObjectOf(Map<String, Attribute> attributes) implements TypeConstraint {}

    /** {@code tuple([…])}. */
    record Tuple(List<TypeConstraint> items) implements TypeConstraint {}

    /**
     * An attribute of an object.
     *
     * @param byDefault what stands in place of an absent one, null when it has to be there
     */
    record Attribute(TypeConstraint type, @Nullable Value byDefault) {}

    /** Whether values of the type are written as they are on the command line, and not as expressions. */
    default boolean isPrimitive() {
        return this instanceof Primitive;
    }

    /** The type that an expression writes. */
    static TypeConstraint of(Expression expression, Evaluator evaluator) {
        if (expression instanceof Expression.Variable word) {
            return named(word.name(), word.location());
        }
        if (expression instanceof Expression.Template quoted && quoted.text() != null) {
            return named(quoted.text(), quoted.location());
        }
        if (expression instanceof Expression.Call call && call.arguments().size() == 1) {
            return of(call, call.arguments().get(0), evaluator);
        }
        throw unknown(expression.location());
    }

    private static TypeConstraint named(String name, SourceLocation place) {
        return switch (name) {
            case "string", "number", "bool", "any" -> new Primitive(name);
            case "list", "set", "map" -> new Collection(name, ANY);
            default -> throw unknown(place);
        };
    }

    private static EvaluationException unknown(SourceLocation place) {
        return new EvaluationException(place, "this is no type", "types are string, number, list(string), object({…})");
    }

    private static TypeConstraint of(Expression.Call call, Expression inner, Evaluator evaluator) {
        return switch (call.name()) {
            case "list", "set", "map" -> new Collection(call.name(), of(inner, evaluator));
            case "object" -> object(inner, evaluator);
            case "tuple" -> tuple(inner, evaluator);
            default -> throw unknown(call.location());
        };
    }

    private static TypeConstraint tuple(Expression inner, Evaluator evaluator) {
        List<TypeConstraint> items = new ArrayList<>();
        if (inner instanceof Expression.Tuple tuple) {
            tuple.items().forEach(item -> items.add(of(item, evaluator)));
        }
        return new Tuple(items);
    }

    private static TypeConstraint object(Expression inner, Evaluator evaluator) {
        if (!(inner instanceof Expression.ObjectOf object)) {
            throw unknown(inner.location());
        }
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (Expression.ObjectOf.Item item : object.items()) {
            String key = Evaluator.key(
                    evaluator.evaluate(item.key(), Names.NONE), item.key().location());
            attributes.put(key, attribute(item.value(), evaluator));
        }
        return new ObjectOf(attributes);
    }

    private static Attribute attribute(Expression type, Evaluator evaluator) {
        if (!(type instanceof Expression.Call call)
                || !call.name().equals("optional")
                || call.arguments().isEmpty()) {
            return new Attribute(of(type, evaluator), null);
        }
        TypeConstraint inner = of(call.arguments().get(0), evaluator);
        Value byDefault = call.arguments().size() > 1
                ? evaluator.evaluate(call.arguments().get(1), Names.NONE)
                : new Value.Null(call.location());
        return new Attribute(inner, byDefault);
    }

    /**
     * A value as the type wants it; what is not known stays as it is.
     *
     * @throws EvaluationException when it cannot be converted, at the value's place
     */
    default Value convert(Value value) {
        if (value instanceof Value.Unknown || value instanceof Value.Null) {
            return value;
        }
        if (this instanceof Primitive primitive) {
            return primitive(primitive.name(), value);
        }
        if (this instanceof Collection collection) {
            return collection(collection, value);
        }
        if (this instanceof Tuple tuple) {
            return tuple(tuple, value);
        }
        return object((ObjectOf) this, value);
    }

    private static Value primitive(String name, Value value) {
        Value converted = switch (name) {
            case "string" -> value instanceof Value.Lazy ? null : Conversions.toText(value);
            case "number" -> Conversions.toNumber(value);
            case "bool" -> Conversions.toTruth(value);
            default -> value;
        };
        return required(converted, value, name);
    }

    private static Value required(@Nullable Value converted, Value value, String type) {
        if (converted == null) {
            throw new EvaluationException(
                    value.location(),
                    "the value is " + References.type(value) + ", and has to be of type " + type,
                    null);
        }
        return converted;
    }

    private static Value collection(Collection collection, Value value) {
        if (collection.kind().equals("map")) {
            return map(collection, value);
        }
        Value.Listing list = (Value.Listing) required(Conversions.toList(value), value, collection.kind());
        List<Value> items = new ArrayList<>();
        list.items().forEach(item -> items.add(collection.item().convert(item)));
        Value.Listing converted = new Value.Listing(list.location(), List.copyOf(items), false);
        Value set = collection.kind().equals("set") ? Conversions.toSet(converted) : null;
        return set == null ? converted : set;
    }

    private static Value map(Collection collection, Value value) {
        if (value instanceof Value.Lazy) {
            return value;
        }
        Value.Mapping given = (Value.Mapping) required(value instanceof Value.Mapping map ? map : null, value, "map");
        Value.Mapping converted = Value.Mapping.empty(given.location());
        given.entries()
                .forEach((key, entry) -> converted
                        .entries()
                        .put(
                                key,
                                new Value.Entry(
                                        entry.keyLocation(), collection.item().convert(entry.value()))));
        return converted;
    }

    private static Value tuple(Tuple tuple, Value value) {
        Value.Listing list = (Value.Listing) required(Conversions.toList(value), value, "tuple");
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < Math.min(tuple.items().size(), list.items().size()); i++) {
            items.add(tuple.items().get(i).convert(list.items().get(i)));
        }
        return Values.list(list.location(), items);
    }

    /** Attributes that the type does not name are left out. */
    private static Value object(ObjectOf type, Value value) {
        if (value instanceof Value.Lazy) {
            return value;
        }
        Value.Mapping given =
                (Value.Mapping) required(value instanceof Value.Mapping map ? map : null, value, "object");
        Value.Mapping converted = Value.Mapping.empty(given.location());
        type.attributes().forEach((name, attribute) -> {
            Value.Entry entry = given.entries().get(name);
            converted.entries().put(name, attribute(name, attribute, entry, given));
        });
        return converted;
    }

    private static Value.Entry attribute(
            String name, Attribute attribute, Value.@Nullable Entry entry, Value.Mapping given) {
        Value byDefault = attribute.byDefault();
        if (entry != null && !(entry.value() instanceof Value.Null && byDefault != null)) {
            return new Value.Entry(entry.keyLocation(), attribute.type().convert(entry.value()));
        }
        if (byDefault == null) {
            throw new EvaluationException(
                    given.location(), "the object has no " + name + ", which its type wants", null);
        }
        return new Value.Entry(given.location(), attribute.type().convert(byDefault));
    }
}
