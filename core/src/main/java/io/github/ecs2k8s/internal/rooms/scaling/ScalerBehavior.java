package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The behavior of a scaler → cooldowns of its policies, and whether they add and take away tasks at all: the way back of
 * {@link ScalingRate}. How many tasks at a time is up to target tracking
 * (https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html).
 */
final class ScalerBehavior {
    private static final List<String> USUAL_UP = List.of("Percent 100 15", "Pods 4 15");
    private static final List<String> USUAL_DOWN = List.of("Percent 100 15");

    private final ServiceScaler scaler;

    ScalerBehavior(ServiceScaler scaler) {
        this.scaler = scaler;
    }

    /** Reads both directions. */
    void read(@Nullable MappingNode behavior) {
        if (behavior == null) {
            return;
        }
        rules(Nodes.object(behavior, "scaleUp"), true);
        rules(Nodes.object(behavior, "scaleDown"), false);
    }

    private void rules(@Nullable MappingNode rules, boolean up) {
        if (rules == null) {
            return;
        }
        String select = Nodes.text(rules, "selectPolicy");
        if ("Disabled".equals(select)) {
            if (up) {
                scaler.suspendOut();
            } else {
                scaler.keepTasks();
            }
            return;
        }
        if ("Min".equals(select)) {
            say("the smallest of several changes is not chosen", rules.nearest("selectPolicy"));
        }
        Node window = rules.get("stabilizationWindowSeconds");
        if (window != null && Scalars.number(window) != null) {
            cooldown(Scalars.whole(window, 0), up, window);
        }
        Node policies = rules.get("policies");
        if (policies != null && !isUsual(Nodes.items(rules, "policies"), up)) {
            say("how many tasks at a time is not limited", policies);
        }
        Node tolerance = rules.get("tolerance");
        if (tolerance != null && !tolerance.isNull()) {
            say("target tracking has a tolerance of its own", tolerance);
        }
    }

    private void cooldown(int seconds, boolean up, Node place) {
        if (up) {
            scaler.outCooldown(seconds);
        } else {
            scaler.inCooldown(seconds);
        }
        scaler.find(
                FindingCode.COOLDOWN,
                "Kubernetes looks back over " + seconds + " s before it scales " + (up ? "up" : "down")
                        + "; ECS waits that long after it has scaled " + (up ? "out" : "in"),
                null,
                place);
    }

    /** What the API server fills in where somebody writes any behavior at all. */
    private static boolean isUsual(List<Node> policies, boolean up) {
        for (Node item : policies) {
            String text = item instanceof MappingNode policy
                    ? Nodes.text(policy, "type") + " " + Nodes.text(policy, "value") + " "
                            + Nodes.text(policy, "periodSeconds")
                    : "";
            if (!(up ? USUAL_UP : USUAL_DOWN).contains(text)) {
                return false;
            }
        }
        return true;
    }

    private void say(String message, Node place) {
        scaler.find(
                FindingCode.SCALER_PACE,
                message + ": target tracking adds as many as the metric asks for, and takes them away slowly",
                null,
                place);
    }
}
