package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.CompactJson;
import io.github.ecs2k8s.source.EmbeddedJson;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the table: a resource with the provider's names → the same with the API's. */
public final class ResourceMapping {
    private final Findings findings;
    private final TerraformResource resource;
    private final ProviderType type;

    private ResourceMapping(TerraformResource resource, ProviderType type, Findings findings) {
        this.resource = resource;
        this.type = type;
        this.findings = findings;
    }

    /**
     * The resource as the API describes it.
     *
     * @param findings receives arguments that the table does not know
     */
    public static MappedResource of(TerraformResource resource, Findings findings) {
        ProviderType type = ProviderTypes.of(resource.type());
        if (type == null) {
            throw new IllegalArgumentException("no entry for " + resource.type());
        }
        return new MappedResource(type.kind(), new ResourceMapping(resource, type, findings).members());
    }

    private MappingNode members() {
        ObjectDraft draft = new ObjectDraft(resource.values());
        type.set().forEach((member, value) -> draft.put(List.of(member), place(), constant(resource.values(), value)));
        block(new Scope(resource.values(), type.arguments(), null), draft, draft);
        return draft.build();
    }

    private SourceLocation place() {
        return resource.values().location();
    }

    private static Node constant(Node place, String value) {
        boolean truth = value.equals("true") || value.equals("false");
        ScalarNode.Kind kind = truth ? ScalarNode.Kind.BOOLEAN : ScalarNode.Kind.STRING;
        return new ScalarNode(place.location(), place.pointer(), null, kind, value);
    }

    /** All arguments of a block, in the order of the table, so that the text's order shows nowhere. */
    private void block(Scope scope, ObjectDraft into, ObjectDraft top) {
        scope.arguments().forEach((name, choices) -> {
            MappingNode.Entry entry = entry(scope.block(), name);
            for (Argument argument : choices) {
                if (scope.holds(argument.only())) {
                    argument(name, entry, argument, scope, into, top);
                    return;
                }
            }
        });
        for (MappingNode.Entry entry : scope.block().entries()) {
            boolean known = scope.arguments().containsKey(entry.key())
                    || scope.outer() == null && type.ignored().contains(entry.key());
            if (!known && !Nodes.isBlank(entry.value()) && !isNo(entry.value()) && !resource.data()) {
                sayUnknown(entry);
            }
        }
    }

    private static boolean isNo(Node value) {
        return value instanceof ScalarNode scalar && scalar.text().equals("false");
    }

    private static MappingNode.@Nullable Entry entry(MappingNode block, String name) {
        for (MappingNode.Entry entry : block.entries()) {
            if (entry.key().equals(name)) {
                return Nodes.isBlank(entry.value()) ? null : entry;
            }
        }
        return null;
    }

    private void argument(
            String name,
            MappingNode.@Nullable Entry entry,
            Argument argument,
            Scope scope,
            ObjectDraft into,
            ObjectDraft top) {
        if (entry == null) {
            if (argument.absent() != null && !resource.data()) {
                absent(argument, scope, into);
            }
            return;
        }
        Node value = entry.value();
        if (value instanceof ScalarNode scalar && argument.defaults().contains(scalar.text())) {
            return;
        }
        SourceLocation key = entry.keyLocation();
        switch (argument.form()) {
            case ONE, MANY -> blocks(entry, argument, scope, into, top);
            case FREE -> into.put(argument.path(), key, value);
            case PAIRS -> pairs(entry, argument, into);
            case ATTRIBUTE -> attribute(entry, argument, top);
            case DOCUMENT -> into.put(argument.path(), key, document(value));
            case TEXT -> into.put(argument.path(), key, asText(value));
            case RULES -> into.put(argument.path(), key, new GroupPermissions(resource.address()).of(value));
            case VALUE -> into.put(argument.path(), key, worded(value, argument));
        }
        argument.set().forEach((member, text) -> into.put(List.of(member), key, Nodes.text(value, text)));
    }

    private static void absent(Argument argument, Scope scope, ObjectDraft into) {
        Node value = argument.form() == Argument.Form.RULES
                ? Nodes.list(scope.block(), List.of())
                : worded(Nodes.text(scope.block(), String.valueOf(argument.absent())), argument);
        into.put(argument.path(), scope.block().location(), value);
    }

    private static Node worded(Node value, Argument argument) {
        if (value instanceof ScalarNode scalar && argument.values().containsKey(scalar.text())) {
            String word = String.valueOf(argument.values().get(scalar.text()));
            return constant(value, word);
        }
        return value;
    }

    private void blocks(MappingNode.Entry entry, Argument argument, Scope scope, ObjectDraft into, ObjectDraft top) {
        for (Node item : Nodes.items(entry.value())) {
            if (!(item instanceof MappingNode block)) {
                sayOpen(entry, item);
                continue;
            }
            if (argument.when() != null && !"true".equals(Nodes.text(block.get(argument.when())))) {
                continue;
            }
            boolean one = argument.form() == Argument.Form.ONE;
            SourceLocation key = one ? entry.keyLocation() : block.location();
            ObjectDraft inner = one
                    ? into.inner(argument.path(), key, block)
                    : into.append(argument.path(), entry.keyLocation(), block, entry.value());
            block(new Scope(block, argument.of(), scope), inner, top);
        }
    }

    private void pairs(MappingNode.Entry entry, Argument argument, ObjectDraft into) {
        if (!(entry.value() instanceof MappingNode map)) {
            sayOpen(entry, entry.value());
            return;
        }
        List<Node> pairs = new ArrayList<>();
        List<MappingNode.Entry> sorted = new ArrayList<>(map.entries());
        // Maps have no order in Terraform.
        sorted.sort(Comparator.comparing(MappingNode.Entry::key));
        for (MappingNode.Entry pair : sorted) {
            Node value = pair.value();
            if (!value.isNull()) {
                Node key =
                        new ScalarNode(pair.keyLocation(), value.pointer(), null, ScalarNode.Kind.STRING, pair.key());
                pairs.add(Nodes.object(
                        key,
                        List.of(
                                new MappingNode.Entry(argument.names().get(0), pair.keyLocation(), key),
                                new MappingNode.Entry(argument.names().get(1), pair.keyLocation(), value))));
            }
        }
        into.put(argument.path(), entry.keyLocation(), Nodes.list(map, pairs));
    }

    private void attribute(MappingNode.Entry entry, Argument argument, ObjectDraft top) {
        Node value = entry.value();
        ObjectDraft attribute =
                top.append(List.of(String.valueOf(type.attributes())), entry.keyLocation(), value, null);
        attribute.put(
                List.of("Key"),
                entry.keyLocation(),
                Nodes.text(value, argument.path().get(0)));
        String text = value instanceof ScalarNode scalar ? scalar.text() : "";
        attribute.put(List.of("Value"), entry.keyLocation(), Nodes.text(value, text));
    }

    /** What a JSON document says; what is none stays as it is, and whoever takes it will say so. */
    private static Node document(Node value) {
        try {
            return value instanceof ScalarNode scalar
                    ? new EmbeddedJson(new SourceFile(value.location().file(), "")).parse(scalar)
                    : value;
        } catch (BrokenInputException e) {
            return value;
        }
    }

    private static Node asText(Node value) {
        return value instanceof ScalarNode ? value : Nodes.text(value, CompactJson.write(value));
    }

    private void sayOpen(MappingNode.Entry entry, Node item) {
        if (!item.isNull()) {
            say(
                    entry,
                    FindingCode.UNRESOLVED_REFERENCE,
                    entry.key() + " of " + resource.address() + " is known only after apply; it is left out",
                    "apply, and give the output of: terraform show -json");
        }
    }

    private void sayUnknown(MappingNode.Entry entry) {
        say(
                entry,
                FindingCode.UNKNOWN_FIELD,
                "unknown argument \"" + entry.key() + "\" of " + resource.type() + "; it is left out",
                null);
    }

    private void say(MappingNode.Entry entry, FindingCode code, String message, @Nullable String hint) {
        findings.add(new Finding(code, entry.value().pointer().toString(), entry.keyLocation(), message, hint, null));
    }
}
