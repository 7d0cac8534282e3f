package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding about scaling that is said when the plan is carried out, and not by whoever only asks for the plan.
 *
 * @param path below the node
 */
record PlannedFinding(
        FindingCode code, String message, @Nullable String hint, Node node, List<Object> path) {

    static PlannedFinding of(FindingCode code, String message, @Nullable String hint, Node node, Object... path) {
        return new PlannedFinding(code, message, hint, node, List.of(path));
    }

    void say(LaunchToKubernetes context) {
        context.bundle().at(node, path.toArray()).report(code, message, hint);
    }
}
