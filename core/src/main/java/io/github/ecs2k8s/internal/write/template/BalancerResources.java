package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.internal.write.BalancerParts;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTexts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.internal.write.ReferenceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Load balancers, target groups, listeners and rules, and which of them a service has to wait for. */
final class BalancerResources {
    private final Parts parts;
    private final List<TemplateResource> all;

    BalancerResources(Parts parts, List<TemplateResource> all) {
        this.parts = parts;
        this.all = all;
    }

    void add(Part part) {
        switch (part.kind()) {
            case LOAD_BALANCER -> loadBalancer(part);
            case TARGET_GROUP ->
                add(
                        part,
                        PlainTrees.pick(part.members(), BalancerParts.TARGET_GROUP + " TargetGroupAttributes Targets"));
            case LISTENER -> listener(part);
            default -> {
                if (!BalancerParts.isDefaultRule(part)) {
                    Map<String, Object> rule = BalancerParts.rule(part, "");
                    rule.putIfAbsent("Priority", 1);
                    timeoutsAsText(rule, "Actions");
                    add(part, rule);
                }
            }
        }
    }

    private void add(Part part, Map<String, Object> properties) {
        all.add(new TemplateResource(part.logicalId(), TemplateResources.type(part.kind()), properties));
    }

    private void loadBalancer(Part part) {
        Map<String, Object> properties = PlainTrees.pick(
                part.members(),
                "Name Type Scheme IpAddressType Subnets SubnetMappings SecurityGroups LoadBalancerAttributes"
                        + " MinimumLoadBalancerCapacity EnablePrefixForIpv6SourceNat"
                        + " EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"
                        + " EnableCapacityReservationProvisionStabilize Ipv4IpamPoolId Tags");
        BalancerParts.addSubnets(part, properties);
        Object pool = PlainTrees.map(part.members(), "IpamPools").get("Ipv4IpamPoolId");
        if (pool != null) {
            properties.putIfAbsent("Ipv4IpamPoolId", pool);
        }
        add(part, properties);
    }

    private void listener(Part part) {
        Map<String, Object> properties = BalancerParts.listener(part);
        timeoutsAsText(properties, "DefaultActions");
        properties.putAll(PlainTrees.pick(part.members(), "ListenerAttributes"));
        add(part, properties);
        int number = 2;
        for (Object certificate : BalancerParts.furtherCertificates(part)) {
            // Each resource takes one certificate, though it has a list.
            all.add(new TemplateResource(
                    part.logicalId() + "Certificate" + number++,
                    "AWS::ElasticLoadBalancingV2::ListenerCertificate",
                    PlainTrees.of("ListenerArn", "${" + part.logicalId() + "}", "Certificates", List.of(certificate))));
        }
    }

    /** Session timeouts are numbers for the API and text here. */
    private static void timeoutsAsText(Map<String, Object> properties, String key) {
        for (Object action : PlainTrees.list(properties, key)) {
            for (String config : List.of("AuthenticateOidcConfig", "AuthenticateCognitoConfig")) {
                Map<String, Object> signIn = PlainTrees.map(PlainTrees.map(action), config);
                if (signIn.containsKey("SessionTimeout")) {
                    signIn.put("SessionTimeout", String.valueOf(signIn.get("SessionTimeout")));
                }
            }
        }
    }

    /**
     * The listeners and rules that forward to the target groups of a service: ECS refuses a target group that belongs to
     * no load balancer yet. Those that the service names itself are waited for anyway.
     */
    List<String> forwarding(Part service) {
        Set<String> groups = new HashSet<>();
        Set<String> named = references(service);
        for (String id : named) {
            Part part = parts.find(id);
            if (part != null && part.kind() == PartKind.TARGET_GROUP) {
                groups.add(id);
            }
        }
        List<String> forwarding = new ArrayList<>();
        for (Part part : parts.all()) {
            boolean forwards = part.kind() == PartKind.LISTENER
                    || part.kind() == PartKind.LISTENER_RULE && !BalancerParts.isDefaultRule(part);
            if (forwards
                    && !named.contains(part.logicalId())
                    && references(part).stream().anyMatch(groups::contains)) {
                forwarding.add(part.logicalId());
            }
        }
        return forwarding;
    }

    private static Set<String> references(Part part) {
        Set<String> ids = new HashSet<>();
        PlainTexts.change(part.members(), (text, place) -> {
            for (ReferenceText.Piece piece : ReferenceText.parse(text).pieces()) {
                if (piece.isReference()) {
                    ids.add(Parts.base(piece.text()));
                }
            }
            return text;
        });
        return ids;
    }
}
