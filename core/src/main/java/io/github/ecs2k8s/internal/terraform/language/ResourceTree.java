package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.function.EncodedDocument;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One instance of a resource → the located tree of its values. */
final class ResourceTree {
    /** Arguments whose text is a JSON document, of which the tree is written. */
    private static final Set<String> DOCUMENTS =
            Set.of("container_definitions", "policy", "assume_role_policy", "inline_policy", "input", "event_pattern");

    /** Maps that were written as blocks before version 0.12. */
    private static final Set<String> MAPS = Set.of("tags", "driver_opts", "labels");

    private final ResourceObject object;
    private final Workshop workshop;
    private final ValueTree tree;

    ResourceTree(ResourceObject object, Workshop workshop) {
        this.object = object;
        this.workshop = workshop;
        this.tree = new ValueTree(workshop.notices());
    }

    MappingNode values() {
        Pointer top = Pointer.ROOT.child(object.address());
        MappingNode own = body(object.block().body(), object.block().location(), object.names(), top);
        Value.Mapping defaults = object.isData() || !object.type().startsWith("aws_")
                ? null
                : Account.of(object).defaultTags();
        return defaults == null ? own : withAllTags(own, defaults);
    }

    /** The provider's tags, and those of the resource, which win. */
    private MappingNode withAllTags(MappingNode own, Value.Mapping defaults) {
        Pointer pointer = own.pointer().child("tags_all");
        Map<String, MappingNode.Entry> all = new TreeMap<>();
        MappingNode given = (MappingNode) tree.node(defaults, pointer);
        given.entries().forEach(tag -> all.put(tag.key(), tag));
        if (own.get("tags") instanceof MappingNode tags) {
            tags.entries().forEach(tag -> all.put(tag.key(), tag));
        }
        List<MappingNode.Entry> entries = new ArrayList<>(own.entries());
        MappingNode tags = new MappingNode(given.location(), pointer, null, List.copyOf(all.values()));
        entries.add(new MappingNode.Entry("tags_all", given.location(), tags));
        return new MappingNode(own.location(), own.pointer(), null, List.copyOf(entries));
    }

    private MappingNode body(Body body, SourceLocation place, Names names, Pointer pointer) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (Body.Attribute attribute : body.attributes()) {
            if (!Blocks.META_ARGUMENTS.contains(attribute.name())) {
                Node value = value(attribute, names, pointer.child(attribute.name()));
                if (!value.isNull()) {
                    entries.add(new MappingNode.Entry(attribute.name(), attribute.location(), value));
                }
            }
        }
        for (String type : Blocks.types(body)) {
            if (!Blocks.META_ARGUMENTS.contains(type)) {
                blocks(body, type, names, pointer.child(type), entries);
            }
        }
        return new MappingNode(place, pointer, null, List.copyOf(entries));
    }

    private void blocks(Body body, String type, Names names, Pointer pointer, List<MappingNode.Entry> entries) {
        List<Node> items = new ArrayList<>();
        SourceLocation place = body.location();
        try {
            for (Blocks.Named block : new Blocks(workshop, names).blocks(body, type)) {
                SourceLocation at = block.block().location();
                place = items.isEmpty() ? at : place;
                items.add(body(block.block().body(), at, block.names(), pointer.child(items.size())));
            }
        } catch (EvaluationException e) {
            workshop.notices().failed(e, pointer);
        }
        if (items.size() == 1 && MAPS.contains(type)) {
            entries.add(new MappingNode.Entry(type, place, items.get(0)));
        } else if (!items.isEmpty()) {
            entries.add(new MappingNode.Entry(type, place, new SequenceNode(place, pointer, null, items)));
        }
    }

    private Node value(Body.Attribute attribute, Names names, Pointer pointer) {
        String reference = Values.member(object.address(), attribute.name());
        Value value;
        try {
            value = workshop.evaluator().evaluate(attribute.expression(), names);
            value = DOCUMENTS.contains(attribute.name()) ? document(value) : value;
        } catch (EvaluationException e) {
            workshop.notices().failed(e, pointer);
            value = Values.unknown(attribute.location(), reference);
        }
        if (SensitiveAttributes.has(object.type(), attribute.name())) {
            value = Values.unknown(value.location(), reference);
        }
        return tree.node(value, pointer);
    }

    /** What the text of a document says; a text that is unknown as a whole stays one. */
    private static Value document(Value value) {
        boolean encoded = value instanceof Value.Text text && (text.document() != null || looksLikeDocument(text));
        return encoded ? EncodedDocument.json((Value.Text) value) : value;
    }

    private static boolean looksLikeDocument(Value.Text text) {
        for (Value.Piece piece : text.pieces()) {
            String words = piece.text() == null ? "$" : piece.text().strip();
            if (!words.isEmpty()) {
                return words.startsWith("[") || words.startsWith("{");
            }
        }
        return false;
    }
}
