package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.ecs.resource.TerraformAddress;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan knows only after apply ({@code after_unknown}) → placeholders for what the configuration refers to there.
 * Attributes that the configuration does not set are left out: nobody here asks for them.
 */
final class UnknownValues {
    private final UnknownReferences references;
    private final TerraformAddress address;
    private final @Nullable MappingNode configuration;

    /** Those of one resource; the configuration is null where the plan has none of it. */
    UnknownValues(UnknownReferences references, TerraformAddress address, @Nullable MappingNode configuration) {
        this.references = references;
        this.address = address;
        this.configuration = configuration;
    }

    /** The values with placeholders. */
    MappingNode fill(MappingNode values, @Nullable Node unknown) {
        return unknown instanceof MappingNode marks
                ? object(values, marks, Json.object(configuration, "expressions"), true, values.pointer())
                : values;
    }

    private MappingNode object(
            @Nullable Node known, MappingNode unknown, @Nullable Node expressions, boolean top, Pointer pointer) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        if (known instanceof MappingNode mapping) {
            entries.addAll(mapping.entries());
        }
        Node place = known == null ? unknown : known;
        for (MappingNode.Entry mark : unknown.entries()) {
            Node own = known == null ? null : known.child(mark.key());
            Node expression = expressions == null ? null : expressions.child(mark.key());
            Node filled = value(mark, own, expression, top, place, pointer.child(mark.key()));
            if (filled != null && filled != own) {
                entries.removeIf(entry -> entry.key().equals(mark.key()));
                entries.add(new MappingNode.Entry(mark.key(), filled.location(), filled));
            }
        }
        return new MappingNode(place.location(), pointer, null, List.copyOf(entries));
    }

    private @Nullable Node value(
            MappingNode.Entry mark,
            @Nullable Node known,
            @Nullable Node expression,
            boolean top,
            Node place,
            Pointer pointer) {
        String name = mark.key();
        Node unknown = mark.value();
        if (Json.isTrue(unknown)) {
            return expression == null && (top || !UnknownReferences.isReference(name))
                    ? known
                    : placeholder(name, expression, place, pointer);
        }
        if (unknown instanceof MappingNode marks) {
            boolean block = expression instanceof MappingNode written && !written.has("references");
            return isEmpty(marks) ? known : object(known, marks, block ? expression : null, false, pointer);
        }
        return unknown instanceof SequenceNode marks && known != null
                ? list(name, known, marks, expression, place, pointer)
                : known;
    }

    private static boolean isEmpty(MappingNode marks) {
        return marks.entries().isEmpty();
    }

    /** At the place of the expression; one of a dynamic block stands in no plan, and the block takes its place. */
    private Node placeholder(String name, @Nullable Node expression, Node block, Pointer pointer) {
        SourceLocation location = (expression == null ? block : expression).location();
        Node place = new ScalarNode(location, pointer, null, ScalarNode.Kind.NULL, "null");
        return references.value(name, expression, address, configuration, place);
    }

    private Node list(
            String name, Node known, SequenceNode unknown, @Nullable Node expression, Node place, Pointer pointer) {
        List<Node> items = new ArrayList<>();
        boolean referred = false;
        for (int i = 0; i < unknown.items().size(); i++) {
            Node own = known.child(i);
            Node mark = unknown.items().get(i);
            if (mark instanceof MappingNode marks && own instanceof MappingNode block) {
                items.add(object(block, marks, blockExpression(expression, block, i), false, pointer.child(i)));
            } else if (Json.isTrue(mark)) {
                referred = true;
            } else if (own != null && !own.isNull()) {
                items.add(own);
            }
        }
        if (referred) {
            Node all = placeholder(name, expression, place, pointer);
            items.addAll(all instanceof SequenceNode several ? several.items() : List.of(all));
        }
        return new SequenceNode(known.location(), pointer, null, List.copyOf(items));
    }

    /**
     * What the configuration writes for one block of several. Sets have another order in the values, so that a block is
     * known by its constants first.
     */
    private static @Nullable Node blockExpression(@Nullable Node expressions, MappingNode block, int index) {
        if (!(expressions instanceof SequenceNode several)) {
            return expressions instanceof MappingNode one && !one.has("references") ? one : null;
        }
        Node best = null;
        int most = -1;
        for (int i = 0; i < several.items().size(); i++) {
            Node candidate = several.items().get(i);
            int same = same(candidate, block);
            if (same > most || same == most && i == index) {
                best = candidate;
                most = same;
            }
        }
        return best;
    }

    /** How many constants of a block are those of an expression; -1 where one is another. */
    private static int same(Node expression, MappingNode block) {
        int same = 0;
        if (expression instanceof MappingNode written) {
            for (MappingNode.Entry entry : written.entries()) {
                Node constant = entry.value().child("constant_value");
                Node value = block.get(entry.key());
                if (constant instanceof ScalarNode one && value instanceof ScalarNode other) {
                    if (!one.text().equals(other.text())) {
                        return -1;
                    }
                    same++;
                }
            }
        }
        return same;
    }
}
