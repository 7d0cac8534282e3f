package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.TargetGroupTraits;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ElbValues;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ReadOnlyFields;
import io.github.ecs2k8s.internal.rooms.balancer.setting.TargetGroupAnnotations;
import io.github.ecs2k8s.internal.rooms.balancer.target.Draining;
import org.jspecify.annotations.Nullable;

/** What a Service does not say of a target group. */
final class TargetGroupFindings {
    private final Resource<TargetGroup> group;
    private final BundleToKubernetes bundle;

    private TargetGroupFindings(Resource<TargetGroup> group, BundleToKubernetes bundle) {
        this.group = group;
        this.bundle = bundle;
    }

    static void say(Resource<TargetGroup> group, BundleToKubernetes bundle) {
        new TargetGroupFindings(group, bundle).say();
    }

    private void say() {
        TargetGroup value = group.value();
        ReadOnlyFields.say(bundle, group.node(), "TargetGroupArn", "VpcId", "LoadBalancerArns");
        for (String member : new String[] {"TargetGroupName", "Name"}) {
            if (group.node().get(member) != null) {
                find(
                        FindingCode.TARGET_GROUP_NAME,
                        "the target group is a Service of its workload's name",
                        null,
                        member);
            }
        }
        if (value.port() != null) {
            find(
                    FindingCode.TARGET_GROUP_PORT,
                    "ECS registers containers with their own ports; " + value.port() + " is not used",
                    null,
                    "Port");
        }
        if ("instance".equals(value.targetType())) {
            find(
                    FindingCode.TARGET_TYPE,
                    "pods are targets by their address, one each as tasks were; an instance would stand for many",
                    null,
                    "TargetType");
        } else if (value.targetType() != null && !value.targetType().equals("ip")) {
            find(
                    FindingCode.TARGET_GROUP_SETTING,
                    "target type " + value.targetType() + " is nothing that a service registers with",
                    null,
                    "TargetType");
        }
        if (value.ipAddressType() != null && !value.ipAddressType().equals("ipv4")) {
            find(
                    FindingCode.TARGET_GROUP_SETTING,
                    "the addresses of a Service follow the cluster; " + value.ipAddressType() + " is not written",
                    "set spec.ipFamilies of the Service",
                    "IpAddressType");
        }
        if (value.targetControlPort() != null) {
            unknown("TargetControlPort");
        }
        if (!value.targets().isEmpty()) {
            find(
                    FindingCode.TARGET_GROUP_SETTING,
                    "targets registered by hand are not pods of the service; they are left out",
                    "keep them in a target group of their own",
                    "Targets");
        }
        ElbValues.check(bundle, group.node(), value.protocol(), ElbValues.PROTOCOLS, "Protocol");
        ElbValues.check(bundle, group.node(), value.healthCheckProtocol(), ElbValues.PROTOCOLS, "HealthCheckProtocol");
        protocol();
        attributes();
        tags();
    }

    private void unknown(String member) {
        find(FindingCode.TARGET_GROUP_SETTING, member + " has no counterpart; it is not written", null, member);
    }

    private boolean isLayer4() {
        return group.value().protocol() != null
                && TargetGroupTraits.isLayer4(group.value().protocol());
    }

    private boolean isAnnotated() {
        return isLayer4() ? HttpForm.hasController(bundle.target()) : HttpForm.of(bundle.target()) == HttpForm.ALB;
    }

    private void protocol() {
        if ("GENEVE".equals(group.value().protocol())) {
            find(
                    FindingCode.LOAD_BALANCER_GATEWAY,
                    "appliances behind a Gateway Load Balancer cannot be reached through a Service that knows GENEVE",
                    "keep them on instances or on ECS");
        } else if ("GRPC".equals(group.value().protocolVersion()) && HttpForm.of(bundle.target()) != HttpForm.ALB) {
            for (String member : new String[] {"ProtocolVersion", "HealthCheckPath"}) {
                if (group.node().get(member) != null) {
                    find(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "gRPC is HTTP/2 to whatever routes in the cluster, and that is what would come back",
                            null,
                            member);
                }
            }
        }
    }

    private void attributes() {
        for (int i = 0; i < group.value().targetGroupAttributes().size(); i++) {
            Attribute attribute = group.value().targetGroupAttributes().get(i);
            if (Draining.isDelay(attribute)) {
                continue;
            }
            boolean carried = TargetGroupAnnotations.isCarried(attribute);
            if (!isAnnotated() || !carried) {
                find(
                        FindingCode.TARGET_GROUP_SETTING,
                        (attribute.key() == null ? "an attribute without key" : attribute.key())
                                + (isAnnotated()
                                        ? " has no value that the target group of pods can have"
                                        : " is nothing a plain Service can say")
                                + "; it is not written",
                        null,
                        "TargetGroupAttributes",
                        i);
            }
        }
    }

    private void tags() {
        for (int i = 0; i < group.value().tags().size(); i++) {
            Tag tag = group.value().tags().get(i);
            if (isLayer4() || !isAnnotated() || !TargetGroupAnnotations.isCarried(tag)) {
                find(
                        FindingCode.LOAD_BALANCER_TAG,
                        "the tag " + tag.key() + " cannot stand among those of the target group; it is left out",
                        null,
                        "Tags",
                        i);
            }
        }
    }

    private void find(FindingCode code, String message, @Nullable String hint, Object... path) {
        bundle.at(group.node(), path).report(code, message, hint);
    }
}
