package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one NetworkPolicy in one direction: what has the same ports is one rule with several peers. */
final class PolicyRules {

    /**
     * Ports and who uses them.
     *
     * @param peers never empty, unless everybody may use the ports
     */
    private record Entry(GroupRule first, List<NetworkPolicyPeer> peers) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    /** Opens a rule's ports for some peers; for nobody when there are none, which is not the same as for everybody. */
    void add(GroupRule rule, List<NetworkPolicyPeer> peers) {
        if (!peers.isEmpty()) {
            List<NetworkPolicyPeer> known =
                    entries.computeIfAbsent(rule.ports(), unused -> new Entry(rule, new ArrayList<>())).peers;
            for (NetworkPolicyPeer peer : peers) {
                if (!known.contains(peer)) {
                    known.add(peer);
                }
            }
        }
    }

    /** Opens a rule's ports for everybody. */
    void open(GroupRule rule) {
        entries.computeIfAbsent(rule.ports(), unused -> new Entry(rule, new ArrayList<>()));
        open.add(rule.ports());
    }

    List<NetworkPolicyIngressRule> ingress() {
        List<NetworkPolicyIngressRule> rules = new ArrayList<>();
        entries.forEach((ports, entry) -> {
            NetworkPolicyIngressRule rule = new NetworkPolicyIngressRule();
            rule.setFrom(open.contains(ports) ? List.of() : entry.peers);
            rule.setPorts(ports(entry.first));
            rules.add(rule);
        });
        return rules;
    }

    List<NetworkPolicyEgressRule> egress() {
        List<NetworkPolicyEgressRule> rules = new ArrayList<>();
        entries.forEach((ports, entry) -> {
            NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
            rule.setTo(open.contains(ports) ? List.of() : entry.peers);
            rule.setPorts(ports(entry.first));
            rules.add(rule);
        });
        return rules;
    }

    private static List<NetworkPolicyPort> ports(GroupRule rule) {
        return rule.protocol() == null ? List.of() : List.of(port(rule.protocol(), rule.from(), rule.to()));
    }

    /** Ports of a protocol; all of them when there is no first one. */
    static NetworkPolicyPort port(String protocol, @Nullable Integer from, @Nullable Integer to) {
        NetworkPolicyPort port = new NetworkPolicyPort();
        port.setProtocol(protocol);
        if (from != null) {
            port.setPort(new IntOrString(from));
            if (!from.equals(to)) {
                port.setEndPort(to);
            }
        }
        return port;
    }
}
