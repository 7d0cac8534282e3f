package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts with something to fill in: quoted, heredocs, and whole files
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates).
 */
final class HclTemplates {
    private final HclText text;
    private final HclExpressions expressions;

    HclTemplates(HclText text, HclExpressions expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    /** A text in double quotes; the cursor stands at the first of them. */
    Expression.Template quoted() {
        SourceLocation place = text.place();
        int opened = text.offset();
        text.take();
        TemplateTokens tokens = new TemplateTokens();
        int start = text.offset();
        StringBuilder words = new StringBuilder();
        while (text.peek() != '"') {
            if (text.atEnd() || text.peek() == '\n') {
                throw text.broken(
                        opened,
                        "the text that begins here has no closing quote on its line",
                        "close it; a text of several lines is a heredoc: <<-EOT");
            }
            if (isOpening()) {
                tokens.text(text.place(start), words);
                sequence(tokens);
                start = text.offset();
            } else if (escaped()) {
                words.append(takenEscape());
            } else if (text.peek() == '\\') {
                words.append(backslash());
            } else {
                words.append(text.take());
            }
        }
        tokens.text(text.place(start), words);
        text.take();
        return new Expression.Template(place, tokens.tree());
    }

    /** Everything up to the end of the text. */
    List<TemplatePart> untilEnd() {
        TemplateTokens tokens = new TemplateTokens();
        while (!text.atEnd()) {
            line(tokens, null);
        }
        return tokens.tree();
    }

    /** {@code <<EOT} or {@code <<-EOT}; the cursor stands at the first sign. */
    Expression.Template heredoc() {
        SourceLocation place = text.place();
        int opened = text.offset();
        text.accept("<<");
        boolean indented = text.accept("-");
        String marker = text.word();
        if (marker == null || text.peek() != '\n' && !text.looksAt("\r\n")) {
            throw text.unexpected("a word and the end of the line", "a text of several lines begins with <<-EOT");
        }
        text.moveTo(text.endOfLine());
        TemplateTokens tokens = new TemplateTokens();
        while (!atMarker(marker)) {
            if (text.atEnd()) {
                throw text.broken(
                        opened, "the text that begins here is never closed", "close it with " + marker + " on a line");
            }
            line(tokens, marker);
        }
        if (indented) {
            tokens.removeIndent();
        }
        return new Expression.Template(place, tokens.tree());
    }

    /** Whether the line at the cursor holds the closing word alone; takes it, and leaves the line's end. */
    private boolean atMarker(String marker) {
        String line = text.between(text.offset(), text.endOfLine());
        if (!line.strip().equals(marker)) {
            return false;
        }
        text.moveTo(text.offset() + line.indexOf(marker) + marker.length());
        return true;
    }

    /** Takes one line, or what follows on it behind a sequence that ended in another. */
    private void line(TemplateTokens tokens, @Nullable String marker) {
        int start = text.offset();
        StringBuilder words = new StringBuilder();
        while (!text.atEnd()) {
            if (isOpening()) {
                tokens.text(text.place(start), words);
                sequence(tokens);
                start = text.offset();
            } else if (escaped()) {
                words.append(takenEscape());
            } else {
                char c = text.take();
                words.append(c);
                if (c == '\n') {
                    break;
                }
            }
        }
        if (text.atEnd() && marker != null) {
            return;
        }
        tokens.text(text.place(start), words);
    }

    private boolean isOpening() {
        return text.looksAt("${") || text.looksAt("%{");
    }

    /** <code>$${</code> and <code>%%{</code> stand for themselves without the first sign. */
    private boolean escaped() {
        return text.looksAt("$${") || text.looksAt("%%{");
    }

    private String takenEscape() {
        String plain = text.looksAt("$${") ? "${" : "%{";
        text.moveTo(text.offset() + 3);
        return plain;
    }

    private String backslash() {
        int start = text.offset();
        text.take();
        char c = text.take();
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\' -> String.valueOf(c);
            case 'u' -> codePoint(start, 4);
            case 'U' -> codePoint(start, 8);
            default ->
                throw text.broken(
                        start, "this backslash begins no escape of Terraform", "a backslash itself is written \\\\");
        };
    }

    private String codePoint(int start, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.take(), 16);
            if (digit < 0) {
                throw text.broken(start, "this escape needs " + digits + " hexadecimal digits", null);
            }
            value = value * 16 + digit;
        }
        return Character.isValidCodePoint(value) ? Character.toString(value) : "\uFFFD";
    }

    /** <code>${expression}</code> or a directive <code>%{…}</code>. */
    private void sequence(TemplateTokens tokens) {
        SourceLocation place = text.place();
        int opened = text.offset();
        boolean directive = text.take() == '%';
        text.take();
        boolean trimLeft = text.accept("~");
        boolean lines = text.lineBound(false);
        text.skip();
        TemplateTokens.Token token = directive
                ? directive(place)
                : new TemplateTokens.Filled(new TemplatePart.Interpolation(place, expressions.expression()));
        text.skip();
        boolean trimRight = text.accept("~");
        if (text.peek() != '}') {
            throw text.atEnd()
                    ? text.broken(opened, "what begins here is never closed", "close it with }")
                    : text.unexpected("\"}\"", "is a closing brace missing?");
        }
        text.take();
        text.lineBound(lines);
        tokens.add(token, trimLeft, trimRight);
    }

    private TemplateTokens.Token directive(SourceLocation place) {
        int start = text.offset();
        String word = text.word();
        return switch (word == null ? "" : word) {
            case "if" -> new TemplateTokens.If(place, expressions.expression());
            case "else" -> new TemplateTokens.Else(place);
            case "endif" -> new TemplateTokens.EndIf(place);
            case "for" -> loop(place);
            case "endfor" -> new TemplateTokens.EndFor(place);
            default ->
                throw text.broken(
                        start,
                        "found something else where if, else, endif, for or endfor was expected",
                        "a percent sign before a brace is written %%{");
        };
    }

    private TemplateTokens.Token loop(SourceLocation place) {
        String first = name();
        String second = text.skip().accept(",") ? name() : null;
        if (!text.skip().acceptWord("in")) {
            throw text.unexpected("in", "a loop is written %{ for NAME in COLLECTION }");
        }
        return new TemplateTokens.For(
                place, second == null ? null : first, second == null ? first : second, expressions.expression());
    }

    private String name() {
        String name = text.skip().word();
        if (name == null) {
            throw text.unexpected("a name", "a loop is written %{ for NAME in COLLECTION }");
        }
        return name;
    }
}
