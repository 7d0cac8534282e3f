package io.github.ecs2k8s.internal.rooms.balancer;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.target.Draining;
import io.github.ecs2k8s.internal.rooms.balancer.target.ReachableContainers;
import io.github.ecs2k8s.internal.rooms.balancer.target.TargetProbes;
import io.github.ecs2k8s.internal.rooms.health.StartWindow;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.source.JsonWriter;
import io.github.ecs2k8s.source.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * Health check of an ELB target group, and {@code healthCheckGracePeriodSeconds} of the ECS service ⇄ readiness, liveness
 * and startup probe of the container that is the target.
 *
 * <p>A target that fails gets no requests: readiness, in the place of the one from the container's own health check. ECS
 * also stops a task that its load balancer finds unhealthy and starts another: liveness, unless the container has a
 * health check of its own, which then decides. During the grace period it does not: a startup probe that lasts as long
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html,
 * https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/).
 */
public final class TargetHealthChecks implements LaunchCorrespondence, PodPreparation {
    private static final String GRACE = "healthCheckGracePeriodSeconds";

    @Override
    public Term term() {
        return Term.TARGET_GROUP_HEALTH_CHECK;
    }

    @Override
    public List<OwnedField> ecs() {
        String probe = "pod.spec.containers[].readinessProbe.";
        return List.of(
                OwnedField.to("service.healthCheckGracePeriodSeconds", "pod.spec.containers[].startupProbe", "0"),
                OwnedField.to("targetGroup.HealthCheckProtocol", probe + "httpGet.scheme", "HTTP or TCP"),
                OwnedField.to("targetGroup.HealthCheckPort", probe + "httpGet.port", "traffic-port"),
                OwnedField.to("targetGroup.HealthCheckPath", probe + "httpGet.path"),
                OwnedField.nowhere("targetGroup.HealthCheckEnabled", "true"),
                OwnedField.to("targetGroup.HealthCheckIntervalSeconds", probe + "periodSeconds", "30"),
                OwnedField.to("targetGroup.HealthCheckTimeoutSeconds", probe + "timeoutSeconds"),
                OwnedField.to("targetGroup.HealthyThresholdCount", "Service.metadata.annotations"),
                OwnedField.to("targetGroup.UnhealthyThresholdCount", probe + "failureThreshold", "2"),
                OwnedField.to("targetGroup.Matcher.HttpCode", "Service.metadata.annotations"),
                OwnedField.to("targetGroup.Matcher.GrpcCode", "Service.metadata.annotations"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        Set<ContainerToKubernetes> checked = new LinkedHashSet<>();
        Set<Resource<TargetGroup>> drained = new LinkedHashSet<>();
        boolean guarded = false;
        for (Backend backend : Backends.of(context)) {
            Resource<TargetGroup> group = backend.group();
            if (group == null) {
                continue;
            }
            if (drained.add(group)) {
                Draining.write(group, context);
            }
            if (backend.container() == null) {
                continue;
            }
            if (checked.add(backend.container())) {
                guarded |= write(backend.container(), backend, group, context);
            } else {
                sayOther(group, backend, context);
            }
        }
        sayGrace(guarded, context);
    }

    @Override
    public void prepare(PodDraft draft) {
        ReachableContainers.leaveToLoadBalancer(draft);
        Draining.shorten(draft);
    }

    /** The time that start periods are too short for; that of load balancers comes with them. */
    @Override
    public void toEcs(LaunchToEcs context) {
        CreateServiceRequest.Builder service = context.service();
        if (service == null) {
            return;
        }
        int longest = 0;
        for (Container container : context.template().getSpec().getContainers()) {
            for (ContainerDefinition written : context.task().definition().containerDefinitions()) {
                if (container.getName().equals(written.name())) {
                    longest = Math.max(longest, StartWindow.beyondStartPeriod(container, written));
                }
            }
        }
        if (longest > 0) {
            service.healthCheckGracePeriodSeconds(longest);
        }
    }

    private static int grace(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        Integer grace = service == null ? null : service.healthCheckGracePeriodSeconds();
        return grace == null || grace < 0 ? 0 : grace;
    }

    /** Writes the probes; whether one of them kills, which is what the grace period is about. */
    private static boolean write(
            ContainerToKubernetes container, Backend backend, Resource<TargetGroup> group, LaunchToKubernetes context) {
        if (container.placement().role() != Role.MAIN) {
            context.bundle()
                    .at(group.node())
                    .report(
                            FindingCode.TARGET_HEALTH_FORM,
                            container.name()
                                    + " is not an ordinary container; the target group's check is not written");
            return false;
        }
        if (Boolean.FALSE.equals(group.value().healthCheckEnabled())) {
            context.bundle()
                    .at(group.node(), "HealthCheckEnabled")
                    .report(FindingCode.TARGET_HEALTH_FORM, "the target group checks nothing; no probe is written");
            return false;
        }
        TargetProbes probes = TargetProbes.read(backend, group, context.bundle());
        Container to = container.container();
        boolean own = to.getLivenessProbe() != null;
        to.setReadinessProbe(probes.readiness());
        if (own) {
            sayOwn(container, group, context);
            return false;
        }
        to.setLivenessProbe(probes.liveness());
        int grace = grace(context);
        if (grace > 0) {
            Probe startup = probes.startup(grace);
            if (to.getStartupProbe() == null) {
                to.setStartupProbe(startup);
            }
        }
        return true;
    }

    private static void sayOwn(
            ContainerToKubernetes container, Resource<TargetGroup> group, LaunchToKubernetes context) {
        String member = group.node().get("HealthCheckPath") != null ? "HealthCheckPath" : "HealthCheckProtocol";
        context.bundle()
                .at(group.node(), member)
                .report(
                        FindingCode.TARGET_HEALTH_LIVENESS,
                        container.name()
                                + " is restarted by its own health check; failing the target group's only takes"
                                + " it out of the Service");
    }

    private static void sayOther(Resource<TargetGroup> group, Backend backend, LaunchToKubernetes context) {
        Resource<TargetGroup> first = first(backend, context);
        for (String member : new String[] {
            "HealthCheckProtocol",
            "HealthCheckPort",
            "HealthCheckPath",
            "HealthCheckIntervalSeconds",
            "HealthCheckTimeoutSeconds",
            "HealthyThresholdCount",
            "UnhealthyThresholdCount",
            "Matcher"
        }) {
            Node given = group.node().get(member);
            if (given != null
                    && !isSame(given, first == null ? null : first.node().get(member))) {
                context.bundle()
                        .at(group.node(), member)
                        .report(
                                FindingCode.TARGET_HEALTH_SECOND,
                                "a container has one readiness probe; it is that of its first target group");
            }
        }
    }

    private static @Nullable Resource<TargetGroup> first(Backend backend, LaunchToKubernetes context) {
        for (Backend known : Backends.of(context)) {
            if (Objects.equals(known.container(), backend.container()) && known.group() != null) {
                return known.group();
            }
        }
        return null;
    }

    private static boolean isSame(Node one, @Nullable Node other) {
        return other != null && JsonWriter.write(one).equals(JsonWriter.write(other));
    }

    private static void sayGrace(boolean guarded, LaunchToKubernetes context) {
        if (!guarded && grace(context) > 0) {
            context.at(GRACE)
                    .report(
                            FindingCode.GRACE_PERIOD,
                            "no probe restarts a container because of its load balancer; there is nothing to put off");
        }
    }
}
