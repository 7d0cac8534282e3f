package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values as YAML, in the spelling of {@code yamlencode}: texts and keys in quotes, several lines as a block. */
final class YamlTexts {
    private final List<Value.Piece> pieces = new ArrayList<>();
    private final SourceLocation place;

    private YamlTexts(SourceLocation place) {
        this.place = place;
    }

    static Value write(SourceLocation place, Value value) {
        YamlTexts text = new YamlTexts(place);
        text.value(value, 0, false);
        return Values.text(place, text.pieces);
    }

    private void plain(String text) {
        pieces.add(new Value.Piece(place, text, null));
    }

    /** A value behind its key or dash, and the end of its line. */
    private void value(Value value, int indent, boolean behindKey) {
        if (value instanceof Value.Mapping map && !map.entries().isEmpty()) {
            map(map, indent, behindKey);
        } else if (value instanceof Value.Listing list && !list.items().isEmpty()) {
            // Lists stand no deeper than their key.
            list(list, behindKey ? indent - 2 : indent, behindKey);
        } else if (value instanceof Value.Text text && isBlock(text)) {
            block(String.valueOf(text.known()), indent);
        } else {
            pieces.addAll(JsonTexts.write(place, value).pieces());
            plain("\n");
        }
    }

    private void map(Value.Mapping map, int indent, boolean behindKey) {
        plain(behindKey ? "\n" : "");
        boolean first = true;
        for (Map.Entry<String, Value.Entry> entry : map.entries().entrySet()) {
            plain(first && !behindKey ? "" : " ".repeat(indent));
            first = false;
            pieces.addAll(
                    JsonTexts.write(place, Value.Text.of(place, entry.getKey())).pieces());
            plain(":");
            Value value = entry.getValue().value();
            plain(isOpen(value) ? "" : " ");
            value(value, indent + 2, true);
        }
    }

    private void list(Value.Listing list, int indent, boolean behindKey) {
        plain(behindKey ? "\n" : "");
        boolean first = true;
        for (Value item : list.items()) {
            plain((first && !behindKey ? "" : " ".repeat(indent)) + "- ");
            first = false;
            value(item, indent + 2, false);
        }
    }

    private static boolean isOpen(Value value) {
        return value instanceof Value.Mapping map && !map.entries().isEmpty()
                || value instanceof Value.Listing list && !list.items().isEmpty();
    }

    private static boolean isBlock(Value.Text text) {
        String known = text.isHidden() ? null : text.known();
        return known != null
                && known.indexOf('\n') >= 0
                && !known.isBlank()
                && !Character.isWhitespace(known.charAt(0));
    }

    private void block(String text, int indent) {
        boolean keeps = text.endsWith("\n");
        plain(keeps ? text.endsWith("\n\n") ? "|+\n" : "|\n" : "|-\n");
        String body = keeps ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            plain(line.isEmpty() ? "\n" : " ".repeat(Math.max(indent, 2)) + line + "\n");
        }
    }
}
