package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;

/**
 * ELB listener ⇄ ports, certificates and default backend of an Ingress, listeners of a Gateway, or ports of a Service;
 * {@link LoadBalancers} writes them
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html).
 */
public final class Listeners implements Correspondence {

    @Override
    public Term term() {
        return Term.LISTENER;
    }

    @Override
    public List<OwnedField> ecs() {
        String annotations = "Ingress.metadata.annotations";
        List<OwnedField> owned = new ArrayList<>(List.of(
                OwnedField.nowhere("listener.ListenerArn"),
                OwnedField.to("listener.LoadBalancerArn", "Ingress"),
                OwnedField.to("listener.Port", annotations),
                OwnedField.to("listener.Protocol", annotations, "HTTP or TCP"),
                OwnedField.to("listener.Certificates[].CertificateArn", annotations),
                OwnedField.to("listener.Certificates[].IsDefault", annotations),
                OwnedField.to("listener.SslPolicy", annotations),
                OwnedField.to("listener.AlpnPolicy[]", "Service.metadata.annotations"),
                OwnedField.to("listener.MutualAuthentication.**", annotations),
                OwnedField.nowhere("listener.Tags[].**"),
                OwnedField.to("listener.ListenerAttributes[].**", annotations)));
        owned.addAll(ActionFields.owned("listener.DefaultActions", "Ingress.spec.defaultBackend"));
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        String backend = "Ingress.spec.defaultBackend.";
        String action = "listener.DefaultActions[].TargetGroupArn";
        String certificate = "listener.Certificates[].CertificateArn";
        return List.of(
                OwnedField.resolved(backend + "service.name", action),
                OwnedField.resolved(backend + "service.port.number", action),
                OwnedField.resolved(backend + "service.port.name", action),
                OwnedField.nowhere(backend + "resource.**"),
                OwnedField.to("Ingress.spec.tls[].hosts[]", certificate),
                OwnedField.resolved("Ingress.spec.tls[].secretName", certificate),
                OwnedField.resolved("Gateway.spec.listeners[].name", "listener.ListenerArn"),
                OwnedField.to("Gateway.spec.listeners[].port", "listener.Port"),
                OwnedField.to("Gateway.spec.listeners[].protocol", "listener.Protocol", "HTTP"),
                OwnedField.resolved(
                        "Gateway.spec.listeners[].hostname", "listenerRule.Conditions[].HostHeaderConfig.Values[]"),
                OwnedField.to("Gateway.spec.listeners[].tls.**", certificate),
                OwnedField.to(
                        "Gateway.spec.listeners[].allowedRoutes.namespaces.from", "listenerRule.ListenerArn", "Same"),
                OwnedField.nowhere("Gateway.spec.listeners[].allowedRoutes.namespaces.selector.**"),
                OwnedField.nowhere("Gateway.spec.listeners[].allowedRoutes.kinds[].**"));
    }
}
