package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values as JSON, in the spelling of {@code jsonencode}; what is unknown or hidden stays a piece of the text. */
final class JsonTexts {
    private final List<Value.Piece> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final SourceLocation place;

    private JsonTexts(SourceLocation place) {
        this.place = place;
    }

    /** The text of a value, which it remembers as its document. */
    static Value.Text write(SourceLocation place, Value value) {
        JsonTexts text = new JsonTexts(place);
        text.value(value);
        text.flush();
        return new Value.Text(place, Values.text(place, text.pieces).pieces(), value);
    }

    private void flush() {
        if (plain.length() > 0) {
            pieces.add(new Value.Piece(place, plain.toString(), null));
            plain.setLength(0);
        }
    }

    private void value(Value value) {
        if (value instanceof Value.Listing list) {
            list(list);
        } else if (value instanceof Value.Mapping map) {
            map(map);
        } else if (value instanceof Value.Number number) {
            plain.append(Conversions.text(number.value()));
        } else if (value instanceof Value.Truth truth) {
            plain.append(truth.value());
        } else if (value instanceof Value.Null) {
            plain.append("null");
        } else {
            text(value);
        }
    }

    private void list(Value.Listing list) {
        plain.append('[');
        boolean first = true;
        for (Value item : list.items()) {
            plain.append(first ? "" : ",");
            value(item);
            first = false;
        }
        plain.append(']');
    }

    private void map(Value.Mapping map) {
        plain.append('{');
        boolean first = true;
        for (Map.Entry<String, Value.Entry> entry : map.entries().entrySet()) {
            plain.append(first ? "\"" : ",\"").append(escaped(entry.getKey())).append("\":");
            value(entry.getValue().value());
            first = false;
        }
        plain.append('}');
    }

    private void text(Value value) {
        boolean quoted = !(value instanceof Value.Hidden hidden) || hidden.value() instanceof Value.Text;
        List<Value.Piece> text = Conversions.pieces(value);
        plain.append(quoted ? "\"" : "");
        for (Value.Piece piece : text == null ? List.<Value.Piece>of() : text) {
            String words = piece.text() == null ? null : escaped(piece.text());
            if (piece.reference() == null) {
                plain.append(words);
            } else {
                flush();
                pieces.add(new Value.Piece(piece.location(), words, piece.reference()));
            }
        }
        plain.append(quoted ? "\"" : "");
    }

    /** As Go's encoder writes it, {@code <}, {@code >} and {@code &} included. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    boolean coded = c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
                    escaped.append(coded ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                }
            }
        }
        return escaped.toString();
    }
}
