package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array or YAML sequence, in the order of the text. */
public record SequenceNode(
        SourceLocation location, Pointer pointer, @Nullable String tag, List<Node> items) implements Node {

    @Override
    public String describe() {
        return "a list";
    }
}
