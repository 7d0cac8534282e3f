package io.github.ecs2k8s.correspondence.scaling;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.translation.LaunchContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding about scaling that is said when the plan is carried out, and not by whoever only asks for the plan.
 *
 * @param path below the node
 */
record Remark(FindingCode code, String message, @Nullable String hint, Node node, List<Object> path) {

    static Remark of(FindingCode code, String message, @Nullable String hint, Node node, Object... path) {
        return new Remark(code, message, hint, node, List.of(path));
    }

    void say(LaunchContext context) {
        context.bundle().find(code, message, hint, node, path.toArray());
    }
}
