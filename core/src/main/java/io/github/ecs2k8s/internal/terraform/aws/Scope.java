package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that can be seen from one: those of its block, then those of the blocks around it.
 *
 * @param outer the block around, null for a resource itself
 */
record Scope(
        MappingNode block,
        Map<String, List<Argument>> arguments,
        @Nullable Scope outer) {

    /** Whether {@code argument=value} or {@code argument!=value} holds. */
    boolean holds(@Nullable String condition) {
        if (condition == null) {
            return true;
        }
        int equals = condition.indexOf('=');
        boolean not = condition.charAt(equals - 1) == '!';
        String value = value(condition.substring(0, not ? equals - 1 : equals));
        return not != condition.substring(equals + 1).equals(value);
    }

    private @Nullable String value(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.arguments.containsKey(name)) {
                return Nodes.text(scope.block.get(name));
            }
        }
        return null;
    }
}
