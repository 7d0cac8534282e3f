package io.github.ecs2k8s.internal.rooms.deployment;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.kubernetes.RolloutReferences;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CanaryConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;
import software.amazon.awssdk.services.ecs.model.LinearConfiguration;

/**
 * Strategy of a Rollout → strategy of a service: blue/green, canary, linear
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html).
 */
final class RolloutReader {
    private static final String STRATEGY = "strategy";
    private static final String STEPS = "steps";
    private static final String DELAY = "scaleDownDelaySeconds";
    private static final String PROMOTION = "autoPromotionEnabled";
    private static final int MINUTE = 60;
    private static final int MOST_MINUTES = 1440;
    private static final double LEAST_LINEAR = 3;
    private static final double ALL = 100;

    /** The leaves it answers for; the Services between which the traffic moves are the balancer's. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.resolved("Rollout.spec.workloadRef.apiVersion", "service.taskDefinition"),
            OwnedField.resolved("Rollout.spec.workloadRef.kind", "service.taskDefinition"),
            OwnedField.resolved("Rollout.spec.workloadRef.name", "service.taskDefinition"),
            OwnedField.resolved("Rollout.spec.workloadRef.scaleDown", "service.taskDefinition"),
            OwnedField.nowhere("Rollout.spec.strategy.blueGreen.activeService"),
            OwnedField.nowhere("Rollout.spec.strategy.blueGreen.previewService"),
            OwnedField.nowhere("Rollout.spec.strategy.blueGreen." + PROMOTION, "true"),
            OwnedField.to(
                    "Rollout.spec.strategy.blueGreen." + DELAY, "service.deploymentConfiguration.bakeTimeInMinutes"),
            OwnedField.nowhere("Rollout.spec.strategy.canary.stableService"),
            OwnedField.nowhere("Rollout.spec.strategy.canary.canaryService"),
            OwnedField.nowhere("Rollout.spec.strategy.canary.trafficRouting.alb.ingress"),
            OwnedField.nowhere("Rollout.spec.strategy.canary.trafficRouting.alb.servicePort"),
            OwnedField.to("Rollout.spec.strategy.canary." + DELAY, "service.deploymentConfiguration.bakeTimeInMinutes"),
            OwnedField.to(
                    "Rollout.spec.strategy.canary.steps[].setWeight",
                    "service.deploymentConfiguration.canaryConfiguration"),
            OwnedField.to(
                    "Rollout.spec.strategy.canary.steps[].pause.duration",
                    "service.deploymentConfiguration.canaryConfiguration"));

    private final RolloutStrategy rollout;
    private final LaunchToEcs context;

    RolloutReader(RolloutStrategy rollout, LaunchToEcs context) {
        this.rollout = rollout;
        this.context = context;
    }

    /** What a Rollout takes its pods from is said by the Rollout; what runs beside it runs on. */
    static void readReference(LaunchToEcs context) {
        LocatedObject source =
                RolloutReferences.meantBy(context.located(), context.all().manifests());
        if (source == null) {
            return;
        }
        if (!PodTemplates.isWorkload(source.object())) {
            context.all().use(source);
            context.all().at(source.node(), "metadata").resolved();
            if (source.node().get("spec") instanceof MappingNode spec) {
                spec.entries()
                        .forEach(entry -> context.all().at(spec, entry.key()).resolved());
            }
            return;
        }
        context.at("spec", "workloadRef")
                .report(
                        FindingCode.ROLLOUT_BESIDE,
                        source.object().getKind() + " "
                                + source.object().getMetadata().getName()
                                + " runs pods of its own beside the Rollout, and becomes a service of its own",
                        "set its replicas to 0, or scaleDown: onsuccess in workloadRef, and convert again");
    }

    void writeTo(CreateServiceRequest.Builder service) {
        DeploymentStrategy strategy = rollout.strategy();
        if (strategy == DeploymentStrategy.ROLLING) {
            sayUnless(rollout.fields().get(DELAY) == null, "a rolling update does not wait at its end", DELAY);
            return;
        }
        UpdateSettings.add(service, settings -> {
            settings.strategy(strategy).bakeTimeInMinutes(bakeTime());
            if (strategy == DeploymentStrategy.CANARY) {
                canary(settings);
            } else if (strategy == DeploymentStrategy.LINEAR) {
                linear(settings);
            }
        });
        if (Boolean.FALSE.equals(rollout.fields().get(PROMOTION))) {
            context.at(path(PROMOTION))
                    .report(
                            FindingCode.ROLLOUT_STEPS,
                            "ECS moves the traffic as soon as the new tasks are healthy; nobody is asked",
                            "add a lifecycle hook before production traffic that waits for somebody's word");
        }
    }

    private @Nullable Integer bakeTime() {
        Integer seconds = rollout.whole(DELAY);
        if (seconds == null) {
            return null;
        }
        int minutes = minutes(seconds);
        sayUnless(
                (long) minutes * MINUTE == seconds,
                "ECS counts in minutes, " + MOST_MINUTES + " at most; " + minutes + " is written",
                DELAY);
        return minutes;
    }

    private static int minutes(long seconds) {
        return (int) Math.min(MOST_MINUTES, (Math.max(0, seconds) + MINUTE - 1) / MINUTE);
    }

    private void canary(DeploymentConfiguration.Builder settings) {
        CanaryConfiguration canary = CanaryConfiguration.builder()
                .canaryPercent(rollout.weights().get(0))
                .canaryBakeTimeInMinutes(minutes(longestPause()))
                .build();
        settings.canaryConfiguration(canary);
        saySteps(
                TrafficSteps.of(canary),
                whole(canary.canaryPercent()) + "% of the traffic for " + canary.canaryBakeTimeInMinutes()
                        + " minutes, and then all of it");
    }

    private void linear(DeploymentConfiguration.Builder settings) {
        LinearConfiguration linear = LinearConfiguration.builder()
                .stepPercent(
                        rollout.weights().isEmpty()
                                ? ALL
                                : Math.max(LEAST_LINEAR, rollout.weights().get(0)))
                .stepBakeTimeInMinutes(minutes(longestPause()))
                .build();
        settings.linearConfiguration(linear);
        saySteps(
                TrafficSteps.of(linear),
                "steps of " + whole(linear.stepPercent()) + "% and " + linear.stepBakeTimeInMinutes() + " minutes");
    }

    private static String whole(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }

    private long longestPause() {
        long longest = 0;
        for (RolloutStrategy.Step step : rollout.steps()) {
            Long seconds = step.seconds();
            longest = seconds == null ? longest : Math.max(longest, seconds);
        }
        return longest;
    }

    /** Said once, where the steps of what is written are others. */
    private void saySteps(TrafficSteps back, String written) {
        Map<String, Object> fields = Map.of(STEPS, back.steps());
        if (!rollout.steps().equals(new RolloutStrategy(rollout.kind(), fields).steps())) {
            context.at(path(STEPS))
                    .report(
                            FindingCode.ROLLOUT_STEPS,
                            "written as " + written,
                            "where somebody or something decides in between, add lifecycle hooks");
        }
    }

    private void sayUnless(boolean fine, String message, String field) {
        if (!fine) {
            context.at(path(field)).report(FindingCode.ROLLOUT_STEPS, message);
        }
    }

    private Object[] path(String field) {
        return new Object[] {"spec", STRATEGY, rollout.kind(), field};
    }
}
