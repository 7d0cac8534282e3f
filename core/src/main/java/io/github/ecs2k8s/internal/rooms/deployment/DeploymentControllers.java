package io.github.ecs2k8s.internal.rooms.deployment;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;

/**
 * ECS deployment controller and strategy ⇄ Kubernetes Deployment, or Argo Rollouts' Rollout where the cluster has it and
 * a Deployment could not do the same: blue/green with an active and a preview Service, canary and linear with steps of
 * traffic, a rolling update that takes itself back. The time both revisions run is {@code scaleDownDelaySeconds}.
 *
 * <p>It comes last, when all Services and Ingresses are there
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html,
 * https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/).
 */
public final class DeploymentControllers implements LaunchCorrespondence, BundleCorrespondence {
    private static final String CONFIGURATION = "deploymentConfiguration";
    private static final String STRATEGY = "strategy";
    private static final String BAKE = "bakeTimeInMinutes";
    private static final String HOOKS = "lifecycleHooks";
    private static final String LINEAR = "linearConfiguration";
    private static final String CANARY = "canaryConfiguration";
    private static final int MINUTE = 60;
    private static final int MOST_MINUTES = 100_000;

    @Override
    public Term term() {
        return Term.DEPLOYMENT_CONTROLLER;
    }

    @Override
    public List<OwnedField> ecs() {
        String owned = "service." + CONFIGURATION + ".";
        String rollout = "Rollout.spec.strategy.";
        return List.of(
                OwnedField.to("service.deploymentController.type", "workload.kind", "ECS"),
                OwnedField.to(owned + STRATEGY, "workload.kind", "ROLLING"),
                OwnedField.to(owned + BAKE, rollout + "blueGreen.scaleDownDelaySeconds"),
                OwnedField.nowhere(owned + HOOKS + ".**"),
                OwnedField.to(owned + LINEAR + ".stepPercent", rollout + "canary.steps", "10 or 10.0"),
                OwnedField.to(owned + LINEAR + ".stepBakeTimeInMinutes", rollout + "canary.steps", "6"),
                OwnedField.to(owned + CANARY + ".canaryPercent", rollout + "canary.steps", "5 or 5.0"),
                OwnedField.to(owned + CANARY + ".canaryBakeTimeInMinutes", rollout + "canary.steps", "10"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return RolloutReader.OWNED;
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        if (service == null) {
            return;
        }
        DeploymentConfiguration given = service.deploymentConfiguration();
        Progression progression = Progression.of(service);
        if (given != null && !given.lifecycleHooks().isEmpty()) {
            context.at(CONFIGURATION, HOOKS)
                    .report(
                            FindingCode.LIFECYCLE_HOOK,
                            "nothing calls the hooks of a deployment; not written",
                            "with Argo Rollouts, call them from an AnalysisTemplate (web or job metric) before and after"
                                    + " promotion; or call them from the pipeline");
        }
        if (progression != Progression.LINEAR) {
            sayUnused(LINEAR, context);
        }
        if (progression != Progression.CANARY) {
            sayUnused(CANARY, context);
        }
        if (context.workload() instanceof Deployment deployment && Progression.isRollout(context)) {
            Rollouts.replace(deployment, service, context);
        } else {
            withoutRollout(progression, context);
        }
    }

    private static void sayUnused(String field, LaunchToKubernetes context) {
        if (context.at(CONFIGURATION).nearest().child(field) != null) {
            context.at(CONFIGURATION, field)
                    .report(
                            FindingCode.DEPLOYMENT_STEPS_UNUSED,
                            field + " says nothing for this strategy; not written");
        }
    }

    /** A Deployment in place of what it cannot do. */
    private static void withoutRollout(Progression progression, LaunchToKubernetes context) {
        String hint = "with Argo Rollouts in the cluster: --addon argo-rollouts";
        switch (progression) {
            case ROLLING -> sayDaemonController(context);
            case CODE_DEPLOY -> find(FindingCode.DEPLOYMENT_STRATEGY, "CodeDeploy moves the traffic", hint, context);
            case EXTERNAL ->
                find(FindingCode.DEPLOYMENT_STRATEGY, "another controller makes the task sets", hint, context);
            default ->
                context.at(CONFIGURATION, STRATEGY)
                        .report(
                                FindingCode.DEPLOYMENT_STRATEGY,
                                "a Deployment does not move traffic; it replaces its Pods, new ones first",
                                hint);
        }
        for (String field : List.of(BAKE, LINEAR, CANARY)) {
            boolean used = field.equals(BAKE)
                    || field.equals(LINEAR) && progression == Progression.LINEAR
                    || field.equals(CANARY) && progression == Progression.CANARY;
            if (used && context.at(CONFIGURATION).nearest().child(field) != null) {
                context.at(CONFIGURATION, field)
                        .report(
                                FindingCode.BAKE_TIME,
                                "a Deployment removes old Pods as soon as new ones are ready; " + field
                                        + " is not written");
            }
        }
    }

    /** A DAEMON service rolls whatever else it says. */
    private static void sayDaemonController(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        if (service == null || context.workload() instanceof Deployment) {
            return;
        }
        DeploymentConfiguration given = service.deploymentConfiguration();
        String controller = service.deploymentController() == null
                ? null
                : service.deploymentController().typeAsString();
        if (controller != null && !controller.equals("ECS")) {
            find(FindingCode.DEPLOYMENT_STRATEGY, "a DaemonSet replaces its Pods node by node", null, context);
        }
        String strategy = given == null ? null : given.strategyAsString();
        if (strategy != null && !strategy.equals("ROLLING")) {
            context.at(CONFIGURATION, STRATEGY)
                    .report(FindingCode.DEPLOYMENT_STRATEGY, "a DaemonSet replaces its Pods node by node");
        }
    }

    private static void find(FindingCode code, String what, @Nullable String hint, LaunchToKubernetes context) {
        context.at("deploymentController", "type")
                .report(
                        code,
                        context.workload() instanceof Deployment
                                ? what + "; a Deployment that replaces its Pods is written, new ones first"
                                : what,
                        hint);
    }

    @Override
    public void toKubernetes(BundleToKubernetes bundle) {
        for (LaunchToKubernetes context : bundle.launches()) {
            CreateServiceRequest service = context.service();
            if (service != null
                    && Rollouts.API_VERSION.equals(context.workload().getApiVersion())) {
                complete(service, context);
            }
        }
    }

    private static void complete(CreateServiceRequest service, LaunchToKubernetes context) {
        DeploymentConfiguration given = service.deploymentConfiguration();
        Integer minutes = given == null ? null : given.bakeTimeInMinutes();
        switch (Progression.of(service)) {
            case ROLLING -> sayBakeTime(minutes, "a rolling update does not wait at its end", context);
            case BLUE_GREEN -> blueGreen(minutes, true, context);
            case CODE_DEPLOY -> {
                blueGreen(null, true, context);
                sayBakeTime(minutes, "CodeDeploy has a waiting time of its own", context);
                context.at("deploymentController", "type")
                        .report(
                                FindingCode.DEPLOYMENT_GROUP,
                                "how CodeDeploy moves the traffic and when it ends old tasks stands in the deployment group; the"
                                        + " Rollout moves it at once, when all new Pods are ready",
                                "look at aws deploy get-deployment-group; set scaleDownDelaySeconds, or a canary with steps");
            }
            case EXTERNAL -> {
                blueGreen(null, false, context);
                sayBakeTime(minutes, "the other controller decides how long it waits", context);
                context.at("deploymentController", "type")
                        .report(
                                FindingCode.DEPLOYMENT_GROUP,
                                "another controller makes the task sets and moves the traffic; the Rollout waits with new Pods"
                                        + " until it is told to promote them",
                                "kubectl argo rollouts promote " + context.name());
            }
            case CANARY ->
                canary(TrafficSteps.of(given == null ? null : given.canaryConfiguration()), CANARY, minutes, context);
            case LINEAR ->
                canary(TrafficSteps.of(given == null ? null : given.linearConfiguration()), LINEAR, minutes, context);
        }
    }

    private static void sayBakeTime(@Nullable Integer minutes, String why, LaunchToKubernetes context) {
        if (minutes != null) {
            context.at(CONFIGURATION, BAKE).report(FindingCode.BAKE_TIME, why + "; not written");
        }
    }

    private static void blueGreen(@Nullable Integer minutes, boolean promotes, LaunchToKubernetes context) {
        RolloutServices services = new RolloutServices(context);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("activeService", services.active().getMetadata().getName());
        fields.put("previewService", services.second("-preview").getMetadata().getName());
        if (!promotes) {
            fields.put("autoPromotionEnabled", false);
        }
        if (minutes != null) {
            fields.put("scaleDownDelaySeconds", seconds(minutes));
        }
        Rollouts.setStrategy(context, Rollouts.strategy("blueGreen", fields));
        for (Service other : services.others()) {
            context.at()
                    .report(
                            FindingCode.ROLLOUT_SERVICE,
                            "Service " + other.getMetadata().getName()
                                    + " leads to old and new Pods while both run; only "
                                    + services.active().getMetadata().getName() + " is switched");
        }
    }

    /** Nobody waits longer than some weeks; beyond that a number is a mistake and would not fit. */
    private static int seconds(int minutes) {
        return Math.max(0, Math.min(MOST_MINUTES, minutes)) * MINUTE;
    }

    private static void canary(
            TrafficSteps traffic, String field, @Nullable Integer minutes, LaunchToKubernetes context) {
        RolloutServices services = new RolloutServices(context);
        RolloutServices.Entry entry = services.entry();
        Map<String, Object> fields = new LinkedHashMap<>();
        if (entry != null && entry.port() != null) {
            Map<String, Object> alb = new LinkedHashMap<>();
            alb.put("ingress", entry.ingress().getMetadata().getName());
            alb.put("servicePort", entry.port());
            fields.put("stableService", services.active().getMetadata().getName());
            fields.put("canaryService", services.second("-canary").getMetadata().getName());
            fields.put("trafficRouting", Rollouts.strategy("alb", alb));
            entry.readAnnotation();
            if (minutes != null) {
                fields.put("scaleDownDelaySeconds", seconds(minutes));
            }
        } else {
            fields.put("maxSurge", new IntOrString("100%"));
            fields.put("maxUnavailable", new IntOrString(0));
            context.at(CONFIGURATION, STRATEGY)
                    .report(
                            FindingCode.TRAFFIC_BY_PODS,
                            "no ALB Ingress leads to this workload, so the Rollout weighs the traffic by the number of new and"
                                    + " old Pods",
                            "with few Pods a weight is coarse; traffic routing needs an Ingress or a mesh");
            if (context.node().nearest(CONFIGURATION).child(field) != null) {
                context.at(CONFIGURATION, field)
                        .report(
                                FindingCode.TRAFFIC_BY_PODS,
                                "ECS moves parts of the traffic only where a load balancer or Service Connect leads it");
            }
            sayBakeTime(minutes, "without traffic routing old Pods go at once", context);
        }
        fields.put("steps", traffic.steps());
        Rollouts.setStrategy(context, Rollouts.strategy(Rollouts.CANARY, fields));
        if (traffic.rounded()) {
            context.at(CONFIGURATION, field)
                    .report(FindingCode.WEIGHT_ROUNDED, "weights of a Rollout are whole percentages");
        }
    }

    @Override
    public void toEcs(LaunchToEcs context) {
        CreateServiceRequest.Builder service = context.service();
        RolloutStrategy rollout = service == null ? null : RolloutStrategy.of(context.workload());
        if (service != null && rollout != null) {
            RolloutReader.readReference(context);
            new RolloutReader(rollout, context).writeTo(service);
        }
    }

    /** What moves the traffic is known when all load balancers are. */
    @Override
    public void toEcs(BundleToEcs context) {
        for (LaunchToEcs workload : context.workloads()) {
            CreateServiceRequest.Builder service = workload.service();
            RolloutStrategy rollout = service == null ? null : RolloutStrategy.of(workload.workload());
            if (service != null && rollout != null && rollout.strategy() != DeploymentStrategy.ROLLING) {
                ShiftedTraffic.check(workload, rollout, service);
            }
        }
    }
}
