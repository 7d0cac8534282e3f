package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.query.ClusterQuery;
import io.github.ecs2k8s.internal.query.Operator;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.kubernetes.Selectors;
import io.github.ecs2k8s.options.LaunchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.PlacementConstraint;
import software.amazon.awssdk.services.ecs.model.PlacementConstraintType;
import software.amazon.awssdk.services.ecs.model.PlacementStrategy;
import software.amazon.awssdk.services.ecs.model.PlacementStrategyType;

/**
 * Where pods stand to each other → placement of a service's tasks on instances: apart ({@code distinctInstance}), beside
 * the tasks of another service or away from them ({@code task:group}), spread over instances or zones. Fargate takes none of
 * it: each task has a machine of its own there
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html).
 */
final class TaskPlaces {
    private static final String AFFINITY = "podAffinity";
    private static final String ANTI_AFFINITY = "podAntiAffinity";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final String SPREAD = "topologySpreadConstraints";
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
    private static final int MOST_STRATEGIES = 5;

    private final LaunchToEcs context;
    private final boolean fargate;
    private final boolean daemon;
    private final List<PlacementConstraint> constraints = new ArrayList<>();
    private final List<PlacementStrategy> strategies = new ArrayList<>();

    TaskPlaces(LaunchToEcs context) {
        this.context = context;
        this.fargate = context.launchType() == LaunchType.FARGATE;
        this.daemon = context.workload() instanceof DaemonSet;
    }

    List<PlacementConstraint> constraints() {
        return constraints;
    }

    List<PlacementStrategy> strategies() {
        return strategies;
    }

    void read() {
        List<TopologySpreadConstraint> spread = context.template().getSpec().getTopologySpreadConstraints();
        for (int i = 0; i < spread.size(); i++) {
            spread(spread.get(i), i);
        }
        Affinity affinity = context.template().getSpec().getAffinity();
        if (affinity == null) {
            return;
        }
        if (affinity.getPodAntiAffinity() != null) {
            terms(affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(), true);
            wishes(affinity.getPodAntiAffinity().getPreferredDuringSchedulingIgnoredDuringExecution(), true);
        }
        if (affinity.getPodAffinity() != null) {
            terms(affinity.getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(), false);
            wishes(affinity.getPodAffinity().getPreferredDuringSchedulingIgnoredDuringExecution(), false);
        }
    }

    private void terms(List<PodAffinityTerm> terms, boolean away) {
        for (int i = 0; i < terms.size(); i++) {
            Object[] path = {"spec", "affinity", away ? ANTI_AFFINITY : AFFINITY, REQUIRED, i};
            boolean host = NodeLabels.HOSTNAME.equals(terms.get(i).getTopologyKey());
            if (away && (fargate || daemon) && host) {
                sayPlaced(path);
            } else if (away && isOwn(terms.get(i).getLabelSelector())) {
                apart(host, terms.get(i).getTopologyKey(), path);
            } else if (fargate) {
                refuse(away ? "keep away from" : "stand beside", path);
            } else {
                group(terms.get(i), host, away, path);
            }
        }
    }

    /** Own tasks: never two on an instance; never two in a zone is more than ECS can promise. */
    private void apart(boolean host, @Nullable String key, Object... path) {
        if (host) {
            constraints.add(PlacementConstraint.builder()
                    .type(PlacementConstraintType.DISTINCT_INSTANCE)
                    .build());
        } else if (fargate) {
            sayPlaced(path);
        } else {
            spreadBy(key, "two tasks may still share one", path);
        }
    }

    private void group(PodAffinityTerm term, boolean host, boolean away, Object... path) {
        String service = service(term.getLabelSelector());
        if (!host || service == null) {
            context.inPod()
                    .at(path)
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            host
                                    ? "no workload of the input has these labels alone"
                                    : "tasks are placed beside others, or away from them, on one instance, not in one "
                                            + term.getTopologyKey(),
                            host ? "write a constraint with task:group == service:NAME" : null);
            return;
        }
        ClusterQuery query = new ClusterQuery.Comparison("task:group", Operator.EQUALS, List.of("service:" + service));
        constraints.add(PlacementConstraint.builder()
                .type(PlacementConstraintType.MEMBER_OF)
                .expression((away ? new ClusterQuery.Not(query) : query).toString())
                .build());
        context.inPod()
                .at(path)
                .report(
                        FindingCode.EXPRESSION_REWRITTEN,
                        "written as " + constraints.get(constraints.size() - 1).expression());
    }

    private void wishes(List<WeightedPodAffinityTerm> wishes, boolean away) {
        for (int i = 0; i < wishes.size(); i++) {
            Object[] path = {"spec", "affinity", away ? ANTI_AFFINITY : AFFINITY, PREFERRED, i};
            PodAffinityTerm term = wishes.get(i).getPodAffinityTerm();
            if (term == null) {
                continue;
            }
            if (away && isOwn(term.getLabelSelector()) || away && fargate) {
                if (fargate || daemon) {
                    sayPlaced(path);
                } else {
                    spreadBy(term.getTopologyKey(), "as far as there is room", path);
                }
            } else if (fargate) {
                refuse("stand beside", path);
            } else {
                context.inPod()
                        .at(path)
                        .report(FindingCode.NO_ECS_COUNTERPART, "a placement constraint is never only a wish");
            }
        }
    }

    private void spread(TopologySpreadConstraint constraint, int index) {
        String key = constraint.getTopologyKey();
        Object[] path = {"spec", SPREAD, index};
        boolean known = NodeLabels.HOSTNAME.equals(key) || NodeLabels.ZONE.equals(current(key));
        if (daemon || fargate && known) {
            sayPlaced(path);
        } else if (fargate) {
            refuse("spread over by " + key, path);
        } else if (!isOwn(constraint.getLabelSelector()) && constraint.getLabelSelector() != null) {
            context.inPod()
                    .at(path)
                    .report(FindingCode.NO_ECS_COUNTERPART, "a service spreads its own tasks, not those of others");
        } else {
            add(key, path);
            if (!"ScheduleAnyway".equals(constraint.getWhenUnsatisfiable())) {
                sayBestEffort("a task is placed even where that makes the spread uneven", "whenUnsatisfiable", index);
            }
            if (constraint.getMaxSkew() != null && constraint.getMaxSkew() != 1) {
                sayBestEffort("ECS always spreads as evenly as it can", "maxSkew", index);
            }
            if (constraint.getMinDomains() != null) {
                sayBestEffort("ECS spreads over what is there", "minDomains", index);
            }
        }
    }

    private void sayBestEffort(String message, String field, int index) {
        context.inPod().at("spec", SPREAD, index, field).report(FindingCode.SPREAD_BEST_EFFORT, message);
    }

    private void spreadBy(@Nullable String key, String limit, Object... path) {
        if (add(key, path)) {
            context.inPod()
                    .at(path)
                    .report(
                            FindingCode.SPREAD_BEST_EFFORT,
                            "written as placement strategy spread by "
                                    + strategies.get(strategies.size() - 1).field() + "; " + limit);
        }
    }

    /** Adds a strategy once; false when it is there already or cannot be. */
    private boolean add(@Nullable String key, Object... path) {
        String label = current(key);
        String field =
                label.equals(NodeLabels.HOSTNAME) ? "instanceId" : "attribute:" + InstanceAttributes.attribute(label);
        boolean unknown = !label.equals(NodeLabels.HOSTNAME) && InstanceAttributes.isUnknown(label);
        if (label.isEmpty() || unknown || strategies.size() == MOST_STRATEGIES) {
            context.inPod().at(path).report(FindingCode.NO_ECS_COUNTERPART, "tasks are not spread by " + label);
            return false;
        }
        PlacementStrategy strategy = PlacementStrategy.builder()
                .type(PlacementStrategyType.SPREAD)
                .field(field)
                .build();
        if (strategies.contains(strategy)) {
            context.inPod()
                    .at(path)
                    .report(FindingCode.SPREAD_BEST_EFFORT, "tasks are spread by " + field + " already");
            return false;
        }
        strategies.add(strategy);
        if (!label.equals(NodeLabels.HOSTNAME) && !InstanceAttributes.isBuiltIn(label)) {
            context.inPod()
                    .at(path)
                    .report(
                            FindingCode.INSTANCE_ATTRIBUTE,
                            "container instances do not have the attribute " + label + " by themselves",
                            "set it with aws ecs put-attributes, or with ECS_INSTANCE_ATTRIBUTES in the user data");
        }
        return true;
    }

    private static String current(@Nullable String key) {
        return key == null ? "" : NodeLabels.current(key);
    }

    private boolean isOwn(@Nullable LabelSelector selector) {
        return Selectors.matches(selector, context.podLabels());
    }

    /** The service that the only workload of the namespace becomes whose pods are meant; null when it is not one. */
    private @Nullable String service(@Nullable LabelSelector selector) {
        String found = null;
        for (LocatedObject located : context.all().manifests().all()) {
            if (PodTemplates.isWorkload(located.object())
                    && Objects.equals(located.object().getMetadata().getNamespace(), context.namespace())) {
                Map<String, String> labels =
                        PodTemplates.of(located.object()).getMetadata().getLabels();
                if (labels != null && Selectors.matches(selector, labels)) {
                    if (found != null || located == context.located()) {
                        return null;
                    }
                    found = located.object().getMetadata().getName().replace('.', '-');
                }
            }
        }
        return found;
    }

    private void sayPlaced(Object... path) {
        context.inPod()
                .at(path)
                .report(
                        FindingCode.FARGATE_PLACES,
                        daemon
                                ? "a daemon runs once on each instance anyway"
                                : "every task on Fargate has a machine of its own, and tasks are spread over the zones of the subnets");
    }

    private void refuse(String what, Object... path) {
        context.inPod()
                .at(path)
                .report(
                        FindingCode.FARGATE_REFUSES,
                        "Fargate has no instances to " + what,
                        "--launch-type ec2 keeps what container instances can do");
    }
}
