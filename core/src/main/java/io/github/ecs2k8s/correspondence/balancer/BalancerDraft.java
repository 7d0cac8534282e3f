package io.github.ecs2k8s.correspondence.balancer;

import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.LoadBalancer.SubnetMapping;
import io.github.ecs2k8s.ecs.resource.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A load balancer while it is put together; {@link BalancerWriter} writes it. */
final class BalancerDraft {
    private final String name;
    private final boolean network;
    private final List<ListenerDraft> listeners = new ArrayList<>();
    private final Set<String> cidrs = new LinkedHashSet<>();
    private final Set<String> prefixLists = new LinkedHashSet<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private List<String> subnets = List.of();
    private List<SubnetMapping> subnetMappings = List.of();
    private List<String> securityGroups = List.of();
    private @Nullable String arn;
    private @Nullable String scheme;
    private @Nullable String ipAddressType;
    private @Nullable String customerOwnedIpv4Pool;
    private @Nullable Integer capacityUnits;

    /**
     * A load balancer without listeners.
     *
     * @param network whether it is a network load balancer, otherwise an application load balancer
     */
    BalancerDraft(String name, boolean network) {
        this.name = name;
        this.network = network;
    }

    String name() {
        return name;
    }

    boolean isNetwork() {
        return network;
    }

    /** Its listeners, in the order of their ports' first mention. */
    List<ListenerDraft> listeners() {
        return listeners;
    }

    /** The listener on a port, made when there is none. */
    ListenerDraft listener(String protocol, int port) {
        for (ListenerDraft listener : listeners) {
            if (listener.port() == port) {
                return listener;
            }
        }
        ListenerDraft added = new ListenerDraft(protocol, port);
        listeners.add(added);
        return added;
    }

    /** Whether any request gets more than an error, or than a redirect to one. */
    boolean doesSomething() {
        for (ListenerDraft listener : listeners) {
            if (listener.forwardsAnything()) {
                return true;
            }
        }
        return false;
    }

    /** The blocks of callers, empty for everybody. */
    Set<String> cidrs() {
        return cidrs;
    }

    Set<String> prefixLists() {
        return prefixLists;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** Adds attributes; the first who sets one decides. */
    void attributes(Map<String, String> pairs) {
        pairs.forEach((key, value) -> {
            if (attributes.stream().noneMatch(known -> key.equals(known.key()))) {
                attributes.add(new Attribute(key, value));
            }
        });
    }

    List<Tag> tags() {
        return tags;
    }

    void tags(Map<String, String> pairs) {
        pairs.forEach((key, value) -> {
            if (tags.stream().noneMatch(known -> key.equals(known.key()))) {
                tags.add(new Tag(key, value));
            }
        });
    }

    List<String> subnets() {
        return subnets;
    }

    void subnets(List<String> ids) {
        subnets = ids.isEmpty() ? subnets : ids;
    }

    List<SubnetMapping> subnetMappings() {
        return subnetMappings;
    }

    void subnetMappings(List<SubnetMapping> mappings) {
        subnetMappings = mappings;
    }

    List<String> securityGroups() {
        return securityGroups;
    }

    void securityGroups(List<String> ids) {
        securityGroups = ids.isEmpty() ? securityGroups : ids;
    }

    @Nullable String arn() {
        return arn;
    }

    void arn(@Nullable String value) {
        arn = value == null ? arn : value;
    }

    @Nullable String scheme() {
        return scheme;
    }

    void scheme(@Nullable String value) {
        scheme = value == null ? scheme : value;
    }

    boolean isInternal() {
        return "internal".equals(scheme);
    }

    @Nullable String ipAddressType() {
        return ipAddressType;
    }

    void ipAddressType(@Nullable String value) {
        ipAddressType = value == null ? ipAddressType : value;
    }

    @Nullable String customerOwnedIpv4Pool() {
        return customerOwnedIpv4Pool;
    }

    void customerOwnedIpv4Pool(@Nullable String value) {
        customerOwnedIpv4Pool = value == null ? customerOwnedIpv4Pool : value;
    }

    @Nullable Integer capacityUnits() {
        return capacityUnits;
    }

    void capacityUnits(@Nullable Integer value) {
        capacityUnits = value == null ? capacityUnits : value;
    }
}
