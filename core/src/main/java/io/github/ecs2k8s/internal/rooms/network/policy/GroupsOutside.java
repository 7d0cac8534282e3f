package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import java.util.ArrayList;
import java.util.List;

/**
 * Security groups of databases, caches and whatever else of AWS the tasks call: they admit the tasks' group, which no Pod
 * carries, so the Pods are shut out until the rules admit them
 * (https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html).
 */
final class GroupsOutside {
    private final BundleToKubernetes bundle;
    private final Groups groups;
    private final BalancerPeers balancers;

    GroupsOutside(BundleToKubernetes bundle, Groups groups, BalancerPeers balancers) {
        this.bundle = bundle;
        this.groups = groups;
        this.balancers = balancers;
    }

    /** Names every rule that admits a group of tasks to something that stays in AWS. */
    void say() {
        for (Group group : outside()) {
            for (GroupRule rule : GroupRules.quietly(group, bundle)) {
                String peer = rule.group();
                List<LaunchToKubernetes> carriers =
                        rule.egress() || peer == null ? List.of() : groups.carriers(peer, rule.place());
                if (!carriers.isEmpty()) {
                    staysInAws(group);
                    say(group, rule, carriers);
                }
            }
        }
    }

    private void staysInAws(Group group) {
        List<Resource<?>> resources = new ArrayList<>(group.rules());
        if (group.resource() != null) {
            resources.add(group.resource());
        }
        for (Resource<?> resource : resources) {
            if (!bundle.isUsed(resource)) {
                bundle.use(resource);
                bundle.at(resource.node())
                        .report(FindingCode.STAYS_IN_AWS, resource.title() + " stays in EC2, with what it guards");
            }
        }
    }

    /** The groups that neither a task nor a load balancer of the input carries. */
    private List<Group> outside() {
        List<Group> outside = new ArrayList<>();
        groups.all().forEach((key, group) -> {
            if (groups.carriers(key).isEmpty() && !balancers.carry(key)) {
                outside.add(group);
            }
        });
        return outside;
    }

    private void say(Group group, GroupRule rule, List<LaunchToKubernetes> carriers) {
        List<String> names = new ArrayList<>();
        carriers.forEach(launch -> names.add(launch.name()));
        String id = group.realId();
        bundle.at(rule.place())
                .report(
                        FindingCode.GROUP_ADMITS_TASKS,
                        "security group " + group.name() + " lets in " + rule.ports()
                                + " from the tasks' group, which the" + " Pods of " + String.join(", ", names)
                                + " do not carry: it shuts them out",
                        "before you apply: aws ec2 authorize-security-group-ingress --group-id "
                                + (id == null ? "GROUP_ID" : Shell.word(id)) + arguments(rule)
                                + " --source-group NODES_GROUP admits every Pod on these nodes; --addon"
                                + " vpc-resource-controller lets the Pods carry the tasks' group instead");
    }

    private static String arguments(GroupRule rule) {
        if (rule.protocol() == null) {
            return " --protocol all";
        }
        String protocol = " --protocol " + rule.protocol().toLowerCase(java.util.Locale.ROOT);
        if (rule.from() == null || rule.to() == null) {
            return protocol + " --port 0-65535";
        }
        return protocol + " --port "
                + (rule.from().equals(rule.to()) ? "" + rule.from() : rule.from() + "-" + rule.to());
    }
}
