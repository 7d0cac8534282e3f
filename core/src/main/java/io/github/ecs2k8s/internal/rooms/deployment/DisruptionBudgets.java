package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.Replicas;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Selectors;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * ECS minimumHealthyPercent ⇄ PodDisruptionBudget: ECS keeps it when instances are drained and when Fargate retires tasks,
 * too. On the way to Kubernetes the budget always allows one eviction, or no node could be drained; ECS starts a replacement
 * first, an eviction does not. Pods that are not ready never hold a node. On the way back a budget that asks for more than
 * updates keep is told, not written
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html,
 * https://kubernetes.io/docs/tasks/run-application/configure-pdb/).
 */
final class DisruptionBudgets {
    private static final int WHOLE = 100;
    private static final String MINIMUM = "service.deploymentConfiguration.minimumHealthyPercent";

    /** The leaves it answers for. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.to("PodDisruptionBudget.spec.minAvailable", MINIMUM),
            OwnedField.to("PodDisruptionBudget.spec.maxUnavailable", MINIMUM),
            OwnedField.resolved("PodDisruptionBudget.spec.selector.**", MINIMUM),
            OwnedField.nowhere(
                    "PodDisruptionBudget.spec.unhealthyPodEvictionPolicy", "IfHealthyBudget or AlwaysAllow"));

    private DisruptionBudgets() {}

    /** Writes the budget of a Deployment's Pods; of a single Pod there is none that would let it go. */
    static void write(int minimum, @Nullable Integer count, LaunchToKubernetes context) {
        if (count != null && count < 2) {
            return;
        }
        PodDisruptionBudgetSpec spec = new PodDisruptionBudgetSpec();
        spec.setMaxUnavailable(minimum == WHOLE ? new IntOrString(1) : new IntOrString(WHOLE - minimum + "%"));
        spec.setSelector(
                new LabelSelectorBuilder().withMatchLabels(context.selector()).build());
        spec.setUnhealthyPodEvictionPolicy("AlwaysAllow");
        PodDisruptionBudget budget = new PodDisruptionBudget();
        budget.setMetadata(new ObjectMetaBuilder()
                .withName(context.name())
                .withLabels(context.selector())
                .build());
        budget.setSpec(spec);
        context.bundle().add(budget);
        if (minimum == WHOLE) {
            context.at("deploymentConfiguration", "minimumHealthyPercent")
                    .report(
                            FindingCode.EVICTION_FIRST,
                            "when a node is drained, one Pod of " + context.name()
                                    + " ends before another runs; ECS starts the other task first");
        }
    }

    static void say(LaunchToEcs context, CreateServiceRequest.Builder service) {
        for (LocatedObject located : context.all().manifests().of("PodDisruptionBudget")) {
            if (located.object() instanceof PodDisruptionBudget budget
                    && budget.getSpec() != null
                    && Objects.equals(budget.getMetadata().getNamespace(), context.namespace())
                    && Selectors.matches(budget.getSpec().getSelector(), context.podLabels())) {
                context.all().use(located);
                say(budget.getSpec(), located, context, service);
            }
        }
    }

    private static void say(
            PodDisruptionBudgetSpec budget,
            LocatedObject located,
            LaunchToEcs context,
            CreateServiceRequest.Builder service) {
        int count = Math.max(1, Replicas.of(context).count());
        int wanted = wanted(budget, count);
        Integer written = UpdateSettings.of(service).minimumHealthyPercent();
        boolean daemon = context.workload() instanceof DaemonSet;
        int percent = written != null ? written : daemon ? 0 : WHOLE;
        int kept = (percent * count + WHOLE - 1) / WHOLE;
        String of = count == 1 ? "1 task" : count + " tasks";
        boolean enough = !daemon && kept >= wanted;
        if (enough && budget.getMaxUnavailable() != null) {
            context.all().at(located.node(), "spec", "maxUnavailable").resolved();
            return;
        }
        context.all()
                .at(located.node(), "spec", budget.getMinAvailable() == null ? "maxUnavailable" : "minAvailable")
                .report(
                        FindingCode.DISRUPTION_BUDGET,
                        "service " + context.name() + " keeps minimumHealthyPercent " + percent
                                + (daemon
                                        ? ""
                                        : ", " + kept + " of " + of
                                                + (enough ? "" : "; the budget asks for " + wanted)),
                        enough
                                ? "a task that must not be stopped protects itself (task scale-in protection)"
                                : "set minimumHealthyPercent " + WHOLE * wanted / count
                                        + ", which updates keep too; or let tasks protect themselves (task scale-in"
                                        + " protection)");
    }

    /** Kubernetes rounds both up. */
    private static int wanted(PodDisruptionBudgetSpec budget, int count) {
        Integer least = pods(budget.getMinAvailable(), count);
        Integer most = pods(budget.getMaxUnavailable(), count);
        int wanted = least != null ? least : most != null ? count - most : 0;
        return Math.max(0, Math.min(count, wanted));
    }

    private static @Nullable Integer pods(@Nullable IntOrString value, int count) {
        if (value == null) {
            return null;
        }
        String text = value.getStrVal();
        if (text == null) {
            return value.getIntVal();
        }
        try {
            boolean percent = text.endsWith("%");
            int number = Integer.parseInt(percent ? text.substring(0, text.length() - 1) : text);
            return percent ? (int) (((long) number * count + WHOLE - 1) / WHOLE) : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
