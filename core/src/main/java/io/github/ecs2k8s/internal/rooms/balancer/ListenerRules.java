package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.gateway.GatewayPorts;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;

/**
 * ELB listener rule ⇄ host, path and backend of an Ingress, or rule of an HTTPRoute; {@link LoadBalancers} writes them
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Rule.html).
 */
public final class ListenerRules implements Correspondence {

    @Override
    public Term term() {
        return Term.LISTENER_RULE;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>(List.of(
                OwnedField.nowhere("listenerRule.RuleArn"),
                OwnedField.to("listenerRule.ListenerArn", "Ingress"),
                OwnedField.to("listenerRule.Priority", "Ingress.spec.rules[]"),
                OwnedField.to("listenerRule.Conditions[].**", "Ingress.spec.rules[].http.paths[]"),
                OwnedField.to("listenerRule.Transforms[].**", "Ingress.metadata.annotations"),
                OwnedField.nowhere("listenerRule.IsDefault", "false"),
                OwnedField.nowhere("listenerRule.Tags[].**")));
        owned.addAll(ActionFields.owned("listenerRule.Actions", "Ingress.spec.rules[].http.paths[].backend"));
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        String path = "Ingress.spec.rules[].http.paths[].";
        String action = "listenerRule.Actions[].TargetGroupArn";
        List<OwnedField> owned = new ArrayList<>(List.of(
                OwnedField.to("Ingress.spec.rules[].host", "listenerRule.Conditions[].HostHeaderConfig.Values[]"),
                OwnedField.to(path + "path", "listenerRule.Conditions[].PathPatternConfig.Values[]", "/"),
                OwnedField.to(path + "pathType", "listenerRule.Priority", "Prefix or ImplementationSpecific"),
                OwnedField.resolved(path + "backend.service.name", action),
                OwnedField.resolved(path + "backend.service.port.number", action),
                OwnedField.resolved(path + "backend.service.port.name", action),
                OwnedField.nowhere(path + "backend.resource.**")));
        owned.addAll(routes("HTTPRoute.spec."));
        owned.addAll(routes("GRPCRoute.spec."));
        GatewayPorts.KINDS.forEach(kind -> owned.addAll(ports(kind + ".spec.")));
        return owned;
    }

    private static List<OwnedField> ports(String spec) {
        String to = "listener.DefaultActions[].TargetGroupArn";
        return List.of(
                OwnedField.resolved(spec + "parentRefs[].**", "listener.Port"),
                OwnedField.nowhere(spec + "hostnames[]"),
                OwnedField.resolved(spec + "rules[].name", "listener"),
                OwnedField.to(
                        spec + "rules[].backendRefs[].weight",
                        "listener.DefaultActions[].ForwardConfig.TargetGroups[].Weight",
                        "1"),
                OwnedField.resolved(spec + "rules[].backendRefs[].group", to),
                OwnedField.resolved(spec + "rules[].backendRefs[].kind", to),
                OwnedField.resolved(spec + "rules[].backendRefs[].namespace", to),
                OwnedField.resolved(spec + "rules[].backendRefs[].name", to),
                OwnedField.resolved(spec + "rules[].backendRefs[].port", to));
    }

    private static List<OwnedField> routes(String spec) {
        String rule = spec + "rules[].";
        String path = "listenerRule.Conditions[].PathPatternConfig.Values[]";
        String header = "listenerRule.Conditions[].HttpHeaderConfig.Values[]";
        String query = "listenerRule.Conditions[].QueryStringConfig.Values[]";
        return List.of(
                OwnedField.resolved(spec + "parentRefs[].**", "listenerRule.ListenerArn"),
                OwnedField.to(spec + "hostnames[]", "listenerRule.Conditions[].HostHeaderConfig.Values[]"),
                OwnedField.resolved(rule + "name", "listenerRule.RuleArn"),
                OwnedField.to(rule + "matches[].path.type", path, "PathPrefix"),
                OwnedField.to(rule + "matches[].path.value", path, "/"),
                OwnedField.to(
                        rule + "matches[].method" + (spec.startsWith("GRPC") ? ".**" : ""),
                        "listenerRule.Conditions[].HttpRequestMethodConfig.Values[]"),
                OwnedField.to(rule + "matches[].headers[].type", header, "Exact"),
                OwnedField.to(
                        rule + "matches[].headers[].name", "listenerRule.Conditions[].HttpHeaderConfig.HttpHeaderName"),
                OwnedField.to(rule + "matches[].headers[].value", header),
                OwnedField.to(rule + "matches[].queryParams[].type", query, "Exact"),
                OwnedField.to(rule + "matches[].queryParams[].name", query),
                OwnedField.to(rule + "matches[].queryParams[].value", query),
                OwnedField.to(rule + "filters[].**", "listenerRule.Transforms[]"),
                OwnedField.to(
                        rule + "backendRefs[].weight",
                        "listenerRule.Actions[].ForwardConfig.TargetGroups[].Weight",
                        "1"),
                OwnedField.resolved(rule + "backendRefs[].group", "listenerRule.Actions[].TargetGroupArn"),
                OwnedField.resolved(rule + "backendRefs[].kind", "listenerRule.Actions[].TargetGroupArn"),
                OwnedField.resolved(rule + "backendRefs[].namespace", "listenerRule.Actions[].TargetGroupArn"),
                OwnedField.resolved(rule + "backendRefs[].name", "listenerRule.Actions[].TargetGroupArn"),
                OwnedField.resolved(rule + "backendRefs[].port", "listenerRule.Actions[].TargetGroupArn"),
                OwnedField.nowhere(rule + "backendRefs[].filters[].**"),
                OwnedField.nowhere(rule + "timeouts.**"),
                OwnedField.nowhere(rule + "retry.**"),
                OwnedField.nowhere(rule + "sessionPersistence.**"));
    }
}
