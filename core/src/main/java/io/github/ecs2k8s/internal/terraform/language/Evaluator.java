package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.function.Functions;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Budget;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import io.github.ecs2k8s.source.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions → values (https://developer.hashicorp.com/terraform/language/expressions). */
final class Evaluator {
    private final Functions functions;
    private final Budget budget;
    private final Operators operators = new Operators(this);
    private final Loops loops = new Loops(this);
    private final TemplateText templates = new TemplateText(this);

    Evaluator(Functions functions, Budget budget) {
        this.functions = functions;
        this.budget = budget;
    }

    /**
     * The value of an expression.
     *
     * @throws EvaluationException when it has none
     * @throws io.github.ecs2k8s.source.BrokenInputException when it takes too long or refers to itself
     */
    Value evaluate(Expression expression, Names names) {
        budget.enter(expression.location());
        try {
            return value(expression, names);
        } finally {
            budget.leave();
        }
    }

    private Value value(Expression expression, Names names) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        } else if (expression instanceof Expression.Template template) {
            return templates.value(template, names);
        } else if (expression instanceof Expression.Tuple tuple) {
            return Values.list(tuple.location(), all(tuple.items(), names));
        } else if (expression instanceof Expression.ObjectOf object) {
            return object(object, names);
        } else if (expression instanceof Expression.For loop) {
            return loops.value(loop, names);
        } else if (expression instanceof Expression.Call call) {
            return call(call, names);
        } else if (expression instanceof Expression.Conditional conditional) {
            return operators.conditional(conditional, names);
        } else if (expression instanceof Expression.Binary binary) {
            return operators.binary(binary, names);
        } else if (expression instanceof Expression.Unary unary) {
            return operators.unary(unary, names);
        }
        return reference(expression, names);
    }

    private Value reference(Expression expression, Names names) {
        if (expression instanceof Expression.Variable variable) {
            Value value = names.get(variable.name(), variable.location());
            if (value == null) {
                throw new EvaluationException(
                        variable.location(), "nothing here is called " + variable.name(), "a text stands in quotes");
            }
            return value;
        } else if (expression instanceof Expression.Member member) {
            return References.member(evaluate(member.source(), names), member.name(), member.location());
        } else if (expression instanceof Expression.Index index) {
            Value source = evaluate(index.source(), names);
            return References.index(source, evaluate(index.key(), names), index.location());
        } else if (expression instanceof Expression.Splat splat) {
            return loops.splat(splat, names);
        }
        Value item = names.get(Names.ITEM, expression.location());
        if (item == null) {
            throw new IllegalStateException("an item outside of its splat");
        }
        return item;
    }

    private static Value literal(Expression.Literal literal) {
        SourceLocation place = literal.location();
        return switch (literal.kind()) {
            case NUMBER -> number(literal);
            case BOOLEAN -> new Value.Truth(place, literal.text().equals("true"));
            default -> new Value.Null(place);
        };
    }

    private static Value number(Expression.Literal literal) {
        BigDecimal number = Conversions.number(literal.text());
        if (number == null || literal.kind() != ScalarNode.Kind.NUMBER) {
            throw new EvaluationException(literal.location(), "this number is too long", null);
        }
        return new Value.Number(literal.location(), number);
    }

    List<Value> all(List<Expression> expressions, Names names) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(evaluate(expression, names));
        }
        return values;
    }

    private Value object(Expression.ObjectOf object, Names names) {
        Value.Mapping map = Value.Mapping.empty(object.location());
        for (Expression.ObjectOf.Item item : object.items()) {
            String key = key(evaluate(item.key(), names), item.key().location());
            map.entries().put(key, new Value.Entry(item.key().location(), evaluate(item.value(), names)));
        }
        return map;
    }

    /** A key; one that is unknown is called by what it comes from. */
    static String key(Value value, SourceLocation place) {
        if (Conversions.toText(Values.show(value)) instanceof Value.Text text) {
            return Values.shown(text);
        }
        if (value instanceof Value.Unknown unknown) {
            return "${" + unknown.reference() + "}";
        }
        throw new EvaluationException(place, "a key has to be a text", null);
    }

    private Value call(Expression.Call call, Names names) {
        return switch (call.name()) {
            case "try" -> attempt(call, names);
            case "can" -> new Value.Truth(call.location(), succeeds(call, names));
            default -> functions.call(call.location(), call.name(), arguments(call, names));
        };
    }

    /** The value of a function. */
    Value call(SourceLocation place, String name, List<Value> arguments) {
        return functions.call(place, name, arguments);
    }

    private List<Value> arguments(Expression.Call call, Names names) {
        List<Value> values = all(call.arguments(), names);
        if (!call.expanded()) {
            return values;
        }
        Value last = values.remove(values.size() - 1);
        if (last instanceof Value.Listing list) {
            values.addAll(list.items());
        } else if (last instanceof Value.Unknown) {
            values.add(last);
        } else {
            throw new EvaluationException(call.location(), "what stands before ... has to be a list", null);
        }
        return values;
    }

    private Value attempt(Expression.Call call, Names names) {
        EvaluationException last = new EvaluationException(call.location(), "try has no arguments", null);
        for (Expression argument : call.arguments()) {
            try {
                return evaluate(argument, names);
            } catch (EvaluationException e) {
                last = e;
            }
        }
        throw last;
    }

    private boolean succeeds(Expression.Call call, Names names) {
        try {
            all(call.arguments(), names);
            return true;
        } catch (EvaluationException e) {
            return false;
        }
    }

    /** Whether a condition holds; null when that is not known. */
    @Nullable Boolean holds(Expression condition, Names names) {
        return holds(evaluate(condition, names), condition.location());
    }

    static @Nullable Boolean holds(Value value, SourceLocation place) {
        Value truth = Conversions.toTruth(value);
        Value open = truth == null ? value : Values.open(truth);
        if (open instanceof Value.Truth known) {
            return known.value();
        }
        if (open instanceof Value.Unknown) {
            return null;
        }
        throw new EvaluationException(place, "a condition has to be true or false", null);
    }
}
