package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import io.github.ecs2k8s.kubernetes.PodNodes;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CPUArchitecture;
import software.amazon.awssdk.services.ecs.model.OSFamily;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS runtimePlatform ⇄ Kubernetes nodeSelector on operating system, architecture and Windows build.
 *
 * <p>A Windows container runs only on the kernel build its base image was made for; nodes carry the build, but not
 * whether they are Core or Full, so Core comes back
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html,
 * https://kubernetes.io/docs/concepts/windows/user-guide/#handling-multiple-windows-versions-in-the-same-cluster).
 */
public final class RuntimePlatforms implements TaskCorrespondence, PodPreparation {
    private static final String PLATFORM = "runtimePlatform";
    private static final String FAMILY = "operatingSystemFamily";

    @Override
    public Term term() {
        return Term.RUNTIME_PLATFORM;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("runtimePlatform.cpuArchitecture", "pod.spec.nodeSelector"),
                OwnedField.to("runtimePlatform.operatingSystemFamily", "pod.spec.nodeSelector"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to("pod.spec.os.name", "runtimePlatform.operatingSystemFamily"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        RuntimePlatform platform = from.runtimePlatform();
        if (platform == null) {
            return;
        }
        Map<String, String> nodes = new LinkedHashMap<>();
        String family = platform.operatingSystemFamilyAsString();
        if (family != null && family.equals(OSFamily.LINUX.toString())) {
            nodes.put(NodeLabels.OS, "linux");
        } else if (context.facts().windows()) {
            nodes.put(NodeLabels.OS, "windows");
        }
        if (platform.cpuArchitecture() == CPUArchitecture.X86_64) {
            nodes.put(NodeLabels.ARCH, "amd64");
        } else if (platform.cpuArchitecture() == CPUArchitecture.ARM64) {
            nodes.put(NodeLabels.ARCH, "arm64");
            fargateLimit("ARM nodes", "cpuArchitecture", context);
        }
        if (family != null && context.facts().windows()) {
            windows(family, nodes, context);
        }
        if (!nodes.isEmpty()) {
            to.getSpec().setNodeSelector(nodes);
        }
    }

    private static void windows(String family, Map<String, String> nodes, TaskToKubernetes context) {
        fargateLimit("Windows nodes", FAMILY, context);
        String version = WindowsFamilies.version(family);
        String build = version == null ? null : NodeLabels.windowsBuild(version);
        if (version == null || build == null) {
            return;
        }
        nodes.put(NodeLabels.WINDOWS_BUILD, build);
        if (version.equals("2016") || version.equals("2004") || version.equals("20H2")) {
            context.at(PLATFORM, FAMILY)
                    .report(
                            FindingCode.WINDOWS_VERSION,
                            "no Kubernetes has nodes of Windows Server " + version + ", build " + build,
                            "rebuild the image on Windows Server 2022");
        } else if (family.endsWith(WindowsFamilies.FULL)) {
            context.at(PLATFORM, FAMILY)
                    .report(
                            FindingCode.WINDOWS_EDITION,
                            family + " is written as build " + build + ", which Core nodes have too");
        }
    }

    /** EKS runs neither on its Fargate (https://docs.aws.amazon.com/eks/latest/userguide/eks-compute.html). */
    private static void fargateLimit(String what, String field, TaskToKubernetes context) {
        if (context.facts().fargate() && context.target().isEks()) {
            context.at(PLATFORM, field)
                    .report(
                            FindingCode.FARGATE_LIMIT,
                            "Fargate on EKS has no " + what,
                            "add a node group for them to the cluster");
        }
    }

    /** Labels that went by another name before, and are still written. */
    @Override
    public void prepare(PodDraft draft) {
        Map<String, String> selector = draft.pod().getNodeSelector();
        if (selector == null) {
            return;
        }
        Map<String, String> current = new LinkedHashMap<>();
        for (Map.Entry<String, String> label : selector.entrySet()) {
            String name = NodeLabels.current(label.getKey());
            current.put(name, label.getValue());
            if (!name.equals(label.getKey())) {
                draft.at("spec", "nodeSelector", label.getKey())
                        .report(FindingCode.NODE_LABEL_RENAMED, "read as " + name);
            }
        }
        if (!current.equals(selector)) {
            draft.edit().setNodeSelector(current);
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        String architecture = architecture(from.getSpec(), context);
        String family = family(from.getSpec(), context);
        if (architecture != null || family != null) {
            to.runtimePlatform(RuntimePlatform.builder()
                    .cpuArchitecture(architecture)
                    .operatingSystemFamily(family)
                    .build());
        }
    }

    private static @Nullable String architecture(PodSpec pod, TaskToEcs context) {
        String arch = selected(pod, NodeLabels.ARCH, context);
        if (arch == null) {
            return null;
        }
        switch (arch) {
            case "amd64":
                return CPUArchitecture.X86_64.toString();
            case "arm64":
                return CPUArchitecture.ARM64.toString();
            default:
                context.at("spec", "nodeSelector", NodeLabels.ARCH)
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                "ECS has no " + arch + " machines",
                                "build the image for amd64 or arm64");
                return null;
        }
    }

    private static @Nullable String family(PodSpec pod, TaskToEcs context) {
        String os = selected(pod, NodeLabels.OS, context);
        if (pod.getOs() != null && pod.getOs().getName() != null) {
            os = os == null ? pod.getOs().getName() : os;
            context.at("spec", "os")
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "written as operatingSystemFamily, which comes back as selector of nodes");
        }
        if ("linux".equals(os)) {
            return OSFamily.LINUX.toString();
        }
        String build = selected(pod, NodeLabels.WINDOWS_BUILD, context);
        if (!"windows".equals(os) && build == null) {
            return null;
        }
        String version = build == null ? null : NodeLabels.windowsVersion(build);
        if (version == null) {
            context.at("spec", "nodeSelector")
                    .report(
                            FindingCode.WINDOWS_VERSION,
                            "the Pod does not say which Windows Server it needs; " + OSFamily.WINDOWS_SERVER_2022_CORE
                                    + " is written",
                            "select the nodes by " + NodeLabels.WINDOWS_BUILD);
            return OSFamily.WINDOWS_SERVER_2022_CORE.toString();
        }
        // 2016 exists only in full.
        return WindowsFamilies.family(version, version.equals("2016") ? WindowsFamilies.FULL : WindowsFamilies.CORE);
    }

    /** By the node selector; on Fargate, which takes no placement constraint, by the node affinity too. */
    private static @Nullable String selected(PodSpec pod, String label, TaskToEcs context) {
        return context.launchType() == LaunchType.FARGATE
                ? PodNodes.required(pod, label)
                : PodNodes.selected(pod, label);
    }
}
