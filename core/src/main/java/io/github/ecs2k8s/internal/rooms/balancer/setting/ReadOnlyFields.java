package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;

/** What only the service writes: ARNs, dates, the network it is in. */
public final class ReadOnlyFields {
    private ReadOnlyFields() {}

    /** Says of each member that is there that nothing was made of it. */
    public static void say(BundleToKubernetes bundle, MappingNode node, String... members) {
        for (String member : members) {
            if (node.get(member) != null) {
                bundle.at(node, member)
                        .report(
                                FindingCode.READ_ONLY_FIELD,
                                member.equals("VpcId")
                                        ? "the network is the cluster's; its id is not written"
                                        : member + " is the service's own note; not written");
            }
        }
    }
}
