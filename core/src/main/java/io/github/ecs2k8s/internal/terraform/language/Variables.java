package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import org.jspecify.annotations.Nullable;

/** The variables of one module instance (https://developer.hashicorp.com/terraform/language/values/variables). */
final class Variables {
    /** Where the values come from that the module is called with. */
    interface Given {
        /**
         * The value of a variable, null when none is given.
         *
         * @param place where the variable is declared, for values that stand nowhere
         */
        @Nullable Value value(String name, TypeConstraint type, SourceLocation place);
    }

    private final Module module;
    private final String prefix;
    private final Given given;
    private final Workshop workshop;

    /**
     * Variables.
     *
     * @param prefix the address of the module's instance, with a point; empty for the root module
     */
    Variables(Module module, String prefix, Given given, Workshop workshop) {
        this.module = module;
        this.prefix = prefix;
        this.given = given;
        this.workshop = workshop;
    }

    /** The value of a variable; what must not be shown is covered, and what has no value unknown. */
    Value value(String name, SourceLocation place) {
        Body.Block block = module.variables().get(name);
        if (block == null) {
            return undeclared(name, place);
        }
        Value value = converted(block, name);
        if (value == null) {
            if (prefix.isEmpty()) {
                workshop.notices().variable(name, block.location());
            } else {
                workshop.notices().undeclared(reference(name), block.location());
            }
            return Values.unknown(place, reference(name));
        }
        return isTrue(block, "sensitive") ? Values.hide(value, reference(name)) : value;
    }

    private Value undeclared(String name, SourceLocation place) {
        Value value = given.value(name, TypeConstraint.ANY, place);
        if (value == null) {
            workshop.notices().undeclared(reference(name), place);
            return Values.unknown(place, reference(name));
        }
        return value;
    }

    private @Nullable Value converted(Body.Block block, String name) {
        Expression typed = block.body().get("type");
        TypeConstraint type = typed == null ? TypeConstraint.ANY : TypeConstraint.of(typed, workshop.evaluator());
        Value value = given.value(name, type, block.location());
        Expression byDefault = block.body().get("default");
        boolean nullable = !isFalse(block, "nullable");
        if (byDefault != null && (value == null || value instanceof Value.Null && !nullable)) {
            value = workshop.evaluator().evaluate(byDefault, Names.NONE);
        }
        return value == null ? null : converted(value, type, name);
    }

    private Value converted(Value value, TypeConstraint type, String name) {
        try {
            return type.convert(value);
        } catch (EvaluationException e) {
            throw new EvaluationException(e.location(), reference(name) + ": " + e.getMessage(), e.hint());
        }
    }

    private String reference(String name) {
        return prefix + "var." + name;
    }

    private static boolean isTrue(Body.Block block, String argument) {
        return block.body().get(argument) instanceof Expression.Literal literal
                && literal.text().equals("true");
    }

    private static boolean isFalse(Body.Block block, String argument) {
        return block.body().get(argument) instanceof Expression.Literal literal
                && literal.text().equals("false");
    }
}
