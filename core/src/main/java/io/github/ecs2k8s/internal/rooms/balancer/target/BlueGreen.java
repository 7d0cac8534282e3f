package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AdvancedConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/**
 * Traffic of a service that is updated by shifting it: each of its target groups has a second one, and the rule by which
 * callers come leads to both. ECS moves the weights of one rule; a listener's default is none that can be named, so it
 * becomes a rule (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html).
 */
public final class BlueGreen {
    private static final int ALL = 100;

    private final BalancerDraft draft;
    private final Map<String, String> alternates;

    /**
     * For one load balancer.
     *
     * @param alternates from the target groups of such services to their second ones
     */
    public BlueGreen(BalancerDraft draft, Map<String, String> alternates) {
        this.draft = draft;
        this.alternates = alternates;
    }

    /** Whether a workload is updated in this way. */
    static boolean isShifted(LaunchToEcs workload) {
        CreateServiceRequest.Builder service = workload.service();
        DeploymentConfiguration configuration =
                service == null ? null : service.build().deploymentConfiguration();
        DeploymentStrategy strategy = configuration == null ? null : configuration.strategy();
        return strategy != null && strategy != DeploymentStrategy.ROLLING;
    }

    /** Lets rules lead to both target groups. */
    public void prepare() {
        for (ListenerDraft listener : draft.listeners()) {
            List<ListenerAction> fallback = listener.fallback();
            if (fallback != null && leadsToOne(fallback) && !draft.isNetwork()) {
                listener.routes()
                        .add(new Route(List.of(RuleConditions.path(List.of("/*"), List.of())), fallback, List.of()));
                listener.fallback(List.of(Route.answer("404")));
            } else if (fallback != null) {
                listener.fallback(both(fallback));
            }
            listener.routes()
                    .replaceAll(route -> new Route(route.conditions(), both(route.actions()), route.transforms()));
        }
    }

    private boolean leadsToOne(List<ListenerAction> actions) {
        for (ListenerAction action : actions) {
            String target = String.valueOf(action.targetGroupArn());
            if (alternates.containsKey(target) || alternates.containsValue(target)) {
                return true;
            }
        }
        return false;
    }

    private List<ListenerAction> both(List<ListenerAction> actions) {
        List<ListenerAction> both = new ArrayList<>();
        for (ListenerAction action : actions) {
            String first = action.targetGroupArn();
            String second = first == null || draft.isNetwork() ? null : alternates.get(first);
            both.add(
                    second == null
                            ? action
                            : Route.forward(
                                    List.of(new TargetGroupTuple(first, ALL), new TargetGroupTuple(second, 0)), null));
        }
        return both;
    }

    /**
     * Names the rules in the services.
     *
     * @param rules the rules, or the listeners of a network load balancer, by their references in the order of preference
     */
    public void finish(Map<String, List<ListenerAction>> rules, List<TargetRegistration> behind) {
        for (TargetRegistration registration : behind) {
            CreateServiceRequest.Builder service = registration.workload().service();
            if (service == null || !isShifted(registration.workload())) {
                continue;
            }
            List<LoadBalancer> entries = new ArrayList<>();
            for (LoadBalancer entry : service.build().loadBalancers()) {
                String second = alternates.get(entry.targetGroupArn());
                entries.add(
                        second == null || entry.advancedConfiguration() != null
                                ? entry
                                : advanced(entry, second, rules, registration));
            }
            service.loadBalancers(entries);
        }
    }

    private LoadBalancer advanced(
            LoadBalancer entry,
            String second,
            Map<String, List<ListenerAction>> rules,
            TargetRegistration registration) {
        List<String> production = new ArrayList<>();
        @Nullable String test = null;
        for (Map.Entry<String, List<ListenerAction>> rule : rules.entrySet()) {
            List<String> targets = ListenerDraft.targets(rule.getValue());
            if (targets.contains(entry.targetGroupArn())) {
                production.add(rule.getKey());
            } else if (targets.contains(second)) {
                test = test == null ? rule.getKey() : test;
            }
        }
        if (production.size() > 1) {
            registration
                    .workload()
                    .at("spec", "strategy")
                    .report(
                            FindingCode.SHIFTED_RULES,
                            "ECS shifts the traffic of one rule; " + (production.size() - 1) + " more lead to "
                                    + registration.workload().name() + " and stay with its first target group",
                            "let one rule lead there: with several hosts and paths, and a redirect from port 80");
        }
        if (production.isEmpty()) {
            return entry;
        }
        return entry.toBuilder()
                .advancedConfiguration(AdvancedConfiguration.builder()
                        .alternateTargetGroupArn(second)
                        .productionListenerRule(production.get(0))
                        .testListenerRule(test)
                        .build())
                .build();
    }
}
