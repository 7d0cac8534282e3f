package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpRange;
import io.github.ecs2k8s.ecs.resource.SecurityGroupBuilder;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/**
 * NetworkPolicies → security groups. Where the input has a policy, each workload gets a group of its own, which has the
 * rules of the policies that select it, or lets in everything as a pod without policy does; and all of a namespace
 * carry one group without rules, by which others mean them.
 *
 * <p>A policy or a SecurityGroupPolicy that names groups of AWS gives the workload those
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/,
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
final class PolicyGroups {
    private static final String EXISTING = "ecs2k8s.io/security-group";
    static final String ANYWHERE = "0.0.0.0/0";
    private static final IpPermission NOTHING =
            PolicyPeers.permission("-1", null, null, List.of(new IpRange("Nothing", "127.0.0.1/32")), List.of());

    private static final IpPermission PULLING = PolicyPeers.permission(
            "tcp", 443, 443, List.of(new IpRange("Images, logs and secrets", ANYWHERE)), List.of());

    private final BundleToEcs context;

    PolicyGroups(BundleToEcs context) {
        this.context = context;
    }

    /** Gives a workload its groups, before load balancers ask for them. */
    static void carry(LaunchToEcs workload) {
        BundleToEcs context = workload.all();
        if (workload.task().definition().networkMode() != NetworkMode.AWSVPC) {
            return;
        }
        List<String> existing = existing(workload);
        if (!existing.isEmpty()) {
            put(workload, existing);
        } else if (!policies(context).isEmpty()) {
            String id = context.logicalId(workload.name(), "SecurityGroup");
            context.add(ResourceKind.SECURITY_GROUP, group("Tasks of " + workload.name(), List.of(), List.of()), id);
            put(workload, List.of("${" + id + ".GroupId}", shared(workload.namespace(), context)));
        }
    }

    /** The groups of AWS that a policy names for a workload; empty when one of its policies names none. */
    private static List<String> existing(LaunchToEcs workload) {
        Set<String> ids = new LinkedHashSet<>();
        BundleToEcs context = workload.all();
        List<LocatedObject> named = new ArrayList<>(context.manifests().of("SecurityGroupPolicy"));
        // In any order of documents the groups are in one order.
        named.sort(
                Comparator.comparing(located -> located.object().getMetadata().getName()));
        for (LocatedObject located : named) {
            Node policy = JsonTree.of(located);
            if (Objects.equals(located.object().getMetadata().getNamespace(), workload.namespace())
                    && PolicySelectors.choose(located, policy, workload)) {
                context.use(located);
                if (policy.nearest("spec", "securityGroups", "groupIds") instanceof SequenceNode groups) {
                    for (Node group : groups.items()) {
                        if (group instanceof ScalarNode id && !id.text().isEmpty()) {
                            ids.add(id.text());
                        }
                    }
                }
            }
        }
        for (LocatedObject located : selecting(workload)) {
            Map<String, String> annotations = located.object().getMetadata().getAnnotations();
            String id = annotations == null ? null : annotations.get(EXISTING);
            if (id == null) {
                return List.copyOf(ids);
            }
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    private static void put(LaunchToEcs workload, List<String> groups) {
        NetworkConfiguration before = workload.service() == null
                ? workload.runTask().build().networkConfiguration()
                : workload.service().build().networkConfiguration();
        AwsVpcConfiguration vpc = before == null ? null : before.awsvpcConfiguration();
        AwsVpcConfiguration.Builder changed = vpc == null ? AwsVpcConfiguration.builder() : vpc.toBuilder();
        NetworkConfiguration network = NetworkConfiguration.builder()
                .awsvpcConfiguration(changed.securityGroups(groups).build())
                .build();
        if (workload.service() == null) {
            workload.runTask().networkConfiguration(network);
        } else {
            workload.service().networkConfiguration(network);
        }
    }

    /** The group that everything in a namespace carries and that allows nothing by itself. */
    static String shared(@Nullable String namespace, BundleToEcs context) {
        String name = namespace == null ? "default" : namespace;
        String description = "Everything in namespace " + name;
        for (Resource<SecurityGroup> known : context.resources(SecurityGroup.class)) {
            if (description.equals(known.value().description())) {
                return "${" + known.logicalId() + ".GroupId}";
            }
        }
        String id = context.logicalId(name, "NamespaceSecurityGroup");
        context.add(ResourceKind.SECURITY_GROUP, group(description, List.of(), List.of(NOTHING)), id);
        return "${" + id + ".GroupId}";
    }

    private static SecurityGroup group(String description, List<IpPermission> ingress, List<IpPermission> egress) {
        return SecurityGroupBuilder.builder()
                .ipPermissionsEgress(egress)
                .description(description)
                .ipPermissions(ingress)
                .build();
    }

    private static List<LocatedObject> policies(BundleToEcs context) {
        List<LocatedObject> policies = new ArrayList<>();
        for (LocatedObject located : context.manifests().of("NetworkPolicy")) {
            if (located.object() instanceof NetworkPolicy policy && policy.getSpec() != null) {
                policies.add(located);
            }
        }
        // In any order of documents the rules are in one order.
        policies.sort(
                Comparator.comparing(located -> located.object().getMetadata().getName()));
        return policies;
    }

    private static List<LocatedObject> selecting(LaunchToEcs workload) {
        List<LocatedObject> selecting = new ArrayList<>();
        for (LocatedObject located : policies(workload.all())) {
            HasMetadata policy = located.object();
            if (Objects.equals(policy.getMetadata().getNamespace(), workload.namespace())
                    && LabelSelectors.choose(
                            ((NetworkPolicy) policy).getSpec().getPodSelector(), workload.podLabels())) {
                selecting.add(located);
            }
        }
        return selecting;
    }

    /** Writes the rules of all groups, when every workload carries its own. */
    void write() {
        for (LaunchToEcs workload : context.workloads()) {
            List<LocatedObject> selecting = selecting(workload);
            selecting.forEach(context::use);
            if (workload.task().definition().networkMode() != NetworkMode.AWSVPC) {
                selecting.forEach(located -> sayHost(located, workload));
            }
            Resource<SecurityGroup> own = own(workload);
            if (own != null) {
                context.replace(own, rules(own.value(), workload, selecting));
            }
        }
        for (LocatedObject located : policies(context)) {
            notes(located);
            if (!context.isUsed(located)) {
                context.use(located);
                context.at(located.node(), "spec")
                        .report(
                                FindingCode.POLICY_PEER,
                                "NetworkPolicy "
                                        + located.object().getMetadata().getName()
                                        + " selects no workload of the input; nothing is written for it",
                                "give the workload as a further input");
            }
        }
    }

    /** Where tasks share the network of their instance, only the instance's groups guard them. */
    private void sayHost(LocatedObject located, LaunchToEcs workload) {
        context.at(located.node(), "spec")
                .report(
                        FindingCode.POLICY_PEER,
                        "tasks of " + workload.name() + " have no network of their own; no security group guards them",
                        "leave out hostNetwork, or give the instances a security group with these rules");
    }

    private void notes(LocatedObject located) {
        Map<String, String> annotations = located.object().getMetadata().getAnnotations();
        for (String key : annotations == null ? Set.<String>of() : annotations.keySet()) {
            if (!key.startsWith("ecs2k8s.io/")) {
                context.at(located.node(), "metadata", "annotations", key)
                        .report(FindingCode.METADATA_LEFT_OUT, "nothing in AWS reads " + key + "; not written");
            }
        }
    }

    private @Nullable Resource<SecurityGroup> own(LaunchToEcs workload) {
        for (Resource<SecurityGroup> known : context.resources(SecurityGroup.class)) {
            if (PolicyPeers.groups(workload).contains("${" + known.logicalId() + ".GroupId}")
                    && ("Tasks of " + workload.name()).equals(known.value().description())) {
                return known;
            }
        }
        return null;
    }

    private SecurityGroup rules(SecurityGroup own, LaunchToEcs workload, List<LocatedObject> selecting) {
        List<IpPermission> ingress = new ArrayList<>();
        List<IpPermission> egress = new ArrayList<>();
        boolean guardsIn = false;
        boolean guardsOut = false;
        for (LocatedObject located : selecting) {
            NetworkPolicySpec spec = ((NetworkPolicy) located.object()).getSpec();
            boolean out = types(spec).contains("Egress");
            if (types(spec).contains("Ingress")) {
                guardsIn = true;
                for (int i = 0; i < spec.getIngress().size(); i++) {
                    NetworkPolicyIngressRule rule = spec.getIngress().get(i);
                    PolicyPeers peers = new PolicyPeers(context, located, "ingress", i, "from");
                    ingress.addAll(peers.permissions(rule.getFrom(), rule.getPorts(), List.of(workload)));
                }
            }
            if (out) {
                if (!guardsOut && workload.launchType() == LaunchType.FARGATE) {
                    egress.add(PULLING);
                    context.at(located.node(), "spec", "policyTypes")
                            .report(
                                    FindingCode.POLICY_PEER,
                                    "TCP 443 is open outwards besides: Fargate pulls images, writes logs and reads secrets through"
                                            + " the task's own network",
                                    "narrow it to the VPC endpoints of ECR, S3, CloudWatch Logs and Secrets Manager");
                }
                guardsOut = true;
                for (int i = 0; i < spec.getEgress().size(); i++) {
                    NetworkPolicyEgressRule rule = spec.getEgress().get(i);
                    PolicyPeers peers = new PolicyPeers(context, located, "egress", i, "to");
                    egress.addAll(peers.permissions(rule.getTo(), rule.getPorts(), context.workloads()));
                }
            }
        }
        if (!guardsIn) {
            ingress.addAll(fromEverybody());
        }
        if (guardsOut && egress.isEmpty()) {
            egress.add(NOTHING);
        }
        String description = String.valueOf(own.description());
        return group(description, PolicyPeers.distinct(ingress), PolicyPeers.distinct(egress));
    }

    /** What no policy selects takes everything from everybody in the input. */
    private List<IpPermission> fromEverybody() {
        Set<String> groups = new TreeSet<>();
        for (LaunchToEcs workload : context.workloads()) {
            List<String> carried = PolicyPeers.groups(workload);
            if (carried.size() == 2) {
                groups.add(carried.get(1));
            }
        }
        List<IpPermission> permissions = new ArrayList<>();
        groups.forEach(group -> permissions.add(PolicyPeers.permission("-1", null, null, List.of(), List.of(group))));
        return permissions;
    }

    /** Which ways a policy guards; without a word the way in, and the way out when it has rules for it. */
    private static List<String> types(NetworkPolicySpec spec) {
        if (spec.getPolicyTypes() != null && !spec.getPolicyTypes().isEmpty()) {
            return spec.getPolicyTypes();
        }
        return spec.getEgress().isEmpty() ? List.of("Ingress") : List.of("Ingress", "Egress");
    }
}
