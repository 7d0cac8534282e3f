package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.ClusterCapacityProviderAssociations;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LaunchType;

/**
 * ECS capacity provider strategy ⇄ Kubernetes preferred node affinity to Spot or on-demand nodes of EKS managed node
 * groups. ECS counts how many tasks go where (base, weight); a scheduler only prefers. Fargate on EKS has no Spot, and a
 * provider's group of instances is a node group, whose label nobody knows before it is there
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html,
 * https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html#managed-node-group-capacity-types).
 */
public final class CapacityProviders implements LaunchCorrespondence, BundleCorrespondence {
    private static final String STRATEGY = "capacityProviderStrategy";
    private static final String LAUNCH_TYPE = "launchType";
    private static final String PLATFORM = "platformVersion";
    private static final List<String> OF_CLUSTER = List.of("capacityProviders", "defaultCapacityProviderStrategy");

    @Override
    public Term term() {
        return Term.CAPACITY_PROVIDER;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        String affinity = "pod.spec.affinity.nodeAffinity";
        for (String launch : List.of("service.", "runTask.")) {
            owned.add(OwnedField.nowhere(launch + LAUNCH_TYPE, "EC2"));
            owned.add(OwnedField.nowhere(launch + PLATFORM, "LATEST"));
            owned.add(OwnedField.to(launch + STRATEGY + "[].capacityProvider", affinity));
            owned.add(OwnedField.to(launch + STRATEGY + "[].weight", affinity, "0"));
            owned.add(OwnedField.nowhere(launch + STRATEGY + "[].base", "0"));
        }
        for (String field : OF_CLUSTER) {
            owned.add(OwnedField.nowhere("cluster." + field + ".**"));
        }
        owned.add(OwnedField.nowhere("capacityProvider.**"));
        owned.add(OwnedField.nowhere("capacityProviderAssociations.**"));
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        return Tolerations.OWNED;
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        sayLaunchType(context);
        String version = context.settings().platformVersion();
        if (version != null && !version.isEmpty() && !version.equals("LATEST")) {
            context.at(PLATFORM)
                    .report(
                            FindingCode.PLATFORM_VERSION,
                            "platform version " + version
                                    + " is Fargate's own; nodes have the version of their cluster");
        }
        List<CapacityShare> shares = CapacityShare.of(context);
        long total = 0;
        for (CapacityShare share : shares) {
            total += share.weight();
            say(share, shares.size() == 1, context);
        }
        if (context.target().isEks() && shares.stream().anyMatch(CapacityShare::isSpot)) {
            prefer(shares, total, context);
        }
    }

    private static void sayLaunchType(LaunchToKubernetes context) {
        String type = context.settings().launchType();
        if (type != null && !type.isEmpty() && !type.equals("EC2")) {
            context.at(LAUNCH_TYPE)
                    .report(
                            FindingCode.LAUNCH_TYPE,
                            "a Pod does not ask for " + type + "; the cluster's nodes decide",
                            type.equals("EXTERNAL") && context.target().isEks()
                                    ? "machines of your own join an EKS cluster as hybrid nodes"
                                    : null);
        }
    }

    private static void say(CapacityShare share, boolean only, LaunchToKubernetes context) {
        String counts = only
                ? ""
                : "; how many tasks go there (base " + share.base() + ", weight " + share.weight() + ") is not written";
        boolean eks = context.target().isEks();
        if (share.isSpot() && eks) {
            share.find(
                    FindingCode.CAPACITY_PROVIDER,
                    (share.isFargate() ? "Fargate on EKS has no Spot; " : "")
                            + "Pods prefer nodes of capacity type SPOT" + counts,
                    "eksctl create nodegroup --managed --spot --cluster …",
                    context);
        } else if (share.isSpot()) {
            share.find(FindingCode.CAPACITY_PROVIDER, "only EKS tells Spot nodes from others" + counts, null, context);
        } else if (share.isFargate()) {
            share.find(
                    only ? FindingCode.LAUNCH_TYPE : FindingCode.CAPACITY_PROVIDER,
                    "a Pod does not ask for FARGATE; the cluster's nodes decide" + counts,
                    null,
                    context);
        } else {
            share.find(
                    FindingCode.CAPACITY_PROVIDER,
                    "capacity provider " + share.name() + " is a group of nodes, which the Pod does not choose"
                            + counts,
                    eks
                            ? "make a managed node group, and set nodeSelector eks.amazonaws.com/nodegroup to its name"
                            : "label those nodes, and set nodeSelector to that label",
                    context);
        }
    }

    private static void prefer(List<CapacityShare> shares, long total, LaunchToKubernetes context) {
        List<PreferredSchedulingTerm> terms = new ArrayList<>();
        for (CapacityShare share : shares) {
            String type = share.isSpot() ? "SPOT" : share.isFargate() ? "ON_DEMAND" : null;
            if (type != null && share.weight() > 0) {
                terms.add(term(type, (int) Math.max(1, share.weight() * 100L / total)));
            }
        }
        if (terms.isEmpty()) {
            return;
        }
        NodeAffinity nodes = PlacementTerms.affinity(context.task().template()).getNodeAffinity();
        if (nodes == null) {
            nodes = new NodeAffinity();
            PlacementTerms.affinity(context.task().template()).setNodeAffinity(nodes);
        }
        nodes.setPreferredDuringSchedulingIgnoredDuringExecution(terms);
    }

    private static PreferredSchedulingTerm term(String type, int weight) {
        NodeSelectorRequirement requirement = new NodeSelectorRequirement();
        requirement.setKey("eks.amazonaws.com/capacityType");
        requirement.setOperator("In");
        requirement.setValues(List.of(type));
        NodeSelectorTerm preference = new NodeSelectorTerm();
        preference.setMatchExpressions(List.of(requirement));
        PreferredSchedulingTerm term = new PreferredSchedulingTerm();
        term.setWeight(weight);
        term.setPreference(preference);
        return term;
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        for (Resource<Cluster> cluster : context.resources().of(Cluster.class)) {
            for (String field : OF_CLUSTER) {
                Node value = cluster.node().get(field);
                if (value != null && !value.isNull() && context.isUsed(cluster)) {
                    say(field + " of the cluster is", cluster, context, field);
                }
            }
        }
        for (ResourceKind kind : List.of(ResourceKind.CAPACITY_PROVIDER, ResourceKind.CAPACITY_PROVIDER_ASSOCIATIONS)) {
            for (Resource<?> resource : context.resources().all()) {
                if (resource.kind() == kind) {
                    context.use(resource);
                    say(resource.title() + " is", resource, context);
                }
            }
        }
    }

    private static void say(String what, Resource<?> resource, BundleToKubernetes context, Object... path) {
        context.at(resource.node(), path)
                .report(
                        FindingCode.CLUSTER_CAPACITY,
                        what + " a matter of the cluster's nodes; not written",
                        "make node groups or Fargate profiles, or let Karpenter or EKS Auto Mode add nodes");
    }

    /**
     * On instances the cluster's default strategy decides, as it does where nothing is said; daemons take no strategy
     * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html#service_scheduler_daemon).
     */
    @Override
    public void toEcs(LaunchToEcs context) {
        Tolerations.say(context);
        CreateServiceRequest.Builder service = context.service();
        List<CapacityProviderStrategyItem> strategy = new CapacityChoice(context).strategy();
        if (!strategy.isEmpty()) {
            if (service != null) {
                service.capacityProviderStrategy(strategy);
            } else {
                context.runTask().capacityProviderStrategy(strategy);
            }
            return;
        }
        boolean fargate = context.launchType() == io.github.ecs2k8s.options.LaunchType.FARGATE;
        if (fargate || context.workload() instanceof DaemonSet) {
            LaunchType type = fargate ? LaunchType.FARGATE : LaunchType.EC2;
            if (service != null) {
                service.launchType(type);
            } else {
                context.runTask().launchType(type);
            }
        }
    }

    /** The capacity provider associations of a launch's cluster, null when the input has none. */
    static @Nullable Resource<ClusterCapacityProviderAssociations> associations(LaunchToKubernetes context) {
        return context.bundle()
                .fact(Associations.class, Associations::of)
                .byCluster()
                .get(context.launch().cluster());
    }

    private record Associations(Map<@Nullable String, Resource<ClusterCapacityProviderAssociations>> byCluster) {
        static Associations of(BundleToKubernetes bundle) {
            Map<@Nullable String, Resource<ClusterCapacityProviderAssociations>> byCluster = new HashMap<>();
            for (Resource<ClusterCapacityProviderAssociations> found :
                    bundle.resources().of(ClusterCapacityProviderAssociations.class)) {
                if (found.value().cluster() != null) {
                    byCluster.putIfAbsent(found.value().cluster(), found);
                }
            }
            return new Associations(byCluster);
        }
    }
}
