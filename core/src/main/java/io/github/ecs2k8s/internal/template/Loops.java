package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Fn::ForEach} of the transform {@code AWS::LanguageExtensions}: written out before anything else of a template is
 * read, as the transform does
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html).
 */
final class Loops {
    private static final String LOOP = "Fn::ForEach::";
    private static final int MAX_ENTRIES = 5_000;

    private final Resolver resolver;
    private final Findings findings;
    private final TemplateBounds bounds = new TemplateBounds();
    private int entries;

    /**
     * A writer of loops.
     *
     * @param resolver resolves what is looped over: parameters, mappings, conditions
     */
    Loops(Resolver resolver, Findings findings) {
        this.resolver = resolver;
        this.findings = findings;
    }

    /** Whether a key begins a loop. */
    static boolean isLoop(String key) {
        return key.startsWith(LOOP);
    }

    /** Whether there is a loop anywhere in a tree. */
    static boolean isIn(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream().anyMatch(entry -> isLoop(entry.key()) || isIn(entry.value()));
        }
        return node instanceof SequenceNode sequence
                && sequence.items().stream().anyMatch(Loops::isIn);
    }

    /** An object with all its loops written out. */
    MappingNode unrolled(MappingNode mapping) {
        return (MappingNode) unroll(mapping, mapping.pointer());
    }

    private Node unroll(Node node, Pointer pointer) {
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> all = new ArrayList<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                if (isLoop(entry.key())) {
                    all.addAll(loop(entry, pointer));
                } else {
                    Node value = unroll(entry.value(), pointer.child(entry.key()));
                    all.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
                }
            }
            return new MappingNode(mapping.location(), pointer, mapping.tag(), all);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                Node unrolled = unroll(item, pointer.child(items.size()));
                boolean onlyLoops = unrolled instanceof MappingNode rest
                        && rest.entries().isEmpty()
                        && !((MappingNode) item).entries().isEmpty();
                if (!onlyLoops) {
                    items.add(unrolled);
                }
            }
            return new SequenceNode(sequence.location(), pointer, sequence.tag(), items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new ScalarNode(scalar.location(), pointer, scalar.tag(), scalar.kind(), scalar.text());
    }

    private List<MappingNode.Entry> loop(MappingNode.Entry loop, Pointer around) {
        if (!(loop.value() instanceof SequenceNode parts)
                || parts.items().size() != 3
                || !(parts.items().get(2) instanceof MappingNode body)) {
            refuse(loop, "a loop takes a list of three: an identifier, a collection, and the object to repeat");
            return List.of();
        }
        String identifier = Values.text(parts.items().get(0));
        List<MappingNode.Entry> all = new ArrayList<>();
        for (MappingNode.Entry entry : body.entries()) {
            boolean nested = isLoop(entry.key());
            if (!nested
                    && !entry.key().contains("${" + identifier + "}")
                    && !entry.key().contains("&{" + identifier + "}")) {
                refuse(
                        loop,
                        "the key " + entry.key() + " does not hold ${" + identifier
                                + "}, so that every turn of the loop would write the same one; the loop is left out");
                return List.of();
            }
        }
        for (String value : collection(parts.items().get(1))) {
            for (MappingNode.Entry entry : body.entries()) {
                if (++entries > MAX_ENTRIES) {
                    throw new BrokenInputException(
                            loop.keyLocation(),
                            "the loops of the template write more than " + MAX_ENTRIES + " entries",
                            "loop over fewer values");
                }
                bounds.count(loop.value(), entry.value());
                Turn turn = new Turn(identifier, value);
                String key = turn.text(entry.key());
                MappingNode.Entry written = new MappingNode.Entry(key, entry.keyLocation(), turn.of(entry.value()));
                if (isLoop(key)) {
                    all.addAll(loop(written, around));
                } else {
                    Node unrolled = unroll(written.value(), around.child(key));
                    all.add(new MappingNode.Entry(key, written.keyLocation(), unrolled));
                }
            }
        }
        return all;
    }

    private List<String> collection(Node node) {
        Node resolved = resolver.resolve(node);
        List<String> values = new ArrayList<>();
        for (Node item : resolved == null ? List.<Node>of() : FunctionCalls.list(resolved)) {
            if (item instanceof SequenceNode inner) {
                inner.items().forEach(value -> values.add(Values.text(value)));
            } else {
                values.add(Values.text(item));
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private void refuse(MappingNode.Entry loop, String message) {
        findings.add(new Finding(
                FindingCode.INVALID_VALUE,
                loop.value().pointer().toString(),
                loop.keyLocation(),
                loop.key() + ": " + message,
                null,
                null));
    }

    /** One turn of a loop: its identifier stands for a value. */
    private record Turn(String identifier, String value) {

        /** A copy of a tree in which the identifier is replaced. */
        Node of(Node node) {
            if (node instanceof MappingNode mapping) {
                FunctionCalls.Call call = FunctionCalls.of(mapping);
                if (call != null && isIdentifier(call)) {
                    return Values.string(node, value);
                }
                List<MappingNode.Entry> entries = new ArrayList<>();
                for (MappingNode.Entry entry : mapping.entries()) {
                    entries.add(new MappingNode.Entry(text(entry.key()), entry.keyLocation(), of(entry.value())));
                }
                return new MappingNode(mapping.location(), mapping.pointer(), mapping.tag(), entries);
            }
            if (node instanceof SequenceNode sequence) {
                List<Node> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(of(item)));
                return new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), items);
            }
            FunctionCalls.Call call = FunctionCalls.of(node);
            if (call != null && isIdentifier(call)) {
                return Values.string(node, value);
            }
            ScalarNode scalar = (ScalarNode) node;
            return new ScalarNode(
                    scalar.location(), scalar.pointer(), scalar.tag(), scalar.kind(), text(scalar.text()));
        }

        private boolean isIdentifier(FunctionCalls.Call call) {
            return call.function().equals("Ref") && Values.text(call.argument()).equals(identifier);
        }

        /** {@code &{Name}} takes the letters and digits of the value only, for logical ids. */
        String text(String text) {
            return text.replace("${" + identifier + "}", value)
                    .replace("&{" + identifier + "}", value.replaceAll("[^A-Za-z0-9]", ""));
        }
    }
}
