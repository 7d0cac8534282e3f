package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates a template's conditions: Equals, And, Or, Not, and references to other conditions. */
final class Conditions {
    private final Template template;
    private final References references;
    private final Resolver resolver;
    private final Map<String, Boolean> known = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private int depth;

    Conditions(Template template, References references, Resolver resolver) {
        this.template = template;
        this.references = references;
        this.resolver = resolver;
    }

    /** Whether the condition of this name holds; one that the template does not declare does not. */
    boolean named(String name) {
        Boolean value = known.get(name);
        if (value == null) {
            Node condition = template.entry("Conditions", name);
            if (open.contains(name) && condition != null) {
                throw new BrokenInputException(
                        condition.location(), "condition " + name + " refers to itself", "break the circle");
            }
            open.add(name);
            value = condition != null && holds(condition);
            open.remove(name);
            known.put(name, value);
        }
        return value;
    }

    /** Whether a condition expression holds. */
    boolean holds(Node expression) {
        if (++depth > Resolver.MAX_DEPTH) {
            throw new BrokenInputException(
                    expression.location(),
                    "conditions refer to each other deeper than " + Resolver.MAX_DEPTH + " levels",
                    "let the condition name those that decide it");
        }
        boolean holds = decide(expression);
        depth--;
        return holds;
    }

    private boolean decide(Node expression) {
        FunctionCalls.Call call = FunctionCalls.of(expression);
        if (call == null) {
            return "true".equals(Values.text(expression));
        }
        List<Node> operands = FunctionCalls.list(call.argument());
        switch (call.function()) {
            case "Equals":
                return operands.size() == 2 && equal(operands.get(0), operands.get(1));
            case "Not":
                return !operands.isEmpty() && !holds(operands.get(0));
            case "And":
                for (Node operand : operands) {
                    if (!holds(operand)) {
                        return false;
                    }
                }
                return true;
            case "Or":
                for (Node operand : operands) {
                    if (holds(operand)) {
                        return true;
                    }
                }
                return false;
            case "Condition":
                return named(Values.text(call.argument()));
            default:
                return "true".equals(resolver.text(expression));
        }
    }

    /** What is not known equals only itself, which has to be said: it decides what is read of the template. */
    private boolean equal(Node one, Node other) {
        String left = resolver.text(one);
        String right = resolver.text(other);
        boolean equal = left.equals(right);
        if (!equal && (left.contains("${") || right.contains("${"))) {
            references.undecided(left.contains("${") ? left : right, left.contains("${") ? one : other);
        }
        return equal;
    }
}
