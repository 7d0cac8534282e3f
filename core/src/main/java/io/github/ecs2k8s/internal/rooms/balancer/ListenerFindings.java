package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Forward;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.RuleFindings;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ElbValues;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ReadOnlyFields;
import io.github.ecs2k8s.source.MappingNode;

/** What is not carried of listeners and their rules, whatever they become. */
final class ListenerFindings {
    private ListenerFindings() {}

    static void say(Resource<Listener> listener, Balancer balancer, BundleToKubernetes bundle) {
        MappingNode node = listener.node();
        ReadOnlyFields.say(bundle, node, "ListenerArn");
        ElbValues.check(bundle, node, listener.value().protocol(), ElbValues.PROTOCOLS, "Protocol");
        if (listener.value().port() == null && balancer.kind() != Balancer.Kind.GATEWAY) {
            bundle.at(node).report(FindingCode.MISSING_FIELD, "the listener has no port; the usual one is written");
        }
        if (listener.value().loadBalancerArn() == null) {
            bundle.at(node)
                    .report(
                            FindingCode.LISTENER_INFERRED,
                            "the listener names no load balancer; its own ARN tells which it is");
        }
        tags(node, bundle);
        boolean network = balancer.kind() == Balancer.Kind.NETWORK;
        boolean annotated =
                network ? HttpForm.hasController(bundle.target()) : HttpForm.of(bundle.target()) == HttpForm.ALB;
        for (String member : new String[] {"AlpnPolicy", "MutualAuthentication", "ListenerAttributes", "SslPolicy"}) {
            boolean other = member.equals("AlpnPolicy") != network && !member.equals("SslPolicy");
            if (node.get(member) != null && (!annotated || other)) {
                bundle.at(node, member)
                        .report(
                                FindingCode.LISTENER_SETTING,
                                member
                                        + " is a matter of the cluster's load balancer or ingress controller; it is not written");
            }
        }
    }

    private static void tags(MappingNode node, BundleToKubernetes bundle) {
        if (node.get("Tags") != null) {
            bundle.at(node, "Tags")
                    .report(
                            FindingCode.LOAD_BALANCER_TAG,
                            "tags of listeners and rules are not written; those of the load balancer are");
        }
    }

    static void say(RoutingRule rule, BundleToKubernetes bundle) {
        if (rule.resource() != null) {
            ReadOnlyFields.say(bundle, rule.node(), "RuleArn");
            tags(rule.node(), bundle);
            RuleFindings.sayOrder(rule, bundle);
            RuleFindings.sayEverything(rule, bundle);
            conditions(rule, bundle);
        }
        for (int i = 0; i < rule.actions().size(); i++) {
            ListenerAction action = rule.actions().get(i);
            ElbValues.check(bundle, rule.node(), action.type(), ElbValues.ACTIONS, rule.actionsKey(), i, "Type");
            if (action.order() != null) {
                bundle.at(rule.node(), rule.actionsKey(), i, "Order")
                        .report(
                                FindingCode.LISTENER_RULE_ORDER,
                                "whoever calls is checked first; the order says no more");
            }
            forward(rule, action, i, bundle);
        }
    }

    private static void conditions(RoutingRule rule, BundleToKubernetes bundle) {
        for (int i = 0; i < rule.conditions().size(); i++) {
            if (rule.conditions().get(i).field() == null) {
                bundle.at(rule.node(), "Conditions", i)
                        .report(
                                FindingCode.LISTENER_INFERRED,
                                "the condition names no field; its configuration tells which it is");
            }
        }
    }

    /** A share without others means nothing. */
    private static void forward(RoutingRule rule, ListenerAction action, int index, BundleToKubernetes bundle) {
        Forward forward = action.forwardConfig();
        if (forward == null) {
            return;
        }
        if (action.targetGroupArn() != null && !forward.targetGroups().isEmpty()) {
            boolean same =
                    action.targetGroupArn().equals(forward.targetGroups().get(0).targetGroupArn());
            bundle.at(rule.node(), rule.actionsKey(), index, "TargetGroupArn")
                    .report(
                            same ? FindingCode.LISTENER_FORWARD : FindingCode.INVALID_VALUE,
                            "ForwardConfig says where the requests go"
                                    + (same ? "; this says it again" : ", and not there"));
        }
        if (forward.targetGroups().size() != 1) {
            return;
        }
        if (forward.targetGroups().get(0).weight() != null) {
            bundle.at(rule.node(), rule.actionsKey(), index, "ForwardConfig", "TargetGroups", 0, "Weight")
                    .report(FindingCode.LISTENER_FORWARD, "there is one target group; its share is everything");
        }
        if (forward.targetGroupStickinessConfig() != null) {
            bundle.at(rule.node(), rule.actionsKey(), index, "ForwardConfig", "TargetGroupStickinessConfig")
                    .report(FindingCode.LISTENER_FORWARD, "there is one target group; every caller stays with it");
        }
    }
}
