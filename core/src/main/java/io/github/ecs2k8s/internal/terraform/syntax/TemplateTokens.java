package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a template in a row, before directives become a tree: markers that trim blanks, and the indent of heredocs,
 * work on the row, as in HashiCorp's own parser.
 */
final class TemplateTokens {
    /** One part in the row. */
    sealed interface Token {}

    record Words(TemplatePart.Text text) implements Token {}

    record Filled(TemplatePart.Interpolation part) implements Token {}

    record If(SourceLocation location, Expression condition) implements Token {}

    record Else(SourceLocation location) implements Token {}

    record EndIf(SourceLocation location) implements Token {}

    record For(SourceLocation location, @Nullable String keyName, String valueName, Expression collection)
            implements Token {}

    record EndFor(SourceLocation location) implements Token {}

    private final List<Token> row = new ArrayList<>();
    private boolean trimNext;
    private int next;

    /** Adds words, and empties what they were gathered in. */
    void text(SourceLocation place, StringBuilder words) {
        if (words.length() == 0) {
            return;
        }
        String text = words.toString();
        words.setLength(0);
        row.add(new Words(trimNext ? trimmedLeft(place, text) : new TemplatePart.Text(place, text)));
        trimNext = false;
    }

    /** Adds what is filled in, or a directive. */
    void add(Token token, boolean trimLeft, boolean trimRight) {
        int last = row.size() - 1;
        if (trimLeft && last >= 0 && row.get(last) instanceof Words words) {
            row.set(
                    last,
                    new Words(new TemplatePart.Text(
                            words.text().location(), words.text().text().stripTrailing())));
        }
        row.add(token);
        trimNext = trimRight;
    }

    /** Takes from each line the blanks that all lines begin with; lines of nothing but blanks do not count. */
    void removeIndent() {
        int least = Integer.MAX_VALUE;
        boolean lineStart = true;
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i) instanceof Words words ? words.text().text() : null;
            if (lineStart && (text == null || !text.isBlank() || !text.endsWith("\n"))) {
                least = Math.min(least, text == null ? 0 : blanks(text));
                starts.add(i);
            }
            lineStart = text != null ? text.endsWith("\n") : false;
        }
        for (int start : starts) {
            if (row.get(start) instanceof Words words) {
                row.set(start, new Words(without(words.text(), least)));
            }
        }
    }

    private static int blanks(String text) {
        return text.length() - text.stripLeading().length();
    }

    private static TemplatePart.Text trimmedLeft(SourceLocation place, String text) {
        return without(new TemplatePart.Text(place, text), blanks(text));
    }

    private static TemplatePart.Text without(TemplatePart.Text text, int count) {
        SourceLocation place = text.location();
        boolean line = text.text().substring(0, count).indexOf('\n') >= 0;
        SourceLocation moved = line ? place : new SourceLocation(place.file(), place.line(), place.column() + count);
        return new TemplatePart.Text(moved, text.text().substring(count));
    }

    /** The parts as a tree. */
    List<TemplatePart> tree() {
        List<TemplatePart> parts = parts();
        if (next < row.size()) {
            SourceLocation place = place(row.get(next));
            throw new BrokenInputException(place, "this directive closes none that is open", "is an %{ if } missing?");
        }
        return parts;
    }

    private List<TemplatePart> parts() {
        List<TemplatePart> parts = new ArrayList<>();
        while (next < row.size()) {
            Token token = row.get(next);
            if (token instanceof Words words) {
                parts.add(words.text());
            } else if (token instanceof Filled filled) {
                parts.add(filled.part());
            } else if (token instanceof If branch) {
                parts.add(branch(branch));
                continue;
            } else if (token instanceof For loop) {
                parts.add(loop(loop));
                continue;
            } else {
                break;
            }
            next++;
        }
        return List.copyOf(parts);
    }

    private TemplatePart branch(If token) {
        next++;
        List<TemplatePart> then = parts();
        List<TemplatePart> otherwise = List.of();
        if (next < row.size() && row.get(next) instanceof Else) {
            next++;
            otherwise = parts();
        }
        if (next == row.size() || !(row.get(next) instanceof EndIf)) {
            throw new BrokenInputException(
                    token.location(), "this %{ if } is never closed", "close it with %{ endif }");
        }
        next++;
        return new TemplatePart.If(token.location(), token.condition(), then, otherwise);
    }

    private TemplatePart loop(For token) {
        next++;
        List<TemplatePart> body = parts();
        if (next == row.size() || !(row.get(next) instanceof EndFor)) {
            throw new BrokenInputException(
                    token.location(), "this %{ for } is never closed", "close it with %{ endfor }");
        }
        next++;
        return new TemplatePart.For(token.location(), token.keyName(), token.valueName(), token.collection(), body);
    }

    private static SourceLocation place(Token token) {
        if (token instanceof Else other) {
            return other.location();
        }
        if (token instanceof EndIf end) {
            return end.location();
        }
        return token instanceof EndFor end ? end.location() : SourceLocation.NONE;
    }
}
