package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ElbValues;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ReadOnlyFields;
import io.github.ecs2k8s.internal.rooms.balancer.setting.TargetGroupAnnotations;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is not carried of a load balancer. */
final class LoadBalancerFindings {
    /** Members that neither annotations nor manifests have a place for. */
    static final List<String> RARE = List.of(
            "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
            "EnablePrefixForIpv6SourceNat",
            "EnableCapacityReservationProvisionStabilize",
            "Ipv4IpamPoolId");

    private static final List<String> ANNOTATED = List.of(
            "Scheme",
            "IpAddressType",
            "Subnets",
            "SubnetMappings",
            "SecurityGroups",
            "CustomerOwnedIpv4Pool",
            "MinimumLoadBalancerCapacity",
            "LoadBalancerAttributes",
            "Tags");

    private final Resource<LoadBalancer> resource;
    private final BundleToKubernetes bundle;
    private final boolean network;

    private LoadBalancerFindings(Resource<LoadBalancer> resource, Balancer balancer, BundleToKubernetes bundle) {
        this.resource = resource;
        this.bundle = bundle;
        this.network = balancer.kind() != Balancer.Kind.APPLICATION;
    }

    static void say(Resource<LoadBalancer> resource, Balancer balancer, BundleToKubernetes bundle) {
        new LoadBalancerFindings(resource, balancer, bundle).say();
    }

    private void say() {
        ElbValues.check(
                bundle, resource.node(), resource.value().scheme(), List.of("internet-facing", "internal"), "Scheme");
        ElbValues.check(
                bundle, resource.node(), resource.value().type(), List.of("application", "network", "gateway"), "Type");
        ReadOnlyFields.say(bundle, resource.node(), "CanonicalHostedZoneId", "CreatedTime", "VpcId", "State");
        if (has("DNSName")) {
            find(
                    FindingCode.LOAD_BALANCER_ADDRESS,
                    "the load balancer in front of the cluster has another name; this one stays with the old one",
                    "point your DNS records at the address that kubectl get "
                            + (network
                                    ? "service"
                                    : HttpForm.of(bundle.target()) == HttpForm.GATEWAY ? "gateway" : "ingress")
                            + " shows",
                    "DNSName");
        }
        for (String member : RARE) {
            unsaid(member);
        }
        unsaid("IpamPools");
        boolean annotated =
                network ? HttpForm.hasController(bundle.target()) : HttpForm.of(bundle.target()) == HttpForm.ALB;
        if (annotated) {
            zones();
            attributes();
            tags();
        } else {
            ReadOnlyFields.say(bundle, resource.node(), "LoadBalancerArn", "AvailabilityZones");
            for (String member : ANNOTATED) {
                if (!isDefault(member)) {
                    unsaid(member);
                }
            }
        }
        if (network) {
            name();
        } else {
            adjusted();
        }
    }

    private boolean has(String member) {
        return resource.node().get(member) != null;
    }

    private boolean isDefault(String member) {
        LoadBalancer value = resource.value();
        return (member.equals("Scheme") && "internet-facing".equals(value.scheme()))
                || (member.equals("IpAddressType") && "ipv4".equals(value.ipAddressType()));
    }

    private void unsaid(String member) {
        if (has(member)) {
            find(
                    FindingCode.LOAD_BALANCER_SETTING,
                    member + " is a matter of the cluster's load balancer or ingress controller; it is not written",
                    null,
                    member);
        }
    }

    private void name() {
        for (String member : List.of("LoadBalancerName", "Name")) {
            if (has(member)) {
                find(
                        FindingCode.LOAD_BALANCER_NAME,
                        "the Service is named after its workload; the new load balancer cannot take the name of the old",
                        "set service.beta.kubernetes.io/aws-load-balancer-name once the old one is gone",
                        member);
            }
        }
    }

    private void adjusted() {
        for (String member : List.of("LoadBalancerName", "Name")) {
            String name = resource.node().get(member) instanceof ScalarNode scalar ? scalar.text() : "";
            if (!name.isEmpty()
                    && !Placeholders.isOpen(name)
                    && !Names.dnsLabel(name).equals(name)) {
                find(
                        FindingCode.NAME_ADJUSTED,
                        "load balancer \"" + name + "\" is written " + Names.dnsLabel(name),
                        null,
                        member);
            }
        }
    }

    /** The subnets of the zones are written; their names and addresses follow from them. */
    private void zones() {
        List<LoadBalancer.AvailabilityZone> zones = resource.value().availabilityZones();
        for (int i = 0; i < zones.size(); i++) {
            for (String member : List.of("ZoneName", "OutpostId", "LoadBalancerAddresses", "SourceNatIpv6Prefixes")) {
                if (resource.node().nearest("AvailabilityZones", i).child(member) != null) {
                    find(
                            FindingCode.READ_ONLY_FIELD,
                            member + " is the service's own note; not written",
                            null,
                            "AvailabilityZones",
                            i,
                            member);
                }
            }
        }
    }

    private void attributes() {
        List<Attribute> attributes = resource.value().loadBalancerAttributes();
        for (int i = 0; i < attributes.size(); i++) {
            String value = attributes.get(i).value();
            if (value != null && !value.isEmpty() && !TargetGroupAnnotations.isPlain(value)) {
                find(
                        FindingCode.LOAD_BALANCER_REFERENCE,
                        attributes.get(i).key() + " has no value yet; it is not written",
                        "add it to the annotation with the attributes when the value is known",
                        "LoadBalancerAttributes",
                        i);
            }
        }
    }

    private void tags() {
        List<Tag> tags = resource.value().tags();
        for (int i = 0; i < tags.size(); i++) {
            if (!TargetGroupAnnotations.isCarried(tags.get(i))) {
                find(
                        FindingCode.LOAD_BALANCER_TAG,
                        "the tag " + tags.get(i).key() + " cannot stand in an annotation; it is left out",
                        null,
                        "Tags",
                        i);
            }
        }
    }

    private void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        bundle.at(resource.node(), path).report(code, message, hint);
    }
}
