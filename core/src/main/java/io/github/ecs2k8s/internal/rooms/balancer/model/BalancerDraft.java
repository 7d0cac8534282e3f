package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.LoadBalancer.SubnetMapping;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.internal.rooms.balancer.BalancerWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A load balancer while it is put together; {@link BalancerWriter} writes it. */
public final class BalancerDraft {
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
    public BalancerDraft(String name, boolean network) {
        this.name = name;
        this.network = network;
    }

    public String name() {
        return name;
    }

    public boolean isNetwork() {
        return network;
    }

    /** Its listeners, in the order of their ports' first mention. */
    public List<ListenerDraft> listeners() {
        return listeners;
    }

    /** The listener on a port, made when there is none. */
    public ListenerDraft listener(String protocol, int port) {
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
    public boolean doesSomething() {
        for (ListenerDraft listener : listeners) {
            if (listener.forwardsAnything()) {
                return true;
            }
        }
        return false;
    }

    /** The blocks of callers, empty for everybody. */
    public Set<String> cidrs() {
        return cidrs;
    }

    public Set<String> prefixLists() {
        return prefixLists;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    /** Adds attributes; the first who sets one decides. */
    public void attributes(Map<String, String> pairs) {
        pairs.forEach((key, value) -> {
            if (attributes.stream().noneMatch(known -> key.equals(known.key()))) {
                attributes.add(new Attribute(key, value));
            }
        });
    }

    public List<Tag> tags() {
        return tags;
    }

    public void tags(Map<String, String> pairs) {
        pairs.forEach((key, value) -> {
            if (tags.stream().noneMatch(known -> key.equals(known.key()))) {
                tags.add(new Tag(key, value));
            }
        });
    }

    public List<String> subnets() {
        return subnets;
    }

    public void subnets(List<String> ids) {
        subnets = ids.isEmpty() ? subnets : ids;
    }

    public List<SubnetMapping> subnetMappings() {
        return subnetMappings;
    }

    public void subnetMappings(List<SubnetMapping> mappings) {
        subnetMappings = mappings;
    }

    public List<String> securityGroups() {
        return securityGroups;
    }

    public void securityGroups(List<String> ids) {
        securityGroups = ids.isEmpty() ? securityGroups : ids;
    }

    public @Nullable String arn() {
        return arn;
    }

    public void arn(@Nullable String value) {
        arn = value == null ? arn : value;
    }

    public @Nullable String scheme() {
        return scheme;
    }

    public void scheme(@Nullable String value) {
        scheme = value == null ? scheme : value;
    }

    public boolean isInternal() {
        return "internal".equals(scheme);
    }

    public @Nullable String ipAddressType() {
        return ipAddressType;
    }

    public void ipAddressType(@Nullable String value) {
        ipAddressType = value == null ? ipAddressType : value;
    }

    public @Nullable String customerOwnedIpv4Pool() {
        return customerOwnedIpv4Pool;
    }

    public void customerOwnedIpv4Pool(@Nullable String value) {
        customerOwnedIpv4Pool = value == null ? customerOwnedIpv4Pool : value;
    }

    public @Nullable Integer capacityUnits() {
        return capacityUnits;
    }

    public void capacityUnits(@Nullable Integer value) {
        capacityUnits = value == null ? capacityUnits : value;
    }
}
