package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/** Values → located trees; in place of what is not known, or must not be shown, stands a placeholder. */
final class ValueTree {
    private final Notices notices;

    ValueTree(Notices notices) {
        this.notices = notices;
    }

    Node node(Value value, Pointer pointer) {
        SourceLocation place = value.location();
        if (value instanceof Value.Listing list) {
            List<Node> items = new ArrayList<>();
            for (Value item : list.items()) {
                items.add(node(item, pointer.child(items.size())));
            }
            return new SequenceNode(place, pointer, null, items);
        }
        if (value instanceof Value.Mapping map) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            map.entries()
                    .forEach((key, entry) -> entries.add(
                            new MappingNode.Entry(key, entry.keyLocation(), node(entry.value(), pointer.child(key)))));
            return new MappingNode(place, pointer, null, entries);
        }
        return scalar(value, pointer);
    }

    private ScalarNode scalar(Value value, Pointer pointer) {
        SourceLocation place = value.location();
        if (value instanceof Value.Null) {
            return new ScalarNode(place, pointer, null, ScalarNode.Kind.NULL, "null");
        }
        if (value instanceof Value.Number number) {
            return new ScalarNode(place, pointer, null, ScalarNode.Kind.NUMBER, Conversions.text(number.value()));
        }
        if (value instanceof Value.Truth truth) {
            return new ScalarNode(place, pointer, null, ScalarNode.Kind.BOOLEAN, String.valueOf(truth.value()));
        }
        List<Value.Piece> pieces = Conversions.pieces(value);
        StringBuilder text = new StringBuilder();
        for (Value.Piece piece : pieces == null ? List.<Value.Piece>of() : pieces) {
            text.append(piece.shown());
            if (piece.text() != null && piece.reference() != null) {
                notices.sensitive(piece.reference(), piece.location());
            }
        }
        return new ScalarNode(place, pointer, null, ScalarNode.Kind.STRING, text.toString());
    }
}
