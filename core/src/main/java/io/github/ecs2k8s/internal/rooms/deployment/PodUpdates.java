package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.Replicas;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * Update strategies of workloads → the two percentages of a service; written where they differ from what ECS does anyway
 * (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy).
 */
final class PodUpdates {
    private static final String MINIMUM = "service.deploymentConfiguration.minimumHealthyPercent";
    private static final String MAXIMUM = "service.deploymentConfiguration.maximumPercent";
    private static final String TYPE = "RollingUpdate";
    private static final String ROLLING = "rollingUpdate";
    private static final String UPDATE = "updateStrategy";
    private static final String SURGE = "maxSurge";
    private static final String UNAVAILABLE = "maxUnavailable";
    private static final IntOrString NONE = new IntOrString(0);
    private static final IntOrString ONE = new IntOrString(1);
    private static final IntOrString QUARTER = new IntOrString("25%");
    private static final int WHOLE = 100;
    private static final int TWICE = 200;

    /** The leaves it answers for. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.to("Deployment.spec.strategy.type", "service.deploymentConfiguration.strategy", TYPE),
            OwnedField.to("Deployment.spec.strategy.rollingUpdate." + SURGE, MAXIMUM),
            OwnedField.to("Deployment.spec.strategy.rollingUpdate." + UNAVAILABLE, MINIMUM),
            OwnedField.to("Rollout.spec.strategy.canary." + SURGE, MAXIMUM),
            OwnedField.to("Rollout.spec.strategy.canary." + UNAVAILABLE, MINIMUM),
            OwnedField.to("StatefulSet.spec.updateStrategy.type", "service.deploymentConfiguration.strategy", TYPE),
            OwnedField.to("StatefulSet.spec.updateStrategy.rollingUpdate." + UNAVAILABLE, MINIMUM),
            OwnedField.nowhere("StatefulSet.spec.updateStrategy.rollingUpdate.partition", "0"),
            OwnedField.to("DaemonSet.spec.updateStrategy.type", "service.deploymentConfiguration.strategy", TYPE),
            OwnedField.to("DaemonSet.spec.updateStrategy.rollingUpdate." + UNAVAILABLE, MINIMUM),
            OwnedField.nowhere("DaemonSet.spec.updateStrategy.rollingUpdate." + SURGE, "0"),
            OwnedField.nowhere("workload.spec.minReadySeconds", "0"),
            OwnedField.nowhere("workload.spec.paused", "false"));

    private final LaunchToEcs context;
    private final CreateServiceRequest.Builder service;
    private final Replicas replicas;

    PodUpdates(LaunchToEcs context, CreateServiceRequest.Builder service) {
        this.context = context;
        this.service = service;
        this.replicas = Replicas.of(context);
    }

    void read() {
        if (context.workload() instanceof Deployment deployment && deployment.getSpec() != null) {
            deployment(deployment.getSpec().getStrategy());
        } else if (context.workload() instanceof StatefulSet set && set.getSpec() != null) {
            statefulSet(set.getSpec().getUpdateStrategy());
        } else if (context.workload() instanceof DaemonSet set && set.getSpec() != null) {
            daemonSet(set.getSpec().getUpdateStrategy());
        } else {
            RolloutStrategy rollout = RolloutStrategy.of(context.workload());
            if (rollout != null
                    && rollout.strategy() == software.amazon.awssdk.services.ecs.model.DeploymentStrategy.ROLLING) {
                rolling(rollout.number(SURGE), rollout.number(UNAVAILABLE), "strategy", "canary");
            }
        }
        sayReadyTime();
        sayPaused();
    }

    private void deployment(@Nullable DeploymentStrategy strategy) {
        if (strategy != null && "Recreate".equals(strategy.getType())) {
            write(new HealthyPercents(0, WHOLE));
            context.at("spec", "strategy", "type")
                    .report(
                            FindingCode.RECREATE,
                            "no old task is kept (0%) and no new one comes before (100%); one that is stopping does not count");
            return;
        }
        RollingUpdateDeployment given = strategy == null ? null : strategy.getRollingUpdate();
        rolling(
                given == null ? null : given.getMaxSurge(),
                given == null ? null : given.getMaxUnavailable(),
                "strategy",
                ROLLING);
    }

    /** What is not given is a quarter; of a single Pod that is one more and none less, which ECS allows anyway. */
    private void rolling(@Nullable IntOrString maxSurge, @Nullable IntOrString maxUnavailable, String... place) {
        IntOrString surge = maxSurge == null ? QUARTER : maxSurge;
        IntOrString unavailable = maxUnavailable == null ? QUARTER : maxUnavailable;
        HealthyPercents percents = HealthyPercents.of(surge, unavailable, replicas.count());
        boolean usual = maxSurge == null && maxUnavailable == null && replicas.count() == 1 && !replicas.isScaled();
        if (!usual) {
            write(percents);
        }
        if (isNone(surge) && isNone(unavailable)) {
            context.at(path(place))
                    .report(
                            FindingCode.ROLLING_UPDATE_STUCK,
                            "with neither one Pod more nor one less no update would proceed; one less is allowed",
                            "set maxSurge or maxUnavailable");
            return;
        }
        Integer count = replicas.isScaled() ? null : (Integer) replicas.count();
        RollingUpdate back = RollingUpdate.of(percents.minimum(), percents.maximum(), count);
        sayRounded(maxSurge, back.maxSurge(), "maximumPercent " + percents.maximum(), path(place, SURGE));
        sayRounded(
                maxUnavailable,
                back.maxUnavailable(),
                "minimumHealthyPercent " + percents.minimum(),
                path(place, UNAVAILABLE));
    }

    private void sayRounded(@Nullable IntOrString given, IntOrString back, String written, Object... path) {
        if (given != null && !given.equals(back)) {
            context.at(path)
                    .report(
                            FindingCode.REPLICA_UPDATE,
                            path[path.length - 1] + " " + text(given) + " of " + replicas.count()
                                    + (replicas.count() == 1 ? " Pod" : " Pods") + " is written as " + written,
                            replicas.isScaled()
                                    ? "it is right for the fewest tasks, and more may be replaced at once when there are more"
                                    : "change it together with desiredCount");
        }
    }

    /** Pods go before new ones come, because both would have the same name. */
    private void statefulSet(@Nullable StatefulSetUpdateStrategy strategy) {
        RollingUpdateStatefulSetStrategy rolling = strategy == null ? null : strategy.getRollingUpdate();
        IntOrString given = rolling == null ? null : rolling.getMaxUnavailable();
        HealthyPercents percents = HealthyPercents.of(NONE, given == null ? ONE : given, replicas.count());
        write(percents);
        sayRounded(
                given,
                RollingUpdate.of(percents.minimum(), percents.maximum(), replicas.count())
                        .maxUnavailable(),
                "minimumHealthyPercent " + percents.minimum(),
                "spec",
                UPDATE,
                ROLLING,
                UNAVAILABLE);
        sayOnDelete(strategy == null ? null : strategy.getType());
        if (rolling != null && rolling.getPartition() != null && rolling.getPartition() != 0) {
            sayWaits(
                    "tasks have no numbers; ECS updates those below " + rolling.getPartition() + " too",
                    "for a part that is updated first, write a service of its own",
                    "spec",
                    UPDATE,
                    ROLLING,
                    "partition");
        }
    }

    private void daemonSet(@Nullable DaemonSetUpdateStrategy strategy) {
        RollingUpdateDaemonSet rolling = strategy == null ? null : strategy.getRollingUpdate();
        IntOrString given = rolling == null ? null : rolling.getMaxUnavailable();
        IntOrString percentage = given != null && given.getStrVal() != null ? given : null;
        HealthyPercents percents =
                percentage == null ? new HealthyPercents(0, WHOLE) : HealthyPercents.of(NONE, percentage, WHOLE);
        write(percents);
        String type = strategy == null ? null : strategy.getType();
        sayOnDelete(type);
        if ("OnDelete".equals(type)) {
            return;
        }
        if (percentage == null) {
            sayDaemon(
                    "ECS counts in percent of the instances: with 0, which works for a single one too, all may be"
                            + " replaced at once instead of " + (given == null ? "1" : text(given)),
                    "set minimumHealthyPercent 50 where the cluster has two instances or more",
                    UNAVAILABLE);
        } else if (percents.minimum() > 0) {
            int least = (WHOLE + WHOLE - percents.minimum() - 1) / (WHOLE - percents.minimum());
            sayDaemon(
                    "with fewer than " + least + " instances ECS keeps all of them, and replaces none",
                    "set minimumHealthyPercent 0 for a smaller cluster",
                    UNAVAILABLE);
        }
        if (rolling != null && rolling.getMaxSurge() != null && !isNone(rolling.getMaxSurge())) {
            sayDaemon("an instance never runs two tasks of a daemon", null, SURGE);
        }
    }

    private void sayDaemon(String message, @Nullable String hint, String field) {
        context.at("spec", UPDATE, ROLLING, field).report(FindingCode.DAEMON_UPDATE, message, hint);
    }

    private void sayOnDelete(@Nullable String type) {
        if ("OnDelete".equals(type)) {
            sayWaits(
                    "ECS does not wait until somebody deletes the old tasks",
                    "update the service only when its tasks may be replaced",
                    "spec",
                    UPDATE,
                    "type");
        }
    }

    private void sayPaused() {
        if (context.node().nearest("spec", "paused") instanceof ScalarNode paused
                && paused.text().equals("true")) {
            sayWaits(
                    "a service cannot be paused; what is written is started",
                    "call create-service or update-service when it may start",
                    "spec",
                    "paused");
        }
    }

    private void sayReadyTime() {
        if (context.node().nearest("spec", "minReadySeconds") instanceof ScalarNode seconds
                && !seconds.isNull()
                && !seconds.text().equals("0")) {
            context.at("spec", "minReadySeconds")
                    .report(
                            FindingCode.READY_TIME,
                            "ECS goes on with the next task as soon as one is healthy",
                            "let the container's health check, or the target group's HealthyThresholdCount, take as long");
        }
    }

    private void sayWaits(String message, String hint, Object... path) {
        context.at(path).report(FindingCode.UPDATE_WAITS, message, hint);
    }

    /** Daemons begin with 0 and 100, all others with 100 and 200. */
    private void write(HealthyPercents percents) {
        boolean daemon = context.workload() instanceof DaemonSet;
        if (percents.minimum() == (daemon ? 0 : WHOLE) && percents.maximum() == (daemon ? WHOLE : TWICE)) {
            return;
        }
        UpdateSettings.add(
                service,
                settings -> settings.minimumHealthyPercent(percents.minimum()).maximumPercent(percents.maximum()));
    }

    private static Object[] path(String[] place, String... more) {
        List<Object> path = new ArrayList<>();
        path.add("spec");
        path.addAll(List.of(place));
        path.addAll(List.of(more));
        return path.toArray();
    }

    private static boolean isNone(IntOrString value) {
        return text(value).equals("0") || text(value).equals("0%");
    }

    private static String text(IntOrString value) {
        return value.getStrVal() != null ? value.getStrVal() : String.valueOf(value.getIntVal());
    }
}
