package io.github.ecs2k8s.correspondence.balancer;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.translation.BundleContext;

/** What only the service writes: ARNs, dates, the network it is in. */
final class ReadOnly {
    private ReadOnly() {}

    /** Says of each member that is there that nothing was made of it. */
    static void say(BundleContext bundle, MappingNode node, String... members) {
        for (String member : members) {
            if (node.get(member) != null) {
                bundle.find(
                        FindingCode.READ_ONLY_FIELD,
                        member.equals("VpcId")
                                ? "the network is the cluster's; its id is not written"
                                : member + " is the service's own note; not written",
                        null,
                        node,
                        member);
            }
        }
    }
}
