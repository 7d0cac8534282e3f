package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Composes the events of a YAML 1.2 stream into located trees. Aliases and merge keys ({@code <<}) are expanded, each
 * use with pointers of its own and with the places where the values are written; expansion counts against
 * {@link Bounds}, so that a few lines cannot stand for millions of values.
 */
final class YamlDocuments {
    private final ParserImpl parser;
    private final YamlErrors trouble;
    private final TextPlaces places;
    private final Findings findings;
    private final Bounds bounds = new Bounds();
    private final Map<String, Node> anchors = new HashMap<>();
    private SourceLocation last;

    private YamlDocuments(SourceFile file, Findings findings) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Bounds.MAX_TEXT).build();
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
        this.places = new TextPlaces(file);
        this.last = places.at(0);
        this.trouble = new YamlErrors(file);
        this.findings = findings;
    }

    /** Every document of the stream that is not empty. */
    static List<Node> parse(SourceFile file, Findings findings) {
        return new YamlDocuments(file, findings).documents();
    }

    private List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        Event event = next();
        while (event.getEventId() != Event.ID.StreamEnd) {
            if (event.getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
                Node document = node(next(), Pointer.ROOT);
                if (!document.isNull()) {
                    documents.add(document);
                }
                places.nextDocument();
            }
            event = next();
        }
        return List.copyOf(documents);
    }

    private Event next() {
        try {
            Event event = parser.next();
            last = place(event);
            return event;
        } catch (RuntimeException e) {
            // The engine throws several unrelated types, and on some malformed input plain index errors.
            throw trouble.translate(e, last);
        }
    }

    private Node node(Event event, Pointer pointer) {
        SourceLocation place = last;
        if (event instanceof AliasEvent alias) {
            return copy(anchored(alias, place), pointer);
        }
        bounds.count(place);
        Node node = event instanceof ScalarEvent scalar
                ? scalar(scalar, place, pointer)
                : collection((CollectionStartEvent) event, place, pointer);
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(name -> anchors.put(name.getValue(), node));
        return node;
    }

    private Node anchored(AliasEvent alias, SourceLocation place) {
        Node node = anchors.get(alias.getAlias().getValue());
        if (node == null) {
            throw YamlErrors.unknownAlias(place);
        }
        return node;
    }

    private static Node scalar(ScalarEvent event, SourceLocation place, Pointer pointer) {
        String tag = event.getTag().orElse(null);
        String unmet = YamlScalars.unmet(tag, event.getValue());
        if (unmet != null) {
            throw YamlErrors.unmetTag(place, unmet);
        }
        ScalarNode.Kind kind = YamlScalars.kind(tag, event.isPlain(), event.getValue());
        return new ScalarNode(place, pointer, YamlScalars.customTag(tag), kind, event.getValue());
    }

    private Node collection(CollectionStartEvent event, SourceLocation place, Pointer pointer) {
        bounds.open(place);
        String tag = YamlScalars.customTag(event.getTag().orElse(null));
        Node node = event.getEventId() == Event.ID.MappingStart
                ? new MappingNode(place, pointer, tag, entries(event, pointer))
                : new SequenceNode(place, pointer, tag, items(pointer));
        bounds.close();
        return node;
    }

    private List<Node> items(Pointer pointer) {
        List<Node> items = new ArrayList<>();
        Event event = next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, pointer.child(items.size())));
            event = next();
        }
        return List.copyOf(items);
    }

    private List<MappingNode.Entry> entries(CollectionStartEvent mapping, Pointer pointer) {
        Entries entries = new Entries(findings);
        List<Node> merged = new ArrayList<>();
        Event event = next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            SourceLocation place = last;
            if (isMerge(event)) {
                merged.add(node(next(), pointer));
            } else {
                String key = key(event, place, mapping.isFlow());
                entries.add(key, place, node(next(), pointer.child(key)));
            }
            event = next();
        }
        merged.forEach(source -> merge(source, pointer, entries));
        return entries.toList();
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    private String key(Event event, SourceLocation place, boolean inFlow) {
        if (event instanceof AliasEvent alias && anchored(alias, place) instanceof ScalarNode scalar) {
            bounds.repeatText(place, scalar.text().length());
            return scalar.text();
        }
        if (event instanceof ScalarEvent scalar) {
            if (scalar.isPlain() && scalar.getValue().isEmpty()) {
                throw YamlErrors.emptyKey(place);
            }
            return scalar.getValue();
        }
        SourceLocation opened = bounds.innermost();
        throw YamlErrors.keyIsNoText(inFlow && opened != null ? opened : place, inFlow);
    }

    private void merge(Node source, Pointer pointer, Entries entries) {
        if (source instanceof SequenceNode several) {
            several.items().forEach(item -> mergeOne(item, pointer, entries));
        } else {
            mergeOne(source, pointer, entries);
        }
    }

    private void mergeOne(Node source, Pointer pointer, Entries entries) {
        if (!(source instanceof MappingNode mapping)) {
            throw YamlErrors.mergeOfNoMapping(source);
        }
        for (MappingNode.Entry entry : mapping.entries()) {
            bounds.repeatText(last, entry.key().length());
            Node value = copy(entry.value(), pointer.child(entry.key()));
            entries.merge(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
        }
    }

    /** The same values at another pointer. */
    private Node copy(Node node, Pointer pointer) {
        bounds.repeat(last, node instanceof ScalarNode scalar ? scalar.text().length() : 0);
        if (node instanceof ScalarNode scalar) {
            return new ScalarNode(scalar.location(), pointer, scalar.tag(), scalar.kind(), scalar.text());
        }
        bounds.open(last);
        Node copy = node instanceof MappingNode mapping
                ? copyMapping(mapping, pointer)
                : copySequence((SequenceNode) node, pointer);
        bounds.close();
        return copy;
    }

    private Node copyMapping(MappingNode mapping, Pointer pointer) {
        List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries().size());
        for (MappingNode.Entry entry : mapping.entries()) {
            bounds.repeatText(last, entry.key().length());
            Node value = copy(entry.value(), pointer.child(entry.key()));
            entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
        }
        return new MappingNode(mapping.location(), pointer, mapping.tag(), List.copyOf(entries));
    }

    private Node copySequence(SequenceNode sequence, Pointer pointer) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            items.add(copy(item, pointer.child(items.size())));
        }
        return new SequenceNode(sequence.location(), pointer, sequence.tag(), List.copyOf(items));
    }

    private SourceLocation place(Event event) {
        return places.atCodePoint(event.getStartMark().orElseThrow().getIndex());
    }
}
