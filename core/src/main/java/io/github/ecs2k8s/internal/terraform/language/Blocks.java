package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The blocks within a resource, {@code dynamic} ones written out
 * (https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks).
 */
record Blocks(Workshop workshop, Names names) {
    /** What tells Terraform how to go about a resource, and not what it is. */
    static final Set<String> META_ARGUMENTS =
            Set.of("count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner");

    /** A block with the names that its expressions may use. */
    record Named(Body.Block block, Names names) {}

    /** The value of an argument, or the objects of the blocks of that type; null when there is neither. */
    @Nullable Value argument(Body body, String name) {
        Expression expression = body.get(name);
        if (expression != null) {
            return workshop.evaluator().evaluate(expression, names);
        }
        List<Named> blocks = blocks(body, name);
        if (blocks.isEmpty()) {
            return null;
        }
        List<Value> objects = new ArrayList<>();
        for (Named block : blocks) {
            objects.add(new Blocks(workshop, block.names()).object(block.block().body()));
        }
        return Values.list(blocks.get(0).block().location(), objects);
    }

    private Value object(Body body) {
        Value.Mapping object = Value.Mapping.empty(body.location());
        for (Body.Attribute attribute : body.attributes()) {
            Value value = workshop.evaluator().evaluate(attribute.expression(), names);
            object.entries().put(attribute.name(), new Value.Entry(attribute.location(), value));
        }
        for (String type : types(body)) {
            Value value = argument(body, type);
            if (value != null) {
                object.entries().put(type, new Value.Entry(value.location(), value));
            }
        }
        return object;
    }

    /** The types of the blocks in a body, each once, in the order of the text. */
    static Set<String> types(Body body) {
        Set<String> types = new LinkedHashSet<>();
        for (Body.Block block : body.blocks()) {
            types.add(block.type().equals("dynamic") ? block.label(0) : block.type());
        }
        return types;
    }

    /** The blocks of a type. */
    List<Named> blocks(Body body, String type) {
        List<Named> blocks = new ArrayList<>();
        for (Body.Block block : body.blocks()) {
            if (block.type().equals(type)) {
                blocks.add(new Named(block, names));
            } else if (block.type().equals("dynamic") && block.label(0).equals(type)) {
                dynamic(block, type, blocks);
            }
        }
        return blocks;
    }

    private void dynamic(Body.Block block, String type, List<Named> blocks) {
        Expression forEach = block.body().get("for_each");
        List<Body.Block> content = block.body().blocks("content");
        if (forEach == null || content.isEmpty()) {
            return;
        }
        String iterator = block.body().get("iterator") instanceof Expression.Variable word ? word.name() : type;
        Value collection = Values.show(workshop.evaluator().evaluate(forEach, names));
        List<Loops.Round> rounds = Loops.rounds(collection, forEach.location());
        if (rounds == null) {
            workshop.notices().instances(type, "for_each", Values.describe(collection), forEach.location());
            Value item = Values.unknown(forEach.location(), iterator + ".value");
            rounds = List.of(new Loops.Round(Values.unknown(forEach.location(), iterator + ".key"), item));
        }
        for (Loops.Round round : rounds) {
            Value.Mapping current = Value.Mapping.empty(forEach.location());
            current.entries().put("key", new Value.Entry(round.key().location(), round.key()));
            current.entries().put("value", new Value.Entry(round.value().location(), round.value()));
            Body.Block made = new Body.Block(
                    block.location(), type, List.of(), content.get(0).body());
            blocks.add(new Named(made, names.with(null, current, iterator, current)));
        }
    }
}
