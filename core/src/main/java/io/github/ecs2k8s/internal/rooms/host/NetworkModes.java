package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Workloads;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS networkMode and disableNetworking ⇄ Kubernetes pod network: {@code awsvpc} is what every Pod has, {@code host} is
 * {@code hostNetwork}, {@code none} is a NetworkPolicy that denies all.
 *
 * <p>A Pod with {@code hostNetwork} asks its node's DNS unless its policy is {@code ClusterFirstWithHostNet}. On the way
 * back the mode is {@code awsvpc}, except where ECS refuses it: with extra hosts and host names
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html,
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */
public final class NetworkModes implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.NETWORK_MODE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                // ECS's own default on EC2 is bridge; a Pod, whatever is written, has an address of its own.
                OwnedField.to("networkMode", "pod.spec.hostNetwork", "awsvpc"),
                OwnedField.to("containerDefinitions[].disableNetworking", "NetworkPolicy.spec.policyTypes", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to("pod.spec.hostNetwork", "networkMode", "false"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        NetworkMode mode = from.networkMode();
        boolean denied = mode == NetworkMode.NONE || isOffInAll(context);
        if (denied) {
            context.bundle().add(denyAll(context));
            if (mode != null) {
                sayDenied(context, "networkMode");
            }
        } else if (mode == NetworkMode.HOST) {
            to.getSpec().setHostNetwork(true);
            if (to.getSpec().getDnsPolicy() == null) {
                to.getSpec().setDnsPolicy("ClusterFirstWithHostNet");
            }
        } else if (mode == NetworkMode.BRIDGE) {
            boolean alone = context.containers().size() == 1;
            context.at("networkMode")
                    .report(
                            FindingCode.BRIDGE_NETWORK,
                            alone
                                    ? "the Pod has an address of its own instead of ports of its host"
                                    : "the Pod has an address of its own, and its containers share localhost");
        }
        disableNetworking(denied, context);
    }

    private static void disableNetworking(boolean denied, TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            if (isOff(container) && denied) {
                sayDenied(context, "containerDefinitions", container.index(), "disableNetworking");
            } else if (isOff(container)) {
                container
                        .at("disableNetworking")
                        .report(
                                FindingCode.NETWORK_PER_CONTAINER,
                                container.name() + " keeps the network it shares with the other containers",
                                "run it in a Pod of its own and deny its traffic with a NetworkPolicy");
            }
        }
    }

    private static boolean isOffInAll(TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            if (!isOff(container)) {
                return false;
            }
        }
        return !context.containers().isEmpty();
    }

    private static boolean isOff(ContainerToKubernetes container) {
        return Boolean.TRUE.equals(container.definition().disableNetworking());
    }

    private static void sayDenied(TaskToKubernetes context, Object... path) {
        context.at(path)
                .report(
                        FindingCode.NETWORK_NONE,
                        "the Pod keeps its network; a NetworkPolicy denies all traffic",
                        context.target().isEks()
                                ? "switch the VPC CNI's enforcement on: enableNetworkPolicy=true in the add-on's configuration"
                                : "make sure that the cluster's network plugin enforces NetworkPolicy");
    }

    private static NetworkPolicy denyAll(TaskToKubernetes context) {
        String original = context.facts().workloadName() + "-deny-all";
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(context.bundle().names("NetworkPolicy").unique(Names.dnsLabel(original), original));
        NetworkPolicySpec spec = new NetworkPolicySpec();
        LabelSelector pods = new LabelSelector();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Workloads.NAME_LABEL, context.facts().workloadName());
        pods.setMatchLabels(labels);
        spec.setPodSelector(pods);
        spec.setPolicyTypes(List.of("Ingress", "Egress"));
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(metadata);
        policy.setSpec(spec);
        return policy;
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        PodSpec pod = from.getSpec();
        if (Boolean.TRUE.equals(pod.getHostNetwork())) {
            to.networkMode(NetworkMode.HOST);
        } else if (isDenied(context)) {
            to.networkMode(NetworkMode.NONE);
        } else {
            String refused = refusedInAwsvpc(pod);
            if (refused == null) {
                to.networkMode(NetworkMode.AWSVPC);
            } else {
                // Left out, which means bridge.
                sayBridge(refused, context);
            }
        }
    }

    /** The field of the Pod that becomes one which ECS refuses in awsvpc, null when there is none. */
    private static @Nullable String refusedInAwsvpc(PodSpec pod) {
        for (HostAlias alias : pod.getHostAliases()) {
            if (HostAliases.isExtraHost(alias, pod)) {
                return "hostAliases";
            }
        }
        return pod.getHostname() == null ? null : "hostname";
    }

    private static void sayBridge(String field, TaskToEcs context) {
        if (context.containers().size() > 1 && context.launchType() != LaunchType.FARGATE) {
            context.at("spec", field)
                    .report(
                            FindingCode.BRIDGE_REQUIRED,
                            "ECS refuses " + field
                                    + " in awsvpc; without a networkMode the containers do not share localhost",
                            "leave " + field + " out and set networkMode awsvpc if the containers talk to each other");
        }
    }

    /** Whether a policy without any rule denies both directions for exactly these pods. */
    private static boolean isDenied(TaskToEcs context) {
        Map<String, String> labels = context.template().getMetadata().getLabels();
        for (HasMetadata object : context.bundle().objects()) {
            if (object instanceof NetworkPolicy policy && policy.getSpec() != null) {
                NetworkPolicySpec spec = policy.getSpec();
                if (spec.getIngress().isEmpty()
                        && spec.getEgress().isEmpty()
                        && spec.getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                        && selects(spec.getPodSelector(), labels)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return selector != null
                && labels != null
                && selector.getMatchExpressions().isEmpty()
                && !selector.getMatchLabels().isEmpty()
                && labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
    }
}
