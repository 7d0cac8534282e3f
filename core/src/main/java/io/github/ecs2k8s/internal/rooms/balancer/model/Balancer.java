package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A load balancer with its listeners; the load balancer itself may be missing from the input. */
public final class Balancer {

    /** Kinds of load balancers. */
    public enum Kind {
        APPLICATION,
        NETWORK,
        GATEWAY
    }

    private final @Nullable Resource<LoadBalancer> resource;
    private final String reference;
    private final Kind kind;
    private final String name;
    private final List<Entrance> entrances = new ArrayList<>();

    Balancer(@Nullable Resource<LoadBalancer> resource, String reference, Kind kind, String name) {
        this.resource = resource;
        this.reference = reference;
        this.kind = kind;
        this.name = name;
    }

    /** The load balancer, null when only its listeners or their rules are known. */
    @Nullable public Resource<LoadBalancer> resource() {
        return resource;
    }

    /** What its listeners call it. */
    public String reference() {
        return reference;
    }

    public Kind kind() {
        return kind;
    }

    /** What to call what is written for it. */
    public String name() {
        return name;
    }

    /** Its listeners, in the order of the input. */
    public List<Entrance> entrances() {
        return entrances;
    }

    /** The ports it listens on, as far as they are known. */
    public List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        for (Entrance entrance : entrances) {
            if (entrance.port() != null) {
                ports.add(entrance.port());
            }
        }
        return ports;
    }

    /** Where to say something about it: itself, or the first thing that is known of it. */
    public Node node() {
        if (resource != null) {
            return resource.node();
        }
        Entrance first = entrances.get(0);
        return first.listener() != null
                ? first.listener().node()
                : first.everything().get(0).node();
    }
}
