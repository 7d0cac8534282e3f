package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.internal.terraform.syntax.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Blocks of override files, whose arguments win (https://developer.hashicorp.com/terraform/language/files/override). */
final class Overrides {
    private Overrides() {}

    /** A block with what an override file changes: arguments one by one, nested blocks by their type. */
    static Body.Block merged(Body.Block block, Body.Block override) {
        Body over = override.body();
        List<Body.Attribute> attributes = new ArrayList<>(over.attributes());
        for (Body.Attribute attribute : block.body().attributes()) {
            if (over.attribute(attribute.name()) == null) {
                attributes.add(attribute);
            }
        }
        Set<String> types = over.blocks().stream().map(Body.Block::type).collect(Collectors.toSet());
        List<Body.Block> blocks = new ArrayList<>(over.blocks());
        for (Body.Block inner : block.body().blocks()) {
            if (!types.contains(inner.type())) {
                blocks.add(inner);
            }
        }
        Body body = new Body(block.body().location(), List.copyOf(attributes), List.copyOf(blocks));
        return new Body.Block(block.location(), block.type(), block.labels(), body);
    }
}
