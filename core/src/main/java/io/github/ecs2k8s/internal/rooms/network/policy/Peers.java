package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The other ends of what a NetworkPolicy allows. */
final class Peers {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private Peers() {}

    /** Addresses; where they are all there are, Pods too, which some network plugins do not count among addresses. */
    static List<NetworkPolicyPeer> of(GroupRule rule, String block) {
        List<NetworkPolicyPeer> peers = new ArrayList<>();
        peers.add(block(block));
        if (rule.isAnywhere()) {
            NetworkPolicyPeer pods = new NetworkPolicyPeer();
            pods.setNamespaceSelector(new LabelSelector());
            peers.add(pods);
        }
        return peers;
    }

    static NetworkPolicyPeer block(String cidr) {
        IPBlock block = new IPBlock();
        block.setCidr(cidr);
        NetworkPolicyPeer peer = new NetworkPolicyPeer();
        peer.setIpBlock(block);
        return peer;
    }

    /** The Pods of workloads, as a policy in some namespace names them. */
    static List<NetworkPolicyPeer> of(List<LaunchToKubernetes> launches, @Nullable String namespace) {
        Map<String, List<LaunchToKubernetes>> byNamespace = new LinkedHashMap<>();
        for (LaunchToKubernetes launch : launches) {
            String name = launch.namespace() == null ? "" : launch.namespace();
            byNamespace.computeIfAbsent(name, unused -> new ArrayList<>()).add(launch);
        }
        List<NetworkPolicyPeer> peers = new ArrayList<>();
        byNamespace.forEach((name, those) -> {
            NetworkPolicyPeer peer = new NetworkPolicyPeer();
            peer.setPodSelector(pods(those));
            if (!Objects.equals(name, namespace == null ? "" : namespace)) {
                // The namespace kubectl is set to has no name here: any that has such Pods.
                peer.setNamespaceSelector(name.isEmpty() ? new LabelSelector() : labels(NAMESPACE_NAME, name));
            }
            peers.add(peer);
        });
        return peers;
    }

    /** Selects the Pods of workloads of one namespace. */
    static LabelSelector pods(List<LaunchToKubernetes> launches) {
        if (launches.size() == 1) {
            return labels(Workloads.NAME_LABEL, launches.get(0).name());
        }
        LabelSelectorRequirement names = new LabelSelectorRequirement();
        names.setKey(Workloads.NAME_LABEL);
        names.setOperator("In");
        names.setValues(launches.stream().map(LaunchToKubernetes::name).sorted().toList());
        LabelSelector selector = new LabelSelector();
        selector.setMatchExpressions(List.of(names));
        return selector;
    }

    /** The cluster's name server (https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/). */
    static NetworkPolicyPeer nameServer() {
        NetworkPolicyPeer peer = new NetworkPolicyPeer();
        peer.setNamespaceSelector(labels(NAMESPACE_NAME, "kube-system"));
        peer.setPodSelector(labels("k8s-app", "kube-dns"));
        return peer;
    }

    private static LabelSelector labels(String key, String value) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(key, value);
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(labels);
        return selector;
    }
}
