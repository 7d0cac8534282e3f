package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Lines;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text that holds a JSON or YAML document → its value, with the places in the file that the text was written in: in a
 * heredoc, a template, a file. What is unknown or hidden stands as a mark of two private characters while it is parsed.
 */
public final class EncodedDocument {
    private static final char OPEN = '\uE0F0';
    private static final char CLOSE = '\uE0F1';

    private final Value.Text source;
    private final StringBuilder marked = new StringBuilder();

    /** Where in the marked text each piece begins. */
    private final TreeMap<Integer, SourceLocation> places = new TreeMap<>();

    private final String name;
    private final Lines lines;

    private EncodedDocument(Value.Text source, String name) {
        this.source = source;
        this.name = name;
        boolean inText = false;
        for (int i = 0; i < source.pieces().size(); i++) {
            Value.Piece piece = source.pieces().get(i);
            places.put(marked.length(), piece.location());
            if (piece.reference() == null) {
                String words = String.valueOf(piece.text());
                inText = name.endsWith(".json") ? endsInText(words, inText) : true;
                marked.append(words);
            } else {
                String mark = OPEN + String.valueOf(i) + CLOSE;
                marked.append(inText ? mark : "\"" + mark + "\"");
            }
        }
        lines = new Lines(name, marked.toString());
    }

    private static boolean endsInText(String words, boolean before) {
        boolean inText = before;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            i += c == '\\' ? 1 : 0;
            inText ^= c == '"';
        }
        return inText;
    }

    /**
     * The value of a text as JSON.
     *
     * @throws BrokenInputException when it is not JSON, with the place in the file that it was written in
     */
    public static Value json(Value.Text text) {
        return text.document() != null ? text.document() : new EncodedDocument(text, "document.json").parse();
    }

    /**
     * The value of a text as YAML.
     *
     * @throws BrokenInputException when it is not YAML
     */
    static Value yaml(Value.Text text) {
        return new EncodedDocument(text, "document.yaml").parse();
    }

    private Value parse() {
        try {
            return value(Documents.parse(new SourceFile(name, marked.toString()), new Findings())
                    .get(0));
        } catch (BrokenInputException e) {
            throw new BrokenInputException(place(e.location()), String.valueOf(e.getMessage()), e.hint());
        }
    }

    /** The place in the file that the text was written in. */
    private SourceLocation place(SourceLocation inText) {
        if (inText.line() == 0) {
            return source.location();
        }
        int offset = lines.offset(inText);
        Map.Entry<Integer, SourceLocation> piece = places.floorEntry(offset);
        if (piece == null) {
            return source.location();
        }
        SourceLocation start = piece.getValue();
        String before = marked.substring(piece.getKey(), Math.min(offset, marked.length()));
        int breaks = (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n') + (breaks == 0 ? start.column() - 1 : 0);
        return new SourceLocation(start.file(), start.line() + breaks, column);
    }

    private Value value(Node node) {
        SourceLocation place = place(node.location());
        if (node instanceof SequenceNode list) {
            List<Value> items = new ArrayList<>();
            list.items().forEach(item -> items.add(value(item)));
            return Values.list(place, items);
        }
        if (node instanceof MappingNode mapping) {
            Value.Mapping object = Value.Mapping.empty(place);
            for (MappingNode.Entry entry : mapping.entries()) {
                String key = Values.shown(text(place, entry.key()));
                object.entries().put(key, new Value.Entry(place(entry.keyLocation()), value(entry.value())));
            }
            return object;
        }
        return scalar((ScalarNode) node, place);
    }

    private Value scalar(ScalarNode scalar, SourceLocation place) {
        return switch (scalar.kind()) {
            case NULL -> new Value.Null(place);
            case BOOLEAN -> new Value.Truth(place, scalar.text().equalsIgnoreCase("true"));
            case NUMBER -> number(scalar, place);
            case STRING -> unmarked(text(place, scalar.text()));
        };
    }

    private static Value number(ScalarNode scalar, SourceLocation place) {
        BigDecimal number = Conversions.number(scalar.text());
        return number == null ? Value.Text.of(place, scalar.text()) : new Value.Number(place, number);
    }

    /** A text that is nothing but one mark is what the mark stands for. */
    private static Value unmarked(Value.Text text) {
        Value.Piece piece = text.pieces().size() == 1 ? text.pieces().get(0) : null;
        if (piece == null || piece.reference() == null) {
            return text;
        }
        return piece.text() == null ? Values.unknown(text.location(), piece.reference()) : text;
    }

    private Value.Text text(SourceLocation place, String words) {
        List<Value.Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int open = words.indexOf(OPEN); open >= 0; open = words.indexOf(OPEN, from)) {
            int close = words.indexOf(CLOSE, open);
            if (open > from) {
                pieces.add(new Value.Piece(place, words.substring(from, open), null));
            }
            pieces.add(source.pieces().get(Integer.parseInt(words.substring(open + 1, close))));
            from = close + 1;
        }
        if (from < words.length() || pieces.isEmpty()) {
            pieces.add(new Value.Piece(place, words.substring(from), null));
        }
        return Values.text(place, pieces);
    }
}
