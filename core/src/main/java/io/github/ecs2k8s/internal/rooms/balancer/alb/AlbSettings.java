package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.OpenPorts;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Identifiers;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.internal.rooms.balancer.setting.TargetGroupAnnotations;
import java.util.ArrayList;
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
public final class AlbSettings {
    private static final String P = Annotations.ALB_PREFIX;

    private final BundleToKubernetes bundle;
    private final Balancer balancer;
    private final Map<String, String> all = new LinkedHashMap<>();

    private AlbSettings(BundleToKubernetes bundle, Balancer balancer) {
        this.bundle = bundle;
        this.balancer = balancer;
    }

    /** The annotations; empty when the load balancer is not in the input. */
    static Map<String, String> of(Balancer balancer, BundleToKubernetes bundle) {
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
        List<String> ids = Identifiers.known(value.securityGroups(), "sg-");
        if (ids.size() == value.securityGroups().size()) {
            all.put(P + "security-groups", String.join(",", ids));
            // Otherwise the controller expects somebody else to let the load balancer in to the pods.
            all.put(P + "manage-backend-security-group-rules", "true");
            return;
        }
        OpenPorts open = OpenPorts.of(value.securityGroups(), balancer.ports(), bundle, resource.node());
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
        bundle.at(resource.node(), "SecurityGroups")
                .report(
                        exact ? FindingCode.LOAD_BALANCER_GROUP : FindingCode.LOAD_BALANCER_OPEN,
                        "the controller makes a security group of its own for the load balancer; " + what
                                + (exact
                                        ? ", as those of the template do"
                                        : ", other rules of the template's groups are not carried"),
                        exact
                                ? null
                                : "set alb.ingress.kubernetes.io/inbound-cidrs, or security-groups to ids that exist");
    }

    /** What an Ingress says of its load balancer; where several of a group say it, the first counts. */
    public static void read(Annotations annotations, BalancerDraft draft, BundleToEcs context) {
        draft.arn(annotations.take("ecs2k8s.io/source"));
        String scheme = annotations.word(P + "scheme", "internal", "internet-facing");
        draft.scheme(draft.scheme() == null ? scheme : null);
        String addresses = annotations.take(P + "ip-address-type");
        draft.ipAddressType(draft.ipAddressType() == null ? addresses : null);
        draft.subnets(ids(annotations, P + "subnets", "subnet-"));
        draft.securityGroups(ids(annotations, P + "security-groups", "sg-"));
        // The groups of tasks are opened to the load balancer in any case.
        annotations.take(P + "manage-backend-security-group-rules");
        draft.cidrs().addAll(annotations.list(P + "inbound-cidrs"));
        draft.prefixLists().addAll(annotations.list(P + "security-group-prefix-lists"));
        draft.customerOwnedIpv4Pool(annotations.take(P + "customer-owned-ipv4-pool"));
        draft.attributes(annotations.pairs(P + "load-balancer-attributes"));
        draft.tags(annotations.pairs(P + "tags"));
        draft.capacityUnits(capacity(annotations, P + "minimum-load-balancer-capacity"));
        for (String key :
                new String[] {"wafv2-acl-arn", "wafv2-acl-name", "waf-acl-id", "shield-advanced-protection"}) {
            String value = annotations.take(P + key);
            if (value != null) {
                annotations.find(
                        FindingCode.INGRESS_ANNOTATION,
                        "protection is put on a load balancer from outside; it is not written",
                        key.startsWith("shield")
                                ? "aws shield create-protection --resource-arn LOAD_BALANCER_ARN --name "
                                        + Shell.word(draft.name())
                                : "aws wafv2 associate-web-acl --web-acl-arn " + Shell.word(value)
                                        + " --resource-arn LOAD_BALANCER_ARN",
                        P + key);
            }
        }
    }

    /** {@code CapacityUnits=100} as a number. */
    public static @Nullable Integer capacity(Annotations annotations, String key) {
        String units = annotations.pairs(key).get("CapacityUnits");
        try {
            return units == null ? null : Integer.valueOf(units);
        } catch (NumberFormatException e) {
            annotations.find(FindingCode.INVALID_VALUE, "\"" + units + "\" is no number", null, key);
            return null;
        }
    }

    /** Ids in a list; names, which only the controller can look up, are left out with a finding. */
    public static List<String> ids(Annotations annotations, String key, String prefix) {
        List<String> given = annotations.list(key);
        List<String> ids = new ArrayList<>();
        for (String id : given) {
            if (id.startsWith(prefix)) {
                ids.add(id);
            }
        }
        if (ids.size() == given.size()) {
            return ids;
        }
        annotations.find(
                FindingCode.INGRESS_ANNOTATION,
                "names are looked up by the controller; an id is needed here, and none of them is written",
                "write ids, which begin with " + prefix,
                key);
        return List.of();
    }
}
