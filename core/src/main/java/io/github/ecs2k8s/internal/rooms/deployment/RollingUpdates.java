package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.scaling.ScaledServices;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;

/**
 * ECS minimumHealthyPercent and maximumPercent ⇄ Kubernetes maxUnavailable and maxSurge, always written, because the
 * defaults differ: 100 and 200 for a REPLICA service, 0 and 100 for a DAEMON, against 25 % and 25 %, or one Pod of a
 * DaemonSet at a time
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html,
 * https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/).
 */
public final class RollingUpdates implements LaunchCorrespondence {
    private static final String CONFIGURATION = "deploymentConfiguration";
    private static final String MINIMUM = "minimumHealthyPercent";
    private static final String MAXIMUM = "maximumPercent";
    private static final String TYPE = "RollingUpdate";
    private static final int WHOLE = 100;
    private static final int TWICE = 200;

    @Override
    public Term term() {
        return Term.DEPLOYMENT_CONFIGURATION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to(
                        "service.deploymentConfiguration.minimumHealthyPercent",
                        "workload.spec.strategy.rollingUpdate.maxUnavailable",
                        "100 or 0"),
                OwnedField.to(
                        "service.deploymentConfiguration.maximumPercent",
                        "workload.spec.strategy.rollingUpdate.maxSurge",
                        "200 or 100"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>(PodUpdates.OWNED);
        owned.addAll(DisruptionBudgets.OWNED);
        return owned;
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        if (service == null) {
            return;
        }
        DeploymentConfiguration given = service.deploymentConfiguration();
        Integer minimum = given == null ? null : given.minimumHealthyPercent();
        Integer maximum = given == null ? null : given.maximumPercent();
        if (context.workload() instanceof DaemonSet set) {
            daemon(read(MINIMUM, minimum, 0, context), read(MAXIMUM, maximum, WHOLE, context), set, context);
        } else if (context.workload() instanceof Deployment deployment) {
            int least = read(MINIMUM, minimum, WHOLE, context);
            int most = read(MAXIMUM, maximum, TWICE, context);
            DisruptionBudgets.write(least, count(deployment, context), context);
            if (Progression.isRollout(context) && Progression.of(service) != Progression.ROLLING) {
                sayUnused(MINIMUM, least != WHOLE, context);
                sayUnused(MAXIMUM, most != TWICE, context);
            } else {
                replica(least, most, deployment, context);
            }
        }
    }

    private static int read(String field, @Nullable Integer value, int otherwise, LaunchToKubernetes context) {
        if (value == null) {
            return otherwise;
        }
        boolean legal = field.equals(MINIMUM) ? value >= 0 && value <= WHOLE : value >= WHOLE;
        if (!legal) {
            int nearest = value < 0 ? 0 : WHOLE;
            context.at(CONFIGURATION, field)
                    .report(FindingCode.INVALID_VALUE, field + " " + value + " is not possible; read as " + nearest);
            return nearest;
        }
        return value;
    }

    private static void sayUnused(String field, boolean given, LaunchToKubernetes context) {
        if (given) {
            context.at(CONFIGURATION, field)
                    .report(
                            FindingCode.PERCENT_UNUSED,
                            field + " says nothing where all new tasks stand beside the old ones; not written");
        }
    }

    private static void replica(int minimum, int maximum, Deployment deployment, LaunchToKubernetes context) {
        Integer count = count(deployment, context);
        RollingUpdate update = RollingUpdate.of(minimum, maximum, count);
        RollingUpdateDeployment rolling = new RollingUpdateDeployment();
        rolling.setMaxSurge(update.maxSurge());
        rolling.setMaxUnavailable(update.maxUnavailable());
        DeploymentStrategy strategy = new DeploymentStrategy();
        strategy.setType(TYPE);
        strategy.setRollingUpdate(rolling);
        deployment.getSpec().setStrategy(strategy);
        if (update.stuck()) {
            context.at(CONFIGURATION)
                    .report(
                            FindingCode.ROLLING_UPDATE_STUCK,
                            "between " + minimum + "% and " + maximum + "%"
                                    + (count == null ? "" : " of " + tasks(count)) + " ECS can replace none; "
                                    + (update.maxSurge().equals(new IntOrString(1)) ? "maxSurge" : "maxUnavailable")
                                    + " 1 is written, without which no update would proceed",
                            "choose whether an update may run one Pod more or one Pod less");
        } else if (update.rounded()) {
            context.at(CONFIGURATION, MAXIMUM)
                    .report(
                            FindingCode.PERCENT_ROUNDED,
                            count == null
                                    ? "ECS rounds the maximum down, Kubernetes rounds maxSurge " + (maximum - WHOLE)
                                            + "% up: at some counts one Pod more"
                                    : maximum + "% of " + tasks(count) + " are " + (long) maximum * count / WHOLE
                                            + " in ECS, which rounds down; as Kubernetes would round "
                                            + (maximum - WHOLE)
                                            + "% up, maxSurge "
                                            + update.maxSurge().getValue() + " is written",
                            count == null ? null : "change it together with replicas");
        }
    }

    /** How many Pods run; null where a scaler decides. */
    private static @Nullable Integer count(Deployment deployment, LaunchToKubernetes context) {
        return ScaledServices.isScaled(context) ? null : deployment.getSpec().getReplicas();
    }

    private static String tasks(int count) {
        return count == 1 ? "1 task" : count + " tasks";
    }

    /** A DaemonSet either lets Pods go first or starts new ones first, never both; ECS lets tasks go first. */
    private static void daemon(int minimum, int maximum, DaemonSet set, LaunchToKubernetes context) {
        int percent = WHOLE - minimum;
        RollingUpdateDaemonSet rolling = new RollingUpdateDaemonSet();
        rolling.setMaxUnavailable(percent == 0 ? new IntOrString(1) : new IntOrString(percent + "%"));
        DaemonSetUpdateStrategy strategy = new DaemonSetUpdateStrategy();
        strategy.setType(TYPE);
        strategy.setRollingUpdate(rolling);
        set.getSpec().setUpdateStrategy(strategy);
        if (percent == 0) {
            context.at(CONFIGURATION, MINIMUM)
                    .report(
                            FindingCode.ROLLING_UPDATE_STUCK,
                            "with all of its tasks kept ECS can replace none; maxUnavailable 1 is written, without which no"
                                    + " update would proceed");
        } else if (percent != WHOLE) {
            context.at(CONFIGURATION, MINIMUM)
                    .report(
                            FindingCode.PERCENT_ROUNDED,
                            "ECS rounds the tasks that are kept up, a DaemonSet rounds maxUnavailable " + percent
                                    + "% up: at some counts of nodes one Pod less");
        }
        if (maximum > WHOLE) {
            context.at(CONFIGURATION, MAXIMUM)
                    .report(
                            FindingCode.PERCENT_UNUSED,
                            "a DAEMON service runs one task on each instance, old or new; maximumPercent " + maximum
                                    + " is not written");
        }
    }

    @Override
    public void toEcs(LaunchToEcs context) {
        CreateServiceRequest.Builder service = context.service();
        if (service != null) {
            new PodUpdates(context, service).read();
            DisruptionBudgets.say(context, service);
        }
    }
}
