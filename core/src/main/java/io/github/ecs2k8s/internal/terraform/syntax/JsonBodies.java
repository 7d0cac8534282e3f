package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON form of the language, {@code .tf.json} and {@code .tfvars.json}
 * (https://developer.hashicorp.com/terraform/language/syntax/json). Blocks and arguments look alike in it: objects and lists of
 * objects in a resource are taken to be blocks, unless their name is that of a map.
 */
public final class JsonBodies {
    /** Blocks at the top with the number of their labels. */
    private static final Map<String, Integer> LABELS = Map.of(
            "resource",
            2,
            "data",
            2,
            "module",
            1,
            "variable",
            1,
            "output",
            1,
            "provider",
            1,
            "locals",
            0,
            "terraform",
            0);

    /** Blocks whose arguments are never blocks. */
    private static final Set<String> PLAIN = Set.of("locals", "module", "output", "terraform");

    /** Arguments of resources that are maps; any other object is a block that stands once. */
    private static final Set<String> MAPS = Set.of(
            "tags",
            "tags_all",
            "driver_opts",
            "labels",
            "options",
            "vars",
            "variables",
            "parameters",
            "triggers",
            "keepers");

    private final SourceFile file;

    private JsonBodies(SourceFile file) {
        this.file = file;
    }

    /** The blocks of a file. */
    public static Body file(SourceFile file) {
        return new JsonBodies(file).top();
    }

    /** The values of variables in a file; texts are taken as they stand. */
    public static Body values(SourceFile file) {
        MappingNode object = object(file);
        List<Body.Attribute> attributes = new ArrayList<>();
        for (MappingNode.Entry entry : object.entries()) {
            attributes.add(new Body.Attribute(entry.keyLocation(), entry.key(), plain(entry.value())));
        }
        return new Body(object.location(), attributes, List.of());
    }

    private static MappingNode object(SourceFile file) {
        Node document = Documents.parse(file, new Findings()).get(0);
        if (!(document instanceof MappingNode object)) {
            throw new BrokenInputException(
                    document.location(), "found " + document.describe() + " where an object was expected", null);
        }
        return object;
    }

    private Body top() {
        MappingNode object = object(file);
        List<Body.Block> blocks = new ArrayList<>();
        for (MappingNode.Entry entry : object.entries()) {
            if (!entry.key().equals("//")) {
                blocks(entry, LABELS.getOrDefault(entry.key(), 0), List.of(), entry.key(), blocks);
            }
        }
        return new Body(object.location(), List.of(), blocks);
    }

    private void blocks(
            MappingNode.Entry entry, int labels, List<String> before, String type, List<Body.Block> blocks) {
        List<Node> values = entry.value() instanceof SequenceNode list ? list.items() : List.of(entry.value());
        for (Node value : values) {
            if (!(value instanceof MappingNode object)) {
                continue;
            }
            if (labels == 0) {
                blocks.add(new Body.Block(entry.keyLocation(), type, before, body(object, type)));
                continue;
            }
            for (MappingNode.Entry labelled : object.entries()) {
                List<String> all = new ArrayList<>(before);
                all.add(labelled.key());
                blocks(labelled, labels - 1, all, type, blocks);
            }
        }
    }

    private Body body(MappingNode object, String type) {
        List<Body.Attribute> attributes = new ArrayList<>();
        List<Body.Block> blocks = new ArrayList<>();
        for (MappingNode.Entry entry : object.entries()) {
            if (entry.key().equals("dynamic")) {
                blocks(entry, 1, List.of(), "dynamic", blocks);
            } else if (isBlock(type, entry.key()) && entry.value() instanceof MappingNode inner) {
                blocks.add(new Body.Block(entry.keyLocation(), entry.key(), List.of(), body(inner, entry.key())));
            } else if (!entry.key().equals("//")) {
                attributes.add(new Body.Attribute(entry.keyLocation(), entry.key(), argument(type, entry)));
            }
        }
        return new Body(object.location(), attributes, blocks);
    }

    /** The content of a dynamic block, the tags of a provider: always objects that are blocks. */
    private static boolean isBlock(String type, String key) {
        return type.equals("dynamic") && key.equals("content")
                || type.equals("provider") && key.equals("default_tags")
                || key.equals("lifecycle");
    }

    private Expression argument(String type, MappingNode.Entry entry) {
        if (type.equals("variable")) {
            return entry.key().equals("type") ? typeOf(entry.value()) : plain(entry.value());
        }
        Expression value = expression(entry.value());
        boolean block = !PLAIN.contains(type) && value instanceof Expression.ObjectOf && !MAPS.contains(entry.key());
        return block ? new Expression.Tuple(value.location(), List.of(value)) : value;
    }

    private Expression typeOf(Node value) {
        boolean text = value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.STRING;
        return text ? parsed((ScalarNode) value, false) : expression(value);
    }

    private Expression expression(Node node) {
        SourceLocation place = node.location();
        if (node instanceof SequenceNode list) {
            return new Expression.Tuple(
                    place, list.items().stream().map(this::expression).toList());
        }
        if (node instanceof MappingNode object) {
            List<Expression.ObjectOf.Item> items = new ArrayList<>();
            for (MappingNode.Entry entry : object.entries()) {
                Expression key = parsed(
                        new ScalarNode(entry.keyLocation(), node.pointer(), null, ScalarNode.Kind.STRING, entry.key()),
                        true);
                items.add(new Expression.ObjectOf.Item(key, expression(entry.value())));
            }
            return new Expression.ObjectOf(place, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.kind() == ScalarNode.Kind.STRING ? parsed(scalar, true) : literal(scalar);
    }

    private static Expression literal(ScalarNode scalar) {
        return new Expression.Literal(scalar.location(), scalar.kind(), scalar.text());
    }

    /** A text as template or expression, all of whose places are that of the text. */
    private Expression parsed(ScalarNode scalar, boolean template) {
        String text = scalar.text();
        if (template && !text.contains("${") && !text.contains("%{")) {
            return text(scalar);
        }
        SourceFile part = new SourceFile(file.name(), text);
        return template ? HclParser.template(part, scalar.location()) : HclParser.expression(part, scalar.location());
    }

    private static Expression text(ScalarNode scalar) {
        return new Expression.Template(
                scalar.location(), List.of(new TemplatePart.Text(scalar.location(), scalar.text())));
    }

    private static Expression plain(Node node) {
        SourceLocation place = node.location();
        if (node instanceof SequenceNode list) {
            return new Expression.Tuple(
                    place, list.items().stream().map(JsonBodies::plain).toList());
        }
        if (node instanceof MappingNode object) {
            List<Expression.ObjectOf.Item> items = new ArrayList<>();
            for (MappingNode.Entry entry : object.entries()) {
                Expression key = new Expression.Template(
                        entry.keyLocation(), List.of(new TemplatePart.Text(entry.keyLocation(), entry.key())));
                items.add(new Expression.ObjectOf.Item(key, plain(entry.value())));
            }
            return new Expression.ObjectOf(place, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.kind() == ScalarNode.Kind.STRING ? text(scalar) : literal(scalar);
    }
}
