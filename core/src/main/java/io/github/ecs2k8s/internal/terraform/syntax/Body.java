package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a file or between the braces of a block: attributes and blocks, each in the order of the text
 * (https://developer.hashicorp.com/terraform/language/syntax/configuration).
 */
public record Body(SourceLocation location, List<Attribute> attributes, List<Block> blocks) {

    /** {@code name = expression}; the place is that of the name. */
    public record Attribute(SourceLocation location, String name, Expression expression) {}

    /** {@code type "label" "label" { … }}; the place is that of the type. */
    public record Block(SourceLocation location, String type, List<String> labels, Body body) {

        /** A label, empty where there is none. */
        public String label(int index) {
            return index < labels.size() ? labels.get(index) : "";
        }
    }

    /** The expression of an attribute, null when there is none of that name. */
    public @Nullable Expression get(String name) {
        Attribute attribute = attribute(name);
        return attribute == null ? null : attribute.expression();
    }

    /** An attribute, null when there is none of that name. */
    public @Nullable Attribute attribute(String name) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    /** The blocks of a type. */
    public List<Block> blocks(String type) {
        List<Block> found = new ArrayList<>();
        for (Block block : blocks) {
            if (block.type().equals(type)) {
                found.add(block);
            }
        }
        return found;
    }
}
