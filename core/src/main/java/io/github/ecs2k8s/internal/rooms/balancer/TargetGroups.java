package io.github.ecs2k8s.internal.rooms.balancer;

import io.fabric8.kubernetes.api.model.ServicePort;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Reached;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.TargetGroupTraits;
import io.github.ecs2k8s.internal.rooms.balancer.model.TestTraffic;
import io.github.ecs2k8s.internal.rooms.balancer.network.NetworkServices;
import io.github.ecs2k8s.internal.rooms.balancer.target.ReachableContainers;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/**
 * ELB target group, and the {@code loadBalancers} of the ECS service that registers with it ⇄ Kubernetes Service.
 *
 * <p>The port of the Service is the container's: nobody connects to a target group's own port, which ECS ignores. What a
 * target group sets up beside its health check stands on the Service, where the load balancer controller looks for it.
 * Every target group of a workload shares its one Service, unless their settings differ
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html).
 */
public final class TargetGroups implements LaunchCorrespondence, PodPreparation {
    private static final String ENTRIES = "loadBalancers";

    @Override
    public Term term() {
        return Term.TARGET_GROUP;
    }

    @Override
    public List<OwnedField> ecs() {
        String entry = "service.loadBalancers[].";
        String advanced = entry + "advancedConfiguration.";
        String port = "Service.spec.ports[].targetPort";
        String annotations = "Service.metadata.annotations";
        return List.of(
                OwnedField.to(entry + "targetGroupArn", "Service"),
                OwnedField.to(entry + "loadBalancerName", "Service.spec.type"),
                OwnedField.to(entry + "containerName", port),
                OwnedField.to(entry + "containerPort", port),
                OwnedField.nowhere(advanced + "alternateTargetGroupArn"),
                OwnedField.nowhere(advanced + "productionListenerRule"),
                OwnedField.nowhere(advanced + "testListenerRule"),
                OwnedField.nowhere(advanced + "roleArn"),
                OwnedField.nowhere("targetGroup.TargetGroupArn"),
                OwnedField.nowhere("targetGroup.TargetGroupName"),
                OwnedField.nowhere("targetGroup.Name"),
                OwnedField.to("targetGroup.Protocol", annotations, "HTTP"),
                OwnedField.to("targetGroup.ProtocolVersion", annotations, "HTTP1"),
                OwnedField.nowhere("targetGroup.Port"),
                OwnedField.nowhere("targetGroup.VpcId"),
                OwnedField.nowhere("targetGroup.LoadBalancerArns[]"),
                OwnedField.to("targetGroup.TargetType", annotations, "ip"),
                OwnedField.nowhere("targetGroup.IpAddressType", "ipv4"),
                OwnedField.nowhere("targetGroup.TargetControlPort"),
                OwnedField.to("targetGroup.Tags[].Key", annotations),
                OwnedField.to("targetGroup.Tags[].Value", annotations),
                OwnedField.to("targetGroup.TargetGroupAttributes[].Key", annotations),
                OwnedField.to("targetGroup.TargetGroupAttributes[].Value", annotations),
                OwnedField.nowhere("targetGroup.Targets[].**"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void prepare(PodDraft draft) {
        ReachableContainers.listPorts(draft);
        ReachableContainers.noteUdp(draft);
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        List<LoadBalancer> entries = service == null ? List.of() : service.loadBalancers();
        for (int i = 0; i < entries.size(); i++) {
            LoadBalancer entry = entries.get(i);
            if (isGiven(entry) && isComplete(entry, i, context)) {
                write(entry, i, context);
            }
        }
    }

    private static boolean isGiven(LoadBalancer entry) {
        return isGiven(entry.targetGroupArn())
                || isGiven(entry.loadBalancerName())
                || isGiven(entry.containerName())
                || (entry.containerPort() != null && entry.containerPort() != 0);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private static boolean isComplete(LoadBalancer entry, int index, LaunchToKubernetes context) {
        Integer port = entry.containerPort();
        if (port == null || port < 1 || port > 65535) {
            context.at(ENTRIES, index)
                    .report(
                            FindingCode.INVALID_VALUE,
                            "the load balancer's target needs a containerPort from 1 to 65535; no Service is written for it");
            return false;
        }
        if (Backends.container(entry.containerName(), context) == null) {
            context.at(ENTRIES, index)
                    .report(
                            FindingCode.INVALID_VALUE,
                            "the task definition has no container "
                                    + (entry.containerName() == null ? "of no name" : entry.containerName())
                                    + "; the Service leads to port " + port + " of the pod",
                            "name one of the task definition's containers");
        }
        return true;
    }

    private static void write(LoadBalancer entry, int index, LaunchToKubernetes context) {
        if (isGiven(entry.loadBalancerName())) {
            NetworkServices.classic(entry.loadBalancerName(), index, context);
            return;
        }
        if (!isGiven(entry.targetGroupArn())) {
            context.at(ENTRIES, index)
                    .report(FindingCode.INVALID_VALUE, "the entry names no target group; its Service is written");
        } else {
            boolean first = isFirst(entry.targetGroupArn(), context);
            Resource<TargetGroup> group =
                    context.bundle().resources().find(TargetGroup.class, entry.targetGroupArn(), context.node());
            if (group == null) {
                context.bundle()
                        .dangling(
                                ResourceKind.TARGET_GROUP,
                                entry.targetGroupArn(),
                                "its health check and settings are not written",
                                context.bundle().at(context.node(), ENTRIES, index));
            } else {
                context.bundle().use(group);
                if (first) {
                    TargetGroupFindings.say(group, context.bundle());
                }
            }
        }
        advanced(entry, index, context);
        sayAppliance(index, context);
        for (Backend backend : Backends.of(context)) {
            if (backend.entry() == index
                    && !TargetGroupTraits.isNetwork(backend, context.bundle())
                    && !isAppliance(backend)) {
                reach(backend, context);
            }
        }
    }

    private static void sayAppliance(int index, LaunchToKubernetes context) {
        for (Backend backend : Backends.of(context)) {
            if (backend.entry() == index && isAppliance(backend)) {
                context.at(ENTRIES, index)
                        .report(
                                FindingCode.LOAD_BALANCER_GATEWAY,
                                "no Service is written: packets of a Gateway Load Balancer come wrapped in GENEVE",
                                "keep the appliances on instances or on ECS");
            }
        }
    }

    private static boolean isAppliance(Backend backend) {
        return backend.group() != null
                && "GENEVE".equals(backend.group().value().protocol());
    }

    private static void reach(Backend backend, LaunchToKubernetes context) {
        Reached reached = Backends.of(context.bundle()).reach(backend);
        if (HttpForm.of(context.target()) != HttpForm.ALB && backend.group() != null) {
            appProtocol(reached.port(), backend.group().value());
        }
    }

    /** What a gateway or an ingress controller speaks with the pods, where it is not HTTP/1.1 in the clear. */
    private static void appProtocol(ServicePort port, TargetGroup group) {
        if (port.getAppProtocol() != null) {
            return;
        }
        if ("HTTPS".equals(group.protocol())) {
            port.setAppProtocol("https");
        } else if ("GRPC".equals(group.protocolVersion()) || "HTTP2".equals(group.protocolVersion())) {
            port.setAppProtocol("kubernetes.io/h2c");
        }
    }

    private static boolean isFirst(String reference, LaunchToKubernetes context) {
        Resource<TargetGroup> group = context.bundle().resources().find(TargetGroup.class, reference, context.node());
        return group != null && !context.bundle().isUsed(group);
    }

    /** Blue and green target groups of a service: whoever shifts traffic, it is not the load balancer by itself. */
    private static void advanced(LoadBalancer entry, int index, LaunchToKubernetes context) {
        if (entry.advancedConfiguration() == null) {
            return;
        }
        String alternate = entry.advancedConfiguration().alternateTargetGroupArn();
        if (isGiven(alternate)) {
            Resource<TargetGroup> group =
                    context.bundle().resources().find(TargetGroup.class, alternate, context.node());
            if (group != null) {
                boolean first = !context.bundle().isUsed(group);
                context.bundle().use(group);
                if (first) {
                    context.bundle()
                            .at(group.node())
                            .report(
                                    FindingCode.TARGET_GROUP_ALTERNATE,
                                    "the other target group of a blue/green service; the settings written are those of"
                                            + " the first");
                }
            }
        }
        boolean apart = TestTraffic.isKeptApart(context);
        boolean rollouts = context.target().has(Addon.ARGO_ROLLOUTS);
        String what =
                "both target groups are the one Service of the workload; rules that shift traffic between them shift"
                        + " nothing";
        if (apart) {
            what =
                    "the Rollout switches between two sets of Pods itself; its preview Service stands for the target group"
                            + " of the new ones";
        } else if (rollouts) {
            what = "listeners lead to one Service; the Rollout itself shifts the traffic between two sets of Pods";
        }
        context.at(ENTRIES, index, "advancedConfiguration")
                .report(
                        apart ? FindingCode.TARGET_GROUP_PREVIEW : FindingCode.TARGET_GROUP_ALTERNATE,
                        what,
                        rollouts ? null : "--addon argo-rollouts keeps two sets of pods and shifts the traffic itself");
    }
}
