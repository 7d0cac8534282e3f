package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AvailabilityZoneRebalancing;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.PlacementConstraint;
import software.amazon.awssdk.services.ecs.model.PlacementStrategy;

/**
 * ECS placement of a service or task ⇄ Kubernetes topologySpreadConstraints (spread), required node affinity and
 * anti-affinity (constraints). Strategies are best efforts in ECS, hence {@code ScheduleAnyway}; packing tasks together
 * is the scheduler's own profile, not the Pod's
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html,
 * https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/).
 */
public final class PlacementStrategies implements LaunchCorrespondence {
    private static final String STRATEGY = "placementStrategy";
    private static final String FIELD = "field";
    private static final String REBALANCING = "availabilityZoneRebalancing";
    private static final String ATTRIBUTE = "attribute:";

    @Override
    public Term term() {
        return Term.PLACEMENT_STRATEGY;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        String spread = "pod.spec.topologySpreadConstraints[].topologyKey";
        for (String launch : List.of("service.", "runTask.")) {
            owned.add(OwnedField.to(launch + "placementConstraints[].type", "pod.spec.affinity", "memberOf"));
            owned.add(OwnedField.to(launch + "placementConstraints[].expression", "pod.spec.affinity.nodeAffinity"));
            owned.add(OwnedField.to(launch + STRATEGY + "[].type", spread));
            owned.add(OwnedField.to(launch + STRATEGY + "[].field", spread));
        }
        // What create-service takes where nothing is said.
        owned.add(OwnedField.to("service." + REBALANCING, spread, "ENABLED"));
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>(SchedulingFields.OWNED);
        String spread = "pod.spec.topologySpreadConstraints[].";
        owned.add(OwnedField.to(spread + "topologyKey", "service." + STRATEGY + "[].field"));
        owned.add(OwnedField.nowhere(spread + "whenUnsatisfiable", "ScheduleAnyway"));
        owned.add(OwnedField.nowhere(spread + "maxSkew", "1"));
        owned.add(OwnedField.nowhere(spread + "minDomains"));
        owned.add(OwnedField.nowhere(spread + "labelSelector.**"));
        owned.add(OwnedField.nowhere(spread + "matchLabelKeys[]"));
        owned.add(OwnedField.nowhere(spread + "nodeAffinityPolicy"));
        owned.add(OwnedField.nowhere(spread + "nodeTaintsPolicy"));
        String apart = "pod.spec.affinity.podAntiAffinity.";
        String term = apart + "requiredDuringSchedulingIgnoredDuringExecution[].";
        owned.add(OwnedField.to(term + "topologyKey", "service.placementConstraints[].type"));
        for (String field : List.of("labelSelector.**", "namespaceSelector.**", "namespaces[]")) {
            owned.add(OwnedField.nowhere(term + field));
        }
        owned.add(OwnedField.nowhere(term + "matchLabelKeys[]"));
        owned.add(OwnedField.nowhere(term + "mismatchLabelKeys[]"));
        owned.add(OwnedField.nowhere(apart + "preferredDuringSchedulingIgnoredDuringExecution[].**"));
        owned.add(OwnedField.nowhere("pod.spec.affinity.podAffinity.**"));
        return owned;
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        constraints(context);
        List<PlacementStrategy> strategies = context.settings().placementStrategy();
        for (int i = 0; i < strategies.size(); i++) {
            strategy(strategies.get(i), i, context);
        }
        AvailabilityZoneRebalancing rebalancing =
                context.service() == null ? null : context.service().availabilityZoneRebalancing();
        if (rebalancing == AvailabilityZoneRebalancing.ENABLED) {
            rebalance(context);
        } else if (rebalancing == AvailabilityZoneRebalancing.DISABLED) {
            context.at(REBALANCING)
                    .report(
                            FindingCode.PLACEMENT_STRATEGY,
                            "no Pod is moved from one zone to another anyway; nothing is written");
        }
    }

    private static void constraints(LaunchToKubernetes context) {
        PlacementTerms terms = new PlacementTerms(
                context.at("placementConstraints"), context.target().isEks());
        List<PlacementConstraint> constraints = context.settings().placementConstraints();
        boolean daemon = context.workload() instanceof DaemonSet;
        for (int i = 0; i < constraints.size(); i++) {
            String type = constraints.get(i).typeAsString();
            if (daemon && "distinctInstance".equals(type)) {
                context.at("placementConstraints", i)
                        .report(FindingCode.PLACEMENT_STRATEGY, "a DaemonSet runs one Pod on each node anyway");
            } else {
                terms.add(type, constraints.get(i).expression(), i);
                if (!"distinctInstance".equals(type)) {
                    context.at("placementConstraints", i)
                            .report(
                                    FindingCode.SAME_IN_ANOTHER_PLACE,
                                    "nodes are chosen in the pod template, so the task definition is where this would come back");
                }
            }
        }
        if (terms.hasNodes()
                && !PlacementTerms.required(context.task().template()).equals(List.of(List.of()))) {
            context.task()
                    .at("placementConstraints")
                    .report(
                            FindingCode.EXPRESSION_REWRITTEN,
                            "the constraints of the task definition and of what runs it become one node affinity");
        }
        terms.writeTo(context.task().template(), context.name());
    }

    private static void strategy(PlacementStrategy strategy, int index, LaunchToKubernetes context) {
        String type = strategy.typeAsString() == null ? "" : strategy.typeAsString();
        switch (type) {
            case "spread" -> spread(strategy.field(), index, context);
            case "binpack" ->
                context.at(STRATEGY, index)
                        .report(
                                FindingCode.PLACEMENT_STRATEGY,
                                "a Pod cannot ask to be packed with others; not written",
                                "set scoringStrategy MostAllocated in a scheduler profile, or let Karpenter consolidate nodes");
            case "random" ->
                context.at(STRATEGY, index)
                        .report(
                                FindingCode.PLACEMENT_STRATEGY,
                                "the scheduler chooses among the nodes that fit as it sees best, not at random");
            default ->
                context.at(STRATEGY, index)
                        .report(
                                FindingCode.PLACEMENT_STRATEGY,
                                "no placement strategy is called \"" + type + "\"; not written");
        }
    }

    private static void spread(@Nullable String field, int index, LaunchToKubernetes context) {
        String key = key(field);
        if (context.workload() instanceof DaemonSet || key == null) {
            context.at(STRATEGY, index)
                    .report(
                            FindingCode.PLACEMENT_STRATEGY,
                            key == null
                                    ? "no node has a label for " + (field == null ? "nothing" : field) + "; not written"
                                    : "a DaemonSet runs one Pod on each node; there is nothing to spread",
                            key == null ? "label the nodes, and spread by that label" : null);
            return;
        }
        if (!InstanceAttributes.isOnEveryNode(key, context.target().isEks())) {
            context.at(STRATEGY, index, FIELD)
                    .report(
                            FindingCode.SPREAD_LABEL,
                            "nodes do not carry " + key + " by themselves; without it nothing is spread",
                            "kubectl label node NODE " + key + "=…");
        }
        if (!add(key, context)) {
            context.at(STRATEGY, index)
                    .report(FindingCode.PLACEMENT_STRATEGY, "spread by " + key + " is there already");
        }
    }

    /** The label for a field of a strategy, null when nodes have none. */
    private static @Nullable String key(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String lower = field.toLowerCase(Locale.ROOT);
        if (lower.equals("instanceid") || lower.equals("host")) {
            return NodeLabels.HOSTNAME;
        }
        return lower.startsWith(ATTRIBUTE)
                ? InstanceAttributes.label(field.substring(ATTRIBUTE.length()), List.of())
                : null;
    }

    /** Spreads the workload's pods over the values of a label, once for each. */
    private static boolean add(String key, LaunchToKubernetes context) {
        List<TopologySpreadConstraint> all = context.task().pod().getTopologySpreadConstraints();
        for (TopologySpreadConstraint known : all) {
            if (key.equals(known.getTopologyKey())) {
                return false;
            }
        }
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(context.selector());
        TopologySpreadConstraint constraint = new TopologySpreadConstraint();
        constraint.setMaxSkew(1);
        constraint.setTopologyKey(key);
        constraint.setWhenUnsatisfiable("ScheduleAnyway");
        constraint.setLabelSelector(selector);
        List<TopologySpreadConstraint> more = new ArrayList<>(all);
        more.add(constraint);
        context.task().pod().setTopologySpreadConstraints(more);
        return true;
    }

    /** Kubernetes looks at zones when it places a Pod, and not again. */
    private static void rebalance(LaunchToKubernetes context) {
        if (!(context.workload() instanceof DaemonSet)) {
            add(NodeLabels.ZONE, context);
        }
        context.at(REBALANCING)
                .report(
                        FindingCode.ZONE_REBALANCING,
                        "Pods are spread over zones when they are placed; nothing moves them afterwards",
                        "the descheduler's RemovePodsViolatingTopologySpreadConstraint does");
    }

    @Override
    public void toEcs(LaunchToEcs context) {
        SchedulingFields.say(context);
        TaskPlaces places = new TaskPlaces(context);
        places.read();
        CreateServiceRequest.Builder service = context.service();
        if (!places.constraints().isEmpty()) {
            if (service != null) {
                service.placementConstraints(places.constraints());
            } else {
                context.runTask().placementConstraints(places.constraints());
            }
        }
        if (!places.strategies().isEmpty()) {
            if (service != null) {
                service.placementStrategy(places.strategies());
            } else {
                context.runTask().placementStrategy(places.strategies());
            }
        }
    }
}
