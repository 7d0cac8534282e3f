package io.github.ecs2k8s.internal.rooms.cluster;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ClusterNames;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;

/**
 * ECS cluster ⇄ Kubernetes Namespace: what keeps two services of one name apart. The default cluster needs none.
 *
 * <p>What a cluster is made of (its settings, its machines) is a matter of the Kubernetes cluster
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html,
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/).
 */
public final class Clusters implements BundleCorrespondence {
    private static final List<String> CONFIGURATION = List.of("settings", "configuration");
    private static final List<String> NOTES = List.of(
            "registeredContainerInstancesCount",
            "runningTasksCount",
            "pendingTasksCount",
            "activeServicesCount",
            "attachmentsStatus",
            "statistics",
            "attachments");

    @Override
    public Term term() {
        return Term.CLUSTER;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.to("service.cluster", "workload.metadata.namespace", "default"));
        owned.add(OwnedField.to("service.clusterArn", "workload.metadata.namespace"));
        owned.add(OwnedField.to("cluster.clusterName", "Namespace.metadata.name"));
        owned.add(OwnedField.to("cluster.clusterArn", "Namespace.metadata.name"));
        owned.add(OwnedField.nowhere("cluster.status", "ACTIVE"));
        owned.add(OwnedField.to("cluster.tags[].key", "Namespace.metadata.labels"));
        owned.add(OwnedField.to("cluster.tags[].value", "Namespace.metadata.labels", ""));
        CONFIGURATION.forEach(field -> owned.add(OwnedField.nowhere("cluster." + field + ".**")));
        for (String note : NOTES.subList(0, NOTES.indexOf("statistics"))) {
            owned.add(OwnedField.nowhere("cluster." + note, "0"));
        }
        owned.add(OwnedField.nowhere("cluster.statistics.**"));
        owned.add(OwnedField.nowhere("cluster.attachments.**"));
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("workload.metadata.namespace", "service.cluster", "default"),
                OwnedField.to("Namespace.metadata.name", "cluster.clusterName"),
                OwnedField.nowhere("Namespace.spec.finalizers[]", "kubernetes"));
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        if (context.options().namespace() == null) {
            for (LaunchToKubernetes launch : context.launches()) {
                if (launch.namespace() != null) {
                    context.namespace(launch.namespace());
                }
            }
            context.launches().forEach(Clusters::sayName);
        } else {
            context.launches().forEach(Clusters::sayChosen);
        }
        for (Resource<Cluster> cluster : context.resources().of(Cluster.class)) {
            describe(cluster, context);
        }
    }

    private static void sayChosen(LaunchToKubernetes launch) {
        for (String member : List.of("cluster", "clusterArn")) {
            if (launch.launch().by() != null && launch.node().has(member)) {
                launch.at(member)
                        .report(
                                FindingCode.NAMESPACE_CHOSEN,
                                "the namespace is " + launch.namespace()
                                        + ", as --namespace says, and not the cluster's name");
            }
        }
    }

    /** A cluster that is not in the input itself is known by its name only; so is one whose own name is not known. */
    private static void sayName(LaunchToKubernetes launch) {
        Resource<?> by = launch.launch().by();
        String reference = launch.launch().cluster();
        if (by == null || reference == null) {
            return;
        }
        Resource<Cluster> known = launch.bundle().resources().find(Cluster.class, reference, by.node());
        boolean open = reference.contains("${")
                && reference.equals(known == null ? null : known.value().clusterName());
        if (known != null && !open) {
            return;
        }
        String member = launch.node().has("cluster") ? "cluster" : "clusterArn";
        String name = Arns.name(reference);
        if (launch.namespace() == null && name.contains("${")) {
            launch.at(member)
                    .report(
                            FindingCode.UNRESOLVED_REFERENCE,
                            "the cluster's name is not known; " + launch.name()
                                    + " is written for the namespace that kubectl is" + " set to",
                            "--namespace writes it into one");
        } else if (launch.namespace() != null && !launch.namespace().equals(name)) {
            launch.at(member)
                    .report(FindingCode.NAME_ADJUSTED, "cluster \"" + name + "\" is written " + launch.namespace());
        }
    }

    private static void describe(Resource<Cluster> cluster, BundleToKubernetes context) {
        if (!context.isUsed(cluster)) {
            return;
        }
        MappingNode node = cluster.node();
        String namespace = ClusterNames.namespace(cluster);
        String name = cluster.value().clusterName();
        if (name != null
                && namespace != null
                && !namespace.equals(name)
                && context.options().namespace() == null) {
            context.at(node, "clusterName")
                    .report(FindingCode.NAME_ADJUSTED, "cluster \"" + name + "\" is written " + namespace);
        }
        if (node.get("status") instanceof ScalarNode status && !status.text().equals("ACTIVE")) {
            context.at(node, "status").report(FindingCode.SERVICE_INACTIVE, "the cluster is " + status.text());
        }
        for (String field : CONFIGURATION) {
            Node value = node.get(field);
            if (value != null && !value.isNull()) {
                context.at(node, field)
                        .report(
                                FindingCode.CLUSTER_CONFIGURATION,
                                field + " of the cluster is not written",
                                "set it up in the cluster: logging and metrics add-ons, the audit log of kubectl exec");
            }
        }
        Node tags = node.get("tags");
        if (tags != null && !tags.isNull()) {
            context.at(node, "tags").report(FindingCode.CLUSTER_CONFIGURATION, "tags of the cluster are not written");
        }
        if (name != null && node.has("clusterArn")) {
            context.at(node, "clusterArn")
                    .report(FindingCode.READ_ONLY_FIELD, "the cluster's ARN is not written; its name is");
        }
        for (String note : NOTES) {
            if (node.has(note)) {
                context.at(node, note)
                        .report(FindingCode.READ_ONLY_FIELD, note + " is the service's own note; not written");
            }
        }
    }

    /** A namespace is a cluster of its name; the one that nobody names is the default cluster. */
    @Override
    public void toEcs(BundleToEcs context) {
        Map<String, Set<String>> providers = providers(context);
        Map<String, Resource<Cluster>> clusters = new LinkedHashMap<>();
        for (LocatedObject namespace : context.manifests().of("Namespace")) {
            String name = namespace.object().getMetadata().getName();
            context.use(namespace);
            clusters.put(name, cluster(name, providers.getOrDefault(name, Set.of()), context));
            boolean runs = context.workloads().stream().anyMatch(workload -> name.equals(workload.namespace()));
            if (!runs) {
                context.at(namespace.node(), "metadata", "name")
                        .report(
                                FindingCode.CLUSTER_EMPTY,
                                "no workload of the input runs in namespace " + name + "; its cluster is empty");
            }
        }
        for (LaunchToEcs workload : context.workloads()) {
            String namespace = workload.namespace();
            if (namespace == null || namespace.equals("default")) {
                continue;
            }
            Resource<Cluster> cluster = clusters.get(namespace);
            String reference = cluster == null ? namespace : "${" + cluster.logicalId() + "}";
            if (workload.service() != null) {
                workload.service().cluster(reference);
            } else {
                workload.runTask().cluster(reference);
            }
        }
    }

    /**
     * The capacity of Fargate that services of each namespace ask for, which their cluster must be associated with
     * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html).
     */
    private static Map<String, Set<String>> providers(BundleToEcs context) {
        Map<String, Set<String>> providers = new LinkedHashMap<>();
        for (LaunchToEcs workload : context.workloads()) {
            List<CapacityProviderStrategyItem> strategy = workload.service() == null
                    ? workload.runTask().build().capacityProviderStrategy()
                    : workload.service().build().capacityProviderStrategy();
            for (CapacityProviderStrategyItem item : strategy) {
                if (workload.namespace() != null && item.capacityProvider().startsWith("FARGATE")) {
                    providers
                            .computeIfAbsent(workload.namespace(), unused -> new TreeSet<>())
                            .addAll(List.of("FARGATE", "FARGATE_SPOT"));
                }
            }
        }
        return providers;
    }

    private static Resource<Cluster> cluster(String name, Set<String> providers, BundleToEcs context) {
        Cluster.Builder cluster = Cluster.builder().clusterName(name);
        if (!providers.isEmpty()) {
            cluster.capacityProviders(providers);
        }
        return context.add(ResourceKind.CLUSTER, cluster.build(), context.logicalId(name, "Cluster"));
    }
}
