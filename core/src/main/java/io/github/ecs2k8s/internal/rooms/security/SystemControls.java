package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.SystemControl;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS systemControls of containers ⇄ Kubernetes sysctls of the pod.
 *
 * <p>The containers of a Pod share the namespaces that sysctls belong to; as in a task with {@code awsvpc}, the container
 * that starts last decides. Of the sysctls with a namespace most are unsafe: nodes refuse the pod unless their kubelet
 * allows them (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html,
 * https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/).
 */
public final class SystemControls implements TaskCorrespondence {
    private static final String SYSTEM_CONTROLS = "systemControls";

    @Override
    public Term term() {
        return Term.SYSTEM_CONTROL;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].systemControls[].namespace", "pod.spec.securityContext.sysctls"),
                OwnedField.to("containerDefinitions[].systemControls[].value", "pod.spec.securityContext.sysctls"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String controls = "containerDefinitions[].systemControls[].";
        return List.of(
                OwnedField.to("pod.spec.securityContext.sysctls[].name", controls + "namespace"),
                OwnedField.to("pod.spec.securityContext.sysctls[].value", controls + "value"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        Map<String, String> decided = new LinkedHashMap<>();
        for (int index : context.facts().startOrder()) {
            for (SystemControl control : from.containerDefinitions().get(index).systemControls()) {
                if (control.namespace() != null && control.value() != null) {
                    decided.put(control.namespace(), control.value());
                }
            }
        }
        Map<String, Sysctl> written = new LinkedHashMap<>();
        for (ContainerToKubernetes container : context.containers()) {
            List<SystemControl> controls = container.definition().systemControls();
            for (int i = 0; i < controls.size(); i++) {
                write(controls.get(i), i, decided, written, container);
            }
        }
        if (!written.isEmpty()) {
            context.podSecurityContext().setSysctls(new ArrayList<>(written.values()));
        }
    }

    private static void write(
            SystemControl control,
            int index,
            Map<String, String> decided,
            Map<String, Sysctl> written,
            ContainerToKubernetes container) {
        String name = control.namespace();
        String value = control.value();
        if (name == null || value == null) {
            boolean said = name != null || value != null && !value.isEmpty();
            container
                    .at(SYSTEM_CONTROLS, index)
                    .report(
                            said ? FindingCode.INVALID_VALUE : FindingCode.EMPTY_ENTRY,
                            "a system control needs a namespace and a value; it is not written");
            return;
        }
        TaskToKubernetes task = container.task();
        String refusal = refusal(name, task.facts().hostNetwork(), task.facts().hostIpc());
        if (refusal != null) {
            container
                    .at(SYSTEM_CONTROLS, index)
                    .report(
                            FindingCode.SYSCTL_REFUSED,
                            name + " is not written: " + refusal,
                            "set it on the nodes, or from a privileged init container");
            return;
        }
        if (!value.equals(decided.get(name))) {
            container
                    .at(SYSTEM_CONTROLS, index)
                    .report(
                            FindingCode.ONE_PER_POD,
                            "not written: the container that starts last sets " + name + " to " + decided.get(name),
                            "let the containers agree, or run them in different Pods");
            return;
        }
        written.putIfAbsent(name, new Sysctl(name, value));
        if (container.task().containers().size() > 1) {
            container
                    .at(SYSTEM_CONTROLS, index)
                    .report(FindingCode.SHARED_BY_POD, name + " holds for all containers of the Pod");
        }
        if (!isSafe(name, container)) {
            container
                    .at(SYSTEM_CONTROLS, index)
                    .report(
                            FindingCode.UNSAFE_SYSCTL,
                            "nodes refuse the Pod unless their kubelet allows " + name,
                            "start the nodes' kubelet with --allowed-unsafe-sysctls=" + name);
        }
    }

    /** Why a Pod cannot set a sysctl, null when it can. */
    private static @Nullable String refusal(String name, boolean hostNetwork, boolean hostIpc) {
        if (!isValid(name)) {
            return "a Pod refuses such a name";
        }
        String dotted = name.replace('/', '.');
        if (dotted.startsWith("net.")) {
            return hostNetwork ? "a Pod in the host's network must not change it" : null;
        }
        if (dotted.startsWith("kernel.shm")
                || dotted.startsWith("kernel.msg")
                || dotted.equals("kernel.sem")
                || dotted.startsWith("fs.mqueue.")) {
            return hostIpc ? "a Pod in the host's IPC namespace must not change it" : null;
        }
        return "it belongs to the whole node, not to a Pod";
    }

    /** Words of lower-case letters, digits, {@code _} and {@code -}, with dots or slashes between them. */
    private static boolean isValid(String name) {
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean separator = c == '.' || c == '/';
            if (!plain && (!inWord || !separator && c != '_' && c != '-')) {
                return false;
            }
            inWord = !separator;
        }
        char last = name.isEmpty() ? '.' : name.charAt(name.length() - 1);
        return inWord && last != '_' && last != '-' && name.length() <= 253;
    }

    /** The safe set by Kubernetes version. */
    private static boolean isSafe(String name, ContainerToKubernetes container) {
        int since = switch (name.replace('/', '.')) {
            case "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies" -> 4;
            case "net.ipv4.ping_group_range" -> 18;
            case "net.ipv4.ip_unprivileged_port_start" -> 22;
            case "net.ipv4.ip_local_reserved_ports" -> 27;
            case "net.ipv4.tcp_keepalive_time",
                    "net.ipv4.tcp_fin_timeout",
                    "net.ipv4.tcp_keepalive_intvl",
                    "net.ipv4.tcp_keepalive_probes" -> 29;
            case "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem" -> 32;
            default -> Integer.MAX_VALUE;
        };
        return since != Integer.MAX_VALUE && container.target().version().atLeast(since);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        PodSecurityContext security = from.getSpec().getSecurityContext();
        if (security == null
                || security.getSysctls() == null
                || security.getSysctls().isEmpty()) {
            return;
        }
        List<SystemControl> controls = new ArrayList<>();
        for (int i = 0; i < security.getSysctls().size(); i++) {
            Sysctl sysctl = security.getSysctls().get(i);
            boolean host = Boolean.TRUE.equals(from.getSpec().getHostNetwork());
            boolean hostIpc = Boolean.TRUE.equals(from.getSpec().getHostIPC());
            String refusal = sysctl.getName() == null ? null : refusal(sysctl.getName(), host, hostIpc);
            if (refusal != null) {
                context.at("spec", "securityContext", "sysctls", i)
                        .report(
                                FindingCode.SYSCTL_REFUSED,
                                sysctl.getName() + " is not written: " + refusal,
                                "set it on the instances");
                continue;
            }
            controls.add(SystemControl.builder()
                    .namespace(sysctl.getName())
                    .value(sysctl.getValue())
                    .build());
        }
        if (controls.isEmpty()) {
            return;
        }
        // One container is enough: the task's containers share the namespaces as those of the pod do.
        for (ContainerToEcs container : context.containers()) {
            if (!container.isInit() && !container.isSidecar()) {
                container.definition().systemControls(controls);
                return;
            }
        }
    }
}
