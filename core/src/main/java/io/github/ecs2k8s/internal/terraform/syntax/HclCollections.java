package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and objects, written out or made by {@code for}. */
final class HclCollections {
    private final HclText text;
    private final HclExpressions expressions;

    HclCollections(HclText text, HclExpressions expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    /** {@code [a, b]} or {@code [for …]}. */
    Expression list() {
        SourceLocation place = text.place();
        int opened = text.offset();
        text.take();
        boolean lines = text.lineBound(false);
        Expression list = atFor() ? loop(place, false) : items(place);
        expressions.requireClosing(']', opened);
        text.lineBound(lines);
        return list;
    }

    private Expression items(SourceLocation place) {
        List<Expression> items = new ArrayList<>();
        while (text.skip().peek() != ']') {
            items.add(expressions.expression());
            if (!text.skip().accept(",")) {
                break;
            }
        }
        return new Expression.Tuple(place, List.copyOf(items));
    }

    /** {@code {a = b}} or {@code {for …}}. */
    Expression object() {
        SourceLocation place = text.place();
        int opened = text.offset();
        text.take();
        text.skipLines();
        boolean loop = atFor();
        boolean lines = text.lineBound(!loop);
        Expression object = loop ? loop(place, true) : members(place);
        text.skipLines();
        expressions.requireClosing('}', opened);
        text.lineBound(lines);
        return object;
    }

    private Expression members(SourceLocation place) {
        List<Expression.ObjectOf.Item> items = new ArrayList<>();
        while (text.skipLines().peek() != '}' && !text.atEnd()) {
            Expression key = key();
            if (!text.skip().accept("=") && !text.accept(":")) {
                throw text.unexpected("\"=\" or \":\"", "a key that is an expression stands in parentheses");
            }
            text.skip();
            items.add(new Expression.ObjectOf.Item(key, expressions.expression()));
            char next = text.skip().peek();
            if (next == ',') {
                text.take();
            } else if (next != '\n' && next != '}') {
                break;
            }
        }
        return new Expression.ObjectOf(place, List.copyOf(items));
    }

    private Expression key() {
        boolean computed = text.peek() == '(';
        Expression key = expressions.expression();
        if (computed) {
            return key;
        }
        if (key instanceof Expression.Variable word) {
            return text(word.location(), word.name());
        }
        if (key instanceof Expression.Literal literal) {
            return text(literal.location(), literal.text());
        }
        if (key instanceof Expression.Template) {
            return key;
        }
        // Providers of modules are handed over as aws.name = aws.other.
        String words = words(key);
        if (words == null) {
            throw new BrokenInputException(
                    key.location(), "a key that is an expression stands in parentheses", "write (KEY) = VALUE");
        }
        return text(key.location(), words);
    }

    private static @Nullable String words(Expression key) {
        if (key instanceof Expression.Variable word) {
            return word.name();
        }
        String source = key instanceof Expression.Member member ? words(member.source()) : null;
        return source == null ? null : source + "." + ((Expression.Member) key).name();
    }

    private static Expression text(SourceLocation place, String words) {
        return new Expression.Template(place, List.of(new TemplatePart.Text(place, words)));
    }

    private boolean atFor() {
        int start = text.skip().offset();
        boolean loop = text.acceptWord("for") && text.skip().atWord();
        text.moveTo(start);
        return loop;
    }

    private Expression loop(SourceLocation place, boolean object) {
        text.acceptWord("for");
        String first = name();
        String second = text.skip().accept(",") ? name() : null;
        if (!text.skip().acceptWord("in")) {
            throw text.unexpected("in", "a loop is written for NAME in COLLECTION : RESULT");
        }
        Expression collection = expressions.expression();
        if (!text.skip().accept(":")) {
            throw text.unexpected("\":\"", "a loop is written for NAME in COLLECTION : RESULT");
        }
        Expression result = expressions.expression();
        Expression keyResult = object ? result : null;
        if (object) {
            if (!text.skip().accept("=>")) {
                throw text.unexpected("\"=>\"", "a loop in braces gives KEY => VALUE");
            }
            result = expressions.expression();
        }
        boolean grouping = text.skip().accept("...");
        Expression condition = text.skip().acceptWord("if") ? expressions.expression() : null;
        return new Expression.For(
                place,
                second == null ? null : first,
                second == null ? first : second,
                collection,
                keyResult,
                result,
                grouping,
                condition);
    }

    private String name() {
        String name = text.skip().word();
        if (name == null) {
            throw text.unexpected("a name", "a loop is written for NAME in COLLECTION : RESULT");
        }
        return name;
    }
}
