package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.ScalarNode.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of the language: operators with their ranks, terms, and what is hung on to them
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions).
 */
final class HclExpressions {
    /** Operators of two sides, from the loosest to the tightest; longer ones first where one begins the other. */
    private static final List<List<String>> RANKS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of(">=", "<=", ">", "<"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final HclText text;
    private final HclTemplates templates;
    private final HclCollections collections;

    HclExpressions(HclText text) {
        this.text = text;
        this.templates = new HclTemplates(text, this);
        this.collections = new HclCollections(text, this);
    }

    HclTemplates templates() {
        return templates;
    }

    /** The expression at the cursor. */
    Expression expression() {
        text.open();
        Expression expression = conditional();
        text.close();
        return expression;
    }

    private Expression conditional() {
        Expression condition = binary(0);
        if (text.skip().peek() != '?') {
            return condition;
        }
        text.take();
        Expression then = expression();
        if (!text.skip().accept(":")) {
            throw text.unexpected("\":\"", "a condition is written CONDITION ? VALUE : OTHER_VALUE");
        }
        return new Expression.Conditional(condition.location(), condition, then, expression());
    }

    private Expression binary(int rank) {
        if (rank == RANKS.size()) {
            return unary();
        }
        Expression left = binary(rank + 1);
        for (String operator = operator(rank); operator != null; operator = operator(rank)) {
            left = new Expression.Binary(left.location(), operator, left, binary(rank + 1));
        }
        return left;
    }

    private @Nullable String operator(int rank) {
        text.skip();
        for (String operator : RANKS.get(rank)) {
            // "%{" and "=>" are no operators; "&" and "|" alone are refused where the expression ends.
            if (text.looksAt(operator) && !text.looksAt("%{")) {
                text.accept(operator);
                return operator;
            }
        }
        return null;
    }

    private Expression unary() {
        text.skip();
        char sign = text.peek();
        if (sign != '!' && sign != '-') {
            return hungOn(term());
        }
        SourceLocation place = text.place();
        text.take();
        text.open();
        Expression operand = unary();
        text.close();
        return new Expression.Unary(place, sign, operand);
    }

    private Expression term() {
        SourceLocation place = text.place();
        char c = text.peek();
        if (c >= '0' && c <= '9') {
            return new Expression.Literal(place, Kind.NUMBER, number());
        }
        return switch (c) {
            case '"' -> templates.quoted();
            case '[' -> collections.list();
            case '{' -> collections.object();
            case '(' -> inParentheses();
            case '<' -> heredoc();
            case '\'' -> throw text.unexpected("a value", "texts stand in double quotes");
            default -> named(place);
        };
    }

    private Expression heredoc() {
        if (!text.looksAt("<<")) {
            throw text.unexpected("a value", null);
        }
        return templates.heredoc();
    }

    private Expression inParentheses() {
        int opened = text.offset();
        text.take();
        boolean lines = text.lineBound(false);
        Expression inner = expression();
        requireClosing(')', opened);
        text.lineBound(lines);
        return inner;
    }

    /** Takes a closing bracket; while blanks before it are skipped, lines end nothing. */
    void requireClosing(char closing, int opened) {
        if (text.skip().peek() != closing) {
            throw text.atEnd()
                    ? text.broken(opened, "the bracket that opens here is never closed", "close it with " + closing)
                    : text.unexpected("\",\" or \"" + closing + "\"", "is a comma or a closing bracket missing?");
        }
        text.take();
    }

    private String number() {
        int start = text.offset();
        digits();
        if (text.peek() == '.' && isDigit(text.peek(1))) {
            text.take();
            digits();
        }
        if (text.peek() == 'e' || text.peek() == 'E') {
            int sign = text.peek(1) == '+' || text.peek(1) == '-' ? 1 : 0;
            if (isDigit(text.peek(1 + sign))) {
                text.moveTo(text.offset() + 1 + sign);
                digits();
            }
        }
        return text.between(start, text.offset());
    }

    private String digits() {
        int start = text.offset();
        while (isDigit(text.peek())) {
            text.take();
        }
        return text.between(start, text.offset());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Expression named(SourceLocation place) {
        String word = text.word();
        if (word == null) {
            throw text.unexpected("a value", null);
        }
        StringBuilder name = new StringBuilder(word);
        while (text.looksAt("::")) {
            text.accept("::");
            name.append("::").append(text.word());
        }
        if (text.peek() == '(') {
            return call(place, name.toString());
        }
        return switch (word) {
            case "true", "false" -> new Expression.Literal(place, Kind.BOOLEAN, word);
            case "null" -> new Expression.Literal(place, Kind.NULL, word);
            default -> new Expression.Variable(place, word);
        };
    }

    private Expression call(SourceLocation place, String name) {
        int opened = text.offset();
        text.take();
        boolean lines = text.lineBound(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expanded = false;
        while (text.skip().peek() != ')' && !expanded) {
            arguments.add(expression());
            expanded = text.skip().accept("...");
            if (!text.skip().accept(",")) {
                break;
            }
        }
        requireClosing(')', opened);
        text.lineBound(lines);
        return new Expression.Call(place, name, List.copyOf(arguments), expanded);
    }

    /** A term with the members, indices and splats behind it. */
    private Expression hungOn(Expression term) {
        Expression here = term;
        for (Expression next = step(here); next != null; next = step(here)) {
            here = next;
        }
        return here;
    }

    private @Nullable Expression step(Expression source) {
        // A blank before a bracket or point is allowed; "..." is no step.
        text.skip();
        SourceLocation place = source.location();
        if (text.looksAt("...")) {
            return null;
        }
        if (text.looksAt(".*")) {
            text.accept(".*");
            return new Expression.Splat(place, source, members(new Expression.Item(place)));
        }
        if (text.accept(".")) {
            return member(source);
        }
        if (text.looksAt("[*]")) {
            text.accept("[*]");
            return new Expression.Splat(place, source, hungOn(new Expression.Item(place)));
        }
        return text.peek() == '[' ? index(source) : null;
    }

    /** Behind {@code .*} only names belong to each item, indices to the whole. */
    private Expression members(Expression item) {
        Expression here = item;
        while (text.peek() == '.' && text.peek(1) != '*' && !text.looksAt("...")) {
            text.take();
            here = member(here);
        }
        return here;
    }

    private Expression member(Expression source) {
        text.skip();
        if (isDigit(text.peek())) {
            Expression index = new Expression.Literal(text.place(), Kind.NUMBER, digits());
            return new Expression.Index(source.location(), source, index);
        }
        String name = text.word();
        if (name == null) {
            throw text.unexpected("a name behind \".\"", null);
        }
        return new Expression.Member(source.location(), source, name);
    }

    private Expression index(Expression source) {
        int opened = text.offset();
        text.take();
        boolean lines = text.lineBound(false);
        Expression key = expression();
        requireClosing(']', opened);
        text.lineBound(lines);
        return new Expression.Index(source.location(), source, key);
    }
}
