package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object or YAML mapping; entries keep the order of the text, keys are unique (the last of a duplicate wins). */
public record MappingNode(
        SourceLocation location, Pointer pointer, @Nullable String tag, List<Entry> entries) implements Node {

    /** One key with the place it stands at, and its value. */
    public record Entry(String key, SourceLocation keyLocation, Node value) {}

    /** The value under a key, null when the key is absent; a value that is an explicit null is returned as a node. */
    public @Nullable Node get(String key) {
        // Real objects have a handful of keys; a scan beats building a map for every object.
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                return entries.get(i).value();
            }
        }
        return null;
    }

    /** Whether the key is there with a value other than null. */
    public boolean has(String key) {
        Node value = get(key);
        return value != null && !value.isNull();
    }

    @Override
    public String describe() {
        return "an object";
    }
}
