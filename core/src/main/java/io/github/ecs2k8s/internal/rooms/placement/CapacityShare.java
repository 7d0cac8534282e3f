package io.github.ecs2k8s.internal.rooms.placement;

import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.ClusterCapacityProviderAssociations;
import io.github.ecs2k8s.ecs.resource.ClusterCapacityProviderAssociations.CapacityProviderStrategy;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityOptionType;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;

/**
 * One entry of the strategy that applies to a launch: its own, or its cluster's where it has neither a strategy nor a
 * launch type.
 *
 * @param provider the provider's description, null when it is one of Fargate's or not in the input
 * @param node what holds the strategy
 * @param path where the entry stands below that
 */
record CapacityShare(
        String name, int base, int weight, @Nullable CapacityProvider provider, Node node, List<Object> path) {
    private static final String STRATEGY = "capacityProviderStrategy";
    private static final String DEFAULT_STRATEGY = "defaultCapacityProviderStrategy";
    private static final String FARGATE = "FARGATE";
    private static final String FARGATE_SPOT = "FARGATE_SPOT";

    static List<CapacityShare> of(LaunchToKubernetes context) {
        List<CapacityProviderStrategyItem> own = context.settings().capacityProviderStrategy();
        if (!own.isEmpty()) {
            return all(own, context.node(), STRATEGY, true, context);
        }
        String cluster = context.launch().cluster();
        boolean said = context.settings().launchType() != null;
        if (cluster == null || said || context.launch().by() == null) {
            return List.of();
        }
        Resource<Cluster> found = context.bundle().resources().find(Cluster.class, cluster, context.node());
        if (found != null && !found.value().defaultCapacityProviderStrategy().isEmpty()) {
            return all(found.value().defaultCapacityProviderStrategy(), found.node(), DEFAULT_STRATEGY, false, context);
        }
        Resource<ClusterCapacityProviderAssociations> associations = CapacityProviders.associations(context);
        if (associations == null) {
            return List.of();
        }
        List<CapacityProviderStrategyItem> items = new ArrayList<>();
        for (CapacityProviderStrategy item : associations.value().defaultCapacityProviderStrategy()) {
            items.add(CapacityProviderStrategyItem.builder()
                    .capacityProvider(item.capacityProvider())
                    .base(item.base())
                    .weight(item.weight())
                    .build());
        }
        return all(items, associations.node(), "DefaultCapacityProviderStrategy", false, context);
    }

    private static List<CapacityShare> all(
            List<CapacityProviderStrategyItem> items,
            Node node,
            String field,
            boolean own,
            LaunchToKubernetes context) {
        List<CapacityShare> shares = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CapacityProviderStrategyItem item = items.get(i);
            String name = item.capacityProvider() == null ? "" : item.capacityProvider();
            int weight = item.weight() == null ? 0 : Math.max(0, item.weight());
            shares.add(new CapacityShare(
                    name,
                    item.base() == null ? 0 : item.base(),
                    // A strategy of one provider needs no weight.
                    items.size() == 1 ? Math.max(1, weight) : weight,
                    own ? resolved(name, i, context) : known(name, node, context),
                    node,
                    List.of(field, i)));
        }
        return shares;
    }

    private static @Nullable CapacityProvider resolved(String name, int index, LaunchToKubernetes context) {
        if (name.isEmpty() || name.equals(FARGATE) || name.equals(FARGATE_SPOT)) {
            return null;
        }
        Resource<CapacityProvider> found = context.bundle()
                .lookUp(
                        CapacityProvider.class,
                        ResourceKind.CAPACITY_PROVIDER,
                        name,
                        context.at(STRATEGY, index, "capacityProvider"));
        return found == null ? null : found.value();
    }

    private static @Nullable CapacityProvider known(String name, Node node, LaunchToKubernetes context) {
        Resource<CapacityProvider> found = context.bundle().resources().find(CapacityProvider.class, name, node);
        return found == null ? null : found.value();
    }

    boolean isFargate() {
        return name.equals(FARGATE) || name.equals(FARGATE_SPOT);
    }

    /** Whether its machines may be taken away at any time. */
    boolean isSpot() {
        return name.equals(FARGATE_SPOT)
                || provider != null
                        && provider.managedInstancesProvider() != null
                        && provider.managedInstancesProvider().instanceLaunchTemplate() != null
                        && provider.managedInstancesProvider()
                                        .instanceLaunchTemplate()
                                        .capacityOptionType()
                                == CapacityOptionType.SPOT;
    }

    void find(FindingCode code, String message, @Nullable String hint, LaunchToKubernetes context) {
        context.bundle().at(node, path.toArray()).report(code, message, hint);
    }
}
