package io.github.ecs2k8s.correspondence.balancer;

import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.translation.BundleContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Application load balancer ⇄ annotations of an Ingress
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/).
 *
 * <p>The traps: ELB faces the internet when nothing is said, the controller makes an internal one. What has no id yet
 * because a template makes it cannot be named; without subnets the controller finds those that are tagged for it, and
 * without groups it makes one, which must not be open to more callers than before.
 */
final class AlbSettings {
    private static final String P = TargetGroupAnnotations.PREFIX;

    private final BundleContext bundle;
    private final Balancer balancer;
    private final Map<String, String> all = new LinkedHashMap<>();

    private AlbSettings(BundleContext bundle, Balancer balancer) {
        this.bundle = bundle;
        this.balancer = balancer;
    }

    /** The annotations; empty when the load balancer is not in the input. */
    static Map<String, String> of(Balancer balancer, BundleContext bundle) {
        AlbSettings settings = new AlbSettings(bundle, balancer);
        if (balancer.resource() != null) {
            settings.write(balancer.resource());
        }
        return settings.all;
    }

    private void write(Resource<LoadBalancer> resource) {
        LoadBalancer value = resource.value();
        if (value.loadBalancerArn() != null && !Placeholders.isOpen(value.loadBalancerArn())) {
            all.put("ecs2k8s.io/source", value.loadBalancerArn());
        }
        all.put(P + "scheme", "internal".equals(value.scheme()) ? "internal" : "internet-facing");
        if (value.ipAddressType() != null) {
            all.put(P + "ip-address-type", value.ipAddressType());
        }
        Identifiers.subnets(value, resource, bundle).ifPresent(ids -> all.put(P + "subnets", ids));
        securityGroups(value, resource);
        put("customer-owned-ipv4-pool", value.customerOwnedIpv4Pool());
        put("load-balancer-attributes", TargetGroupAnnotations.attributes(value.loadBalancerAttributes()));
        if (value.minimumLoadBalancerCapacity() != null
                && value.minimumLoadBalancerCapacity().capacityUnits() != null) {
            put(
                    "minimum-load-balancer-capacity",
                    "CapacityUnits=" + value.minimumLoadBalancerCapacity().capacityUnits());
        }
        put("tags", TargetGroupAnnotations.tags(value.tags()));
    }

    private void put(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(P + key, value);
        }
    }

    private void securityGroups(LoadBalancer value, Resource<LoadBalancer> resource) {
        if (value.securityGroups().isEmpty()) {
            return;
        }
        OpenPorts open = OpenPorts.of(value.securityGroups(), balancer.ports(), bundle, resource.node());
        List<String> ids = Identifiers.known(value.securityGroups(), "sg-");
        if (ids.size() == value.securityGroups().size()) {
            all.put(P + "security-groups", String.join(",", ids));
            // Otherwise the controller expects somebody else to let the load balancer in to the pods.
            all.put(P + "manage-backend-security-group-rules", "true");
            return;
        }
        if (open != null && !open.isEverybody() && !open.blocks().isEmpty()) {
            all.put(P + "inbound-cidrs", String.join(",", open.blocks()));
        }
        if (open != null && !open.isEverybody() && !open.prefixLists().isEmpty()) {
            all.put(P + "security-group-prefix-lists", String.join(",", open.prefixLists()));
        }
        sayGroups(open, resource);
    }

    private void sayGroups(@Nullable OpenPorts open, Resource<LoadBalancer> resource) {
        String blocks = open == null ? "" : open.callers();
        boolean exact = open != null && open.exact() && !blocks.isEmpty();
        String what = "it lets in " + (blocks.isEmpty() ? "everybody" : blocks);
        bundle.find(
                exact ? FindingCode.LOAD_BALANCER_GROUP : FindingCode.LOAD_BALANCER_OPEN,
                "the controller makes a security group of its own for the load balancer; " + what
                        + (exact
                                ? ", as those of the template do"
                                : ", other rules of the template's groups are not carried"),
                exact ? null : "set alb.ingress.kubernetes.io/inbound-cidrs, or security-groups to ids that exist",
                resource.node(),
                "SecurityGroups");
    }
}
