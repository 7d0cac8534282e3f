package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.syntax.HclParser;
import io.github.ecs2k8s.internal.terraform.syntax.JsonBodies;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that the root module's variables are given: in files, the later winning, and on the command line, which wins
 * over all (https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence).
 */
final class RootVariables {
    private final Map<String, Expression> fromFiles = new HashMap<>();
    private final Map<String, String> given;
    private final Workshop workshop;

    private RootVariables(Map<String, String> given, Workshop workshop) {
        this.given = given;
        this.workshop = workshop;
    }

    static RootVariables of(List<SourceFile> files, Map<String, String> given, Workshop workshop) {
        RootVariables variables = new RootVariables(given, workshop);
        for (SourceFile file : files) {
            Body body = file.name().endsWith(".json") ? JsonBodies.values(file) : HclParser.file(file);
            body.attributes().forEach(value -> variables.fromFiles.put(value.name(), value.expression()));
        }
        return variables;
    }

    /** The value given to a variable, before it is converted to its type; null when none is. */
    @Nullable Value value(String name, TypeConstraint type, SourceLocation place) {
        String text = given.get(name);
        if (text != null && type.isPrimitive()) {
            return Value.Text.of(place, text);
        }
        Expression expression =
                text == null ? fromFiles.get(name) : HclParser.expression(new SourceFile("", text), place);
        return expression == null ? null : workshop.evaluator().evaluate(expression, Names.NONE);
    }

    /** Says which values on the command line no variable takes. */
    void sayUnused(Module root) {
        for (String name : given.keySet()) {
            if (!root.variables().containsKey(name)) {
                workshop.notices().unused(name, root.location());
            }
        }
    }
}
