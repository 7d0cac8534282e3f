package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ids of subnets, groups and certificates, as far as they exist already. */
public final class Identifiers {
    private Identifiers() {}

    /** Those that are real ids or ARNs. */
    public static List<String> known(List<String> values, String prefix) {
        List<String> known = new ArrayList<>();
        for (String value : values) {
            if (value.startsWith(prefix) && !Placeholders.isOpen(value) && value.indexOf(',') < 0) {
                known.add(value);
            }
        }
        return known;
    }

    /** The subnets of a load balancer for an annotation; nothing when one of them is not known by its id. */
    public static Optional<String> subnets(
            LoadBalancer value, Resource<LoadBalancer> resource, BundleToKubernetes bundle) {
        List<String> all = new ArrayList<>(value.subnets());
        String member = "Subnets";
        if (all.isEmpty() && !value.subnetMappings().isEmpty()) {
            member = "SubnetMappings";
            value.subnetMappings().forEach(mapping -> all.add(String.valueOf(mapping.subnetId())));
        }
        if (all.isEmpty() && !value.availabilityZones().isEmpty()) {
            member = "AvailabilityZones";
            value.availabilityZones().forEach(zone -> all.add(String.valueOf(zone.subnetId())));
        }
        List<String> known = known(all, "subnet-");
        if (all.isEmpty() || known.size() == all.size()) {
            return all.isEmpty() ? Optional.empty() : Optional.of(String.join(",", known));
        }
        bundle.at(resource.node(), member)
                .report(
                        FindingCode.LOAD_BALANCER_REFERENCE,
                        "the subnets have no ids yet; the controller takes those that are tagged for load balancers",
                        "tag the subnets kubernetes.io/role/"
                                + ("internal".equals(value.scheme()) ? "internal-elb" : "elb")
                                + ": 1, or name them in the annotation");
        return Optional.empty();
    }
}
