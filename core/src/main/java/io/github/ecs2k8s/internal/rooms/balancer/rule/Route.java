package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.FixedResponse;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Forward;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Stickiness;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.ecs.resource.ListenerActionBuilder;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listener rule to be written, before it has a place in an order.
 *
 * @param conditions all of them have to be true; empty for every request
 * @param actions what is done, in their order
 */
public record Route(List<RuleCondition> conditions, List<ListenerAction> actions, List<RuleTransform> transforms) {

    /** Whether it can be what a listener does where no rule applies: those change no request. */
    public boolean isCatchAll() {
        return conditions.isEmpty() && transforms.isEmpty();
    }

    /** The rule with an action before its others. */
    public Route checkedBy(ListenerAction check) {
        List<ListenerAction> all = new ArrayList<>();
        all.add(check);
        all.addAll(actions);
        return new Route(conditions, all, transforms);
    }

    /** Whether it sends every request back to the listener that it came to, which the controller leaves out. */
    public boolean comesBackTo(String protocol, int port) {
        for (ListenerAction action : actions) {
            Redirect redirect = action.redirectConfig();
            if (redirect != null) {
                return isSame(redirect.protocol(), "#{protocol}", protocol)
                        && isSame(redirect.port(), "#{port}", String.valueOf(port))
                        && isSame(redirect.host(), "#{host}", "#{host}")
                        && isSame(redirect.path(), "/#{path}", "/#{path}")
                        && isSame(redirect.query(), "#{query}", "#{query}");
            }
        }
        return false;
    }

    private static boolean isSame(@Nullable String given, String kept, String own) {
        return given == null || given.equals(kept) || given.equals(own);
    }

    /** A forward to one target group. */
    public static ListenerAction forward(String targetGroup) {
        return ListenerActionBuilder.builder()
                .type("forward")
                .targetGroupArn(targetGroup)
                .build();
    }

    /** A forward to several target groups, or to one. */
    public static ListenerAction forward(List<TargetGroupTuple> groups, @Nullable Stickiness stickiness) {
        if (groups.size() == 1 && groups.get(0).targetGroupArn() != null) {
            return forward(groups.get(0).targetGroupArn());
        }
        return ListenerActionBuilder.builder()
                .type("forward")
                .forwardConfig(new Forward(groups, stickiness))
                .build();
    }

    /** A redirect. */
    public static ListenerAction redirect(Redirect redirect) {
        return ListenerActionBuilder.builder()
                .type("redirect")
                .redirectConfig(redirect)
                .build();
    }

    /** The same request again by HTTPS. */
    public static ListenerAction toHttps(int port, String status) {
        return redirect(new Redirect("HTTPS", String.valueOf(port), null, null, null, status));
    }

    /** An answer of the load balancer itself, without a body. */
    public static ListenerAction answer(String status) {
        return answer(new FixedResponse(null, status, "text/plain"));
    }

    /** An answer of the load balancer itself. */
    public static ListenerAction answer(FixedResponse response) {
        return ListenerActionBuilder.builder()
                .type("fixed-response")
                .fixedResponseConfig(response)
                .build();
    }
}
