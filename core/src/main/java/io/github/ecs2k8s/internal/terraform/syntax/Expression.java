package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of Terraform's language with the place it begins at
 * (https://developer.hashicorp.com/terraform/language/expressions).
 */
public sealed interface Expression {

    /** Where the expression begins. */
    SourceLocation location();

    /** A number, {@code true}, {@code false} or {@code null}. */
    record Literal(SourceLocation location, ScalarNode.Kind kind, String text) implements Expression {}

    /** A quoted text, a heredoc or a template file. */
    record Template(SourceLocation location, List<TemplatePart> parts) implements Expression {

        /** The text, where the template has no other parts; null otherwise. */
        public @Nullable String text() {
            StringBuilder text = new StringBuilder();
            for (TemplatePart part : parts) {
                if (!(part instanceof TemplatePart.Text literal)) {
                    return null;
                }
                text.append(literal.text());
            }
            return text.toString();
        }
    }

    /** {@code [a, b]}. */
    record Tuple(SourceLocation location, List<Expression> items) implements Expression {}

    /** {@code {a = b}}. */
    record ObjectOf(SourceLocation location, List<Item> items) implements Expression {

        /** One key with its value; a bare word is a template of that text. */
        public record Item(Expression key, Expression value) {}
    }

    /**
     * {@code [for key, value in collection : result if condition]} and the same in braces.
     *
     * @param keyName the name of the key or index, null when only the value has one
     * @param keyResult the key of each result, null for a list
     * @param grouping whether results of one key are gathered in a list: {@code …}
     */
    record For(
            SourceLocation location,
            @Nullable String keyName,
            String valueName,
            Expression collection,
            @Nullable Expression keyResult,
            Expression result,
            boolean grouping,
            @Nullable Expression condition)
            implements Expression {}

    /** The first word of a reference: {@code var}, {@code each}, a resource's type. */
    record Variable(SourceLocation location, String name) implements Expression {}

    /** {@code source.name}. */
    record Member(SourceLocation location, Expression source, String name) implements Expression {}

    /** {@code source[key]}. */
    record Index(SourceLocation location, Expression source, Expression key) implements Expression {}

    /** {@code source[*]…} and {@code source.*…}: what follows is done to each item, which stands as {@link Item} in it. */
    record Splat(SourceLocation location, Expression source, Expression each) implements Expression {}

    /** The item that a splat is at. */
    record Item(SourceLocation location) implements Expression {}

    /**
     * {@code name(arguments)}.
     *
     * @param expanded whether the last argument is a list of arguments: {@code …}
     */
    record Call(SourceLocation location, String name, List<Expression> arguments, boolean expanded)
            implements Expression {}

    /** {@code !operand} or {@code -operand}. */
    record Unary(SourceLocation location, char operator, Expression operand) implements Expression {}

    /** {@code left operator right}; the place is that of the left side. */
    record Binary(SourceLocation location, String operator, Expression left, Expression right) implements Expression {}

    /** {@code condition ? then : otherwise}. */
    record Conditional(SourceLocation location, Expression condition, Expression then, Expression otherwise)
            implements Expression {}
}
