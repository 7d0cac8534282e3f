package io.github.ecs2k8s.internal.write.api;

import static io.github.ecs2k8s.internal.write.api.Drafts.reference;

import io.github.ecs2k8s.internal.write.BalancerParts;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.List;
import java.util.Map;

/** Load balancers, target groups, listeners and rules, with attributes, targets and further certificates after them. */
final class BalancerCalls {

    private BalancerCalls() {}

    static void add(Part part, Drafts drafts) {
        switch (part.kind()) {
            case LOAD_BALANCER -> loadBalancer(part, drafts);
            case TARGET_GROUP -> targetGroup(part, drafts);
            case LISTENER -> listener(part, drafts);
            default -> {
                if (!BalancerParts.isDefaultRule(part)) {
                    Map<String, Object> body =
                            drafts.create("elbv2 create-rule", part, BalancerParts.rule(part, "Tags"));
                    Drafts.require(body, "Priority", 1);
                }
            }
        }
    }

    private static void loadBalancer(Part part, Drafts drafts) {
        Map<String, Object> body = drafts.create(
                "elbv2 create-load-balancer",
                part,
                "Name Subnets SubnetMappings SecurityGroups Scheme Tags Type IpAddressType CustomerOwnedIpv4Pool"
                        + " EnablePrefixForIpv6SourceNat IpamPools");
        Drafts.require(body, "Name", BalancerParts.name(part));
        BalancerParts.addSubnets(part, body);
        attributes("load-balancer", "LoadBalancer", part, drafts);
    }

    private static void targetGroup(Part part, Drafts drafts) {
        Map<String, Object> body = drafts.create("elbv2 create-target-group", part, BalancerParts.TARGET_GROUP);
        Drafts.require(body, "Name", BalancerParts.name(part));
        attributes("target-group", "TargetGroup", part, drafts);
        Object targets = part.members().get("Targets");
        if (targets != null) {
            drafts.then(
                    "elbv2 register-targets",
                    part,
                    PlainTrees.of("TargetGroupArn", reference(part), "Targets", targets));
        }
    }

    private static void listener(Part part, Drafts drafts) {
        Map<String, Object> body = BalancerParts.listener(part);
        Object tags = part.members().get("Tags");
        if (tags != null) {
            body.put("Tags", tags);
        }
        drafts.create("elbv2 create-listener", part, body);
        List<Object> certificates = BalancerParts.furtherCertificates(part);
        if (!certificates.isEmpty()) {
            drafts.then(
                    "elbv2 add-listener-certificates",
                    part,
                    PlainTrees.of("ListenerArn", reference(part), "Certificates", certificates));
        }
        attributes("listener", "Listener", part, drafts);
    }

    private static void attributes(String operation, String prefix, Part part, Drafts drafts) {
        Object attributes = part.members().get(prefix + "Attributes");
        if (attributes != null) {
            drafts.then(
                    "elbv2 modify-" + operation + "-attributes",
                    part,
                    PlainTrees.of(prefix + "Arn", reference(part), "Attributes", attributes));
        }
    }
}
