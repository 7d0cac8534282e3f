package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.CompactJson;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves intrinsic functions as far as the template and the user's values allow. What stays unknown becomes a visible
 * placeholder ({@code ${Name}}) that no reader can mistake for a value, and a finding with the option that would resolve
 * it.
 */
final class Resolver {
    /** How deep functions and conditions may refer to each other. */
    static final int MAX_DEPTH = 100;

    private final Template template;
    private final References references;
    private final Conditions conditions;
    private final TemplateBounds bounds = new TemplateBounds();
    private final Map<Node, Optional<Node>> called = new IdentityHashMap<>();
    private int depth;

    Resolver(Template template, TemplateValues values, String stackName, Exports exports, Findings findings) {
        this.template = template;
        this.references = new References(template, values, stackName, exports, findings, this);
        this.conditions = new Conditions(template, references, this);
    }

    /** Whether a resource's condition holds; resources without one always exist. */
    boolean exists(MappingNode resource) {
        Node condition = resource.get("Condition");
        return condition == null || conditions.named(Values.text(condition));
    }

    /** The resolved value; null when it is {@code AWS::NoValue}, which takes its key or element away. */
    @Nullable Node resolve(Node node) {
        if (++depth > MAX_DEPTH) {
            throw new BrokenInputException(
                    node.location(),
                    "intrinsic functions refer to each other in a circle, or deeper than " + MAX_DEPTH + " levels",
                    "break the circle in Parameters, Mappings or Conditions");
        }
        try {
            FunctionCalls.Call call = FunctionCalls.of(node);
            if (call != null) {
                return called(call, node);
            } else if (node instanceof MappingNode mapping) {
                return mapping(mapping);
            } else if (node instanceof SequenceNode sequence) {
                return new SequenceNode(sequence.location(), sequence.pointer(), null, resolveAll(sequence.items()));
            }
            return node;
        } finally {
            depth--;
        }
    }

    /** The resolved text of a node, empty when it has none. */
    String text(Node node) {
        Node resolved = resolve(node);
        return resolved == null ? "" : Values.text(resolved);
    }

    private Node mapping(MappingNode mapping) {
        List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries().size());
        for (MappingNode.Entry entry : mapping.entries()) {
            Node value = resolve(entry.value());
            if (value != null) {
                entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
            }
        }
        return new MappingNode(mapping.location(), mapping.pointer(), null, entries);
    }

    List<Node> resolveAll(List<Node> nodes) {
        List<Node> resolved = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            Node value = resolve(node);
            if (value != null) {
                resolved.add(value);
            }
        }
        return resolved;
    }

    /** What a call gives, computed once: names that refer to each other twice would double with every step. */
    private @Nullable Node called(FunctionCalls.Call call, Node place) {
        Optional<Node> known = called.get(place);
        if (known == null) {
            known = Optional.ofNullable(call(call, place));
            called.put(place, known);
        }
        // A branch of Fn::If stands in the template as it is; what all others give, they bring in.
        if (known.isPresent() && !call.function().equals("If")) {
            bounds.count(place, known.get());
        }
        return known.orElse(null);
    }

    private @Nullable Node call(FunctionCalls.Call call, Node place) {
        Node argument = call.argument();
        return switch (call.function()) {
            case "Ref" -> references.ref(name(argument), place);
            case "GetAtt" -> references.attribute(attribute(argument), place);
            case "Sub" -> Substitution.of(argument, place, this, references);
            case "Join" -> join(argument, place);
            case "Select" -> select(argument, place);
            case "Split" -> split(argument, place);
            case "FindInMap" -> findInMap(argument, place);
            case "If" -> choose(argument, place);
            case "ImportValue" -> references.importValue(text(argument), place);
            case "Base64" -> base64(argument, place);
            case "Length" -> length(argument, place);
            case "ToJsonString" -> json(argument, place);
            case "Cidr" -> cidr(argument, place);
            case "Equals", "And", "Or", "Not", "Condition" ->
                new ScalarNode(
                        place.location(),
                        place.pointer(),
                        null,
                        ScalarNode.Kind.BOOLEAN,
                        String.valueOf(conditions.holds(place)));
            default -> references.unknown(call.function(), place);
        };
    }

    /** A name that is written, or, with the language extensions, computed. */
    private String name(Node argument) {
        return argument instanceof ScalarNode && argument.tag() == null ? Values.text(argument) : text(argument);
    }

    /** The text as base64 of its UTF-8 bytes; where a part of it is unknown, which a finding says, so is the whole. */
    private Node base64(Node argument, Node place) {
        String text = text(argument);
        int open = text.indexOf("${");
        int close = text.indexOf('}', open);
        return Values.string(
                place,
                open >= 0 && close > 0
                        ? "${Base64." + text.substring(open + 2, close + 1)
                        : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Node length(Node argument, Node place) {
        Node list = resolve(argument);
        return list instanceof SequenceNode sequence
                ? new ScalarNode(
                        place.location(),
                        place.pointer(),
                        null,
                        ScalarNode.Kind.NUMBER,
                        String.valueOf(sequence.items().size()))
                : references.unknown("Length", place);
    }

    private Node json(Node argument, Node place) {
        Node value = resolve(argument);
        return value == null
                ? references.unknown("ToJsonString", place)
                : Values.string(place, CompactJson.write(Values.sorted(value)));
    }

    private String attribute(Node argument) {
        if (argument instanceof SequenceNode sequence) {
            StringBuilder name = new StringBuilder();
            for (Node part : sequence.items()) {
                name.append(name.length() == 0 ? "" : ".").append(text(part));
            }
            return name.toString();
        }
        return name(argument);
    }

    private Node join(Node argument, Node place) {
        List<Node> parts = FunctionCalls.list(argument);
        if (parts.size() != 2) {
            return references.unknown("Join", place);
        }
        String delimiter = text(parts.get(0));
        StringBuilder joined = new StringBuilder();
        List<String> items = items(parts.get(1));
        for (int i = 0; i < items.size(); i++) {
            joined.append(i == 0 ? "" : delimiter).append(items.get(i));
            TemplateBounds.value(place, joined.length());
        }
        return Values.string(place, joined.toString());
    }

    /** The texts of a list, whether written as a list or resolved to one; a CommaDelimitedList counts. */
    private List<String> items(Node node) {
        Node resolved = resolve(node);
        List<String> texts = new ArrayList<>();
        if (resolved instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                texts.add(Values.text(item));
            }
        } else if (resolved != null) {
            texts.add(Values.text(resolved));
        }
        return texts;
    }

    private @Nullable Node select(Node argument, Node place) {
        List<Node> parts = FunctionCalls.list(argument);
        Node list = parts.size() == 2 ? resolve(parts.get(1)) : null;
        if (list instanceof SequenceNode sequence) {
            try {
                int index = Integer.parseInt(text(parts.get(0)));
                if (index >= 0 && index < sequence.items().size()) {
                    return Values.at(place, sequence.items().get(index));
                }
            } catch (NumberFormatException e) {
                return references.unknown("Select", place);
            }
        }
        return references.unknown("Select", place);
    }

    private Node split(Node argument, Node place) {
        List<Node> parts = FunctionCalls.list(argument);
        if (parts.size() != 2 || text(parts.get(0)).isEmpty()) {
            return references.unknown("Split", place);
        }
        return Values.strings(
                place, PlaceholderText.split(references.secretArn(text(parts.get(1))), text(parts.get(0))));
    }

    private @Nullable Node findInMap(Node argument, Node place) {
        List<Node> parts = FunctionCalls.list(argument);
        if (parts.size() < 3) {
            return references.unknown("FindInMap", place);
        }
        Node found = template.entry("Mappings", text(parts.get(0)));
        Node last = found;
        for (int i = 1; i < 3 && found != null; i++) {
            last = found;
            found = found.child(text(parts.get(i)));
        }
        if (found != null) {
            return Values.at(place, found);
        }
        if (parts.size() > 3 && parts.get(3) instanceof MappingNode fallback && fallback.get("DefaultValue") != null) {
            Node value = fallback.get("DefaultValue");
            return value == null ? null : resolve(value);
        }
        return references.notInMap(keys(parts), last, place);
    }

    private List<String> keys(List<Node> parts) {
        List<String> keys = new ArrayList<>();
        for (Node part : parts.subList(0, 3)) {
            keys.add(text(part));
        }
        return keys;
    }

    private @Nullable Node choose(Node argument, Node place) {
        List<Node> parts = FunctionCalls.list(argument);
        if (parts.size() != 3) {
            return references.unknown("If", place);
        }
        return resolve(parts.get(conditions.named(Values.text(parts.get(0))) ? 1 : 2));
    }

    private Node cidr(Node argument, Node place) {
        List<Node> parts = FunctionCalls.list(argument);
        List<String> blocks = parts.size() < 2
                ? List.of()
                : Cidrs.split(text(parts.get(0)), text(parts.get(1)), parts.size() > 2 ? text(parts.get(2)) : "");
        return blocks.isEmpty() ? references.unknown("Cidr", place) : Values.strings(place, blocks);
    }
}
