package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a {@code .tf} file: attributes and blocks
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#structural-elements).
 */
public final class HclParser {
    private final HclText text;
    private final HclExpressions expressions;

    private HclParser(SourceFile file, @Nullable SourceLocation place) {
        text = new HclText(file, place);
        expressions = new HclExpressions(text);
    }

    /**
     * The attributes and blocks of a file.
     *
     * @throws BrokenInputException when the text is not of the language, with the place
     */
    public static Body file(SourceFile file) {
        HclParser parser = new HclParser(file, null);
        Body body = parser.body(parser.text.place());
        if (!parser.text.atEnd()) {
            throw parser.text.unexpected("an argument or a block", "is there a closing brace too many?");
        }
        return body;
    }

    /**
     * One expression that is the whole text, as a value on the command line is.
     *
     * @param place the place of everything in it, null when the text is a file
     */
    public static Expression expression(SourceFile file, @Nullable SourceLocation place) {
        HclParser parser = new HclParser(file, place);
        parser.text.lineBound(false);
        Expression expression = parser.expressions.expression();
        if (!parser.text.skip().atEnd()) {
            throw parser.text.unexpected("the end of the value", null);
        }
        return expression;
    }

    /**
     * A whole text as a template, as {@code templatefile} reads it.
     *
     * @param place the place of everything in it, null when the text is a file
     */
    public static Expression template(SourceFile file, @Nullable SourceLocation place) {
        HclParser parser = new HclParser(file, place);
        return new Expression.Template(
                parser.text.place(), new HclTemplates(parser.text, parser.expressions).untilEnd());
    }

    private Body body(SourceLocation start) {
        List<Body.Attribute> attributes = new ArrayList<>();
        List<Body.Block> blocks = new ArrayList<>();
        Map<String, SourceLocation> names = new HashMap<>();
        boolean lines = text.lineBound(true);
        while (text.skipLines().atWord()) {
            SourceLocation place = text.place();
            String name = String.valueOf(text.word());
            if (atEquals()) {
                attributes.add(attribute(place, name, names));
            } else {
                blocks.add(block(place, name));
            }
            requireLineEnd(name);
        }
        text.lineBound(lines);
        return new Body(start, List.copyOf(attributes), List.copyOf(blocks));
    }

    private boolean atEquals() {
        return text.skip().peek() == '=' && text.peek(1) != '=';
    }

    private Body.Attribute attribute(SourceLocation place, String name, Map<String, SourceLocation> names) {
        SourceLocation earlier = names.put(name, place);
        if (earlier != null) {
            throw new BrokenInputException(
                    place, name + " is already set at line " + earlier.line(), "remove one of the two");
        }
        text.take();
        return new Body.Attribute(place, name, expressions.expression());
    }

    private Body.Block block(SourceLocation place, String type) {
        List<String> labels = new ArrayList<>();
        while (text.skip().peek() != '{') {
            labels.add(label(type));
        }
        int opened = text.offset();
        text.take();
        text.open();
        Body body = isOneLine() ? oneLine(place) : body(place);
        text.close();
        if (text.skipLines().peek() != '}') {
            throw text.atEnd()
                    ? text.broken(opened, "the block " + type + " that begins here is never closed", "close it with }")
                    : text.unexpected("an argument, a block or \"}\"", null);
        }
        text.take();
        return new Body.Block(place, type, List.copyOf(labels), body);
    }

    private String label(String type) {
        if (text.peek() == '"') {
            Expression.Template label = expressions.templates().quoted();
            String words = label.text();
            if (words == null) {
                throw new BrokenInputException(label.location(), "the label of a block cannot hold ${…}", null);
            }
            return words;
        }
        String word = text.word();
        if (word == null) {
            throw text.unexpected(
                    "\"=\" or \"{\" after " + type, "an argument is NAME = VALUE, a block is TYPE \"LABEL\" { … }");
        }
        return word;
    }

    /** Whether a block goes on behind its brace, which allows one argument and nothing else. */
    private boolean isOneLine() {
        char next = text.skip().peek();
        return next != '\n' && next != HclText.END && next != '}';
    }

    private Body oneLine(SourceLocation start) {
        SourceLocation place = text.place();
        String name = text.word();
        if (name == null || !atEquals()) {
            throw text.unexpected("one argument, as a block on one line holds", "put each on a line of its own");
        }
        Body.Attribute attribute = attribute(place, name, new HashMap<>());
        if (text.skip().peek() != '}') {
            throw text.unexpected("\"}\"", "a block on one line holds one argument; put each on a line of its own");
        }
        return new Body(start, List.of(attribute), List.of());
    }

    private void requireLineEnd(String name) {
        char next = text.skip().peek();
        if (next != '\n' && next != HclText.END && next != '}') {
            throw text.unexpected("the end of the line after " + name, "put each argument and block on its own line");
        }
    }
}
