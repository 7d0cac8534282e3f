package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.IpcMode;
import software.amazon.awssdk.services.ecs.model.PidMode;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS pidMode and ipcMode ⇄ Kubernetes shareProcessNamespace, hostPID and hostIPC.
 *
 * <p>Without a pidMode containers have process namespaces of their own on both sides. The containers of a Pod always
 * share their IPC namespace: ipcMode {@code task} needs nothing, {@code none} does not exist
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/).
 */
public final class ProcessNamespaces implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.PROCESS_NAMESPACE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("pidMode", "pod.spec.shareProcessNamespace"),
                OwnedField.to("ipcMode", "pod.spec.hostIPC", "task"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.shareProcessNamespace", "pidMode", "false"),
                OwnedField.to("pod.spec.hostPID", "pidMode", "false"),
                OwnedField.to("pod.spec.hostIPC", "ipcMode", "false"),
                OwnedField.nowhere("pod.spec.hostUsers", "true"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        PodSpec pod = to.getSpec();
        if (from.pidMode() == PidMode.TASK) {
            pod.setShareProcessNamespace(true);
        } else if (from.pidMode() == PidMode.HOST) {
            pod.setHostPID(true);
        }
        if (from.ipcMode() == IpcMode.HOST) {
            pod.setHostIPC(true);
        } else if (from.ipcMode() == IpcMode.NONE) {
            context.at("ipcMode")
                    .report(
                            FindingCode.IPC_MODE_NONE,
                            "the containers share their IPC namespace, as those of a Pod do",
                            "run them in different Pods if that matters");
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        PodSpec pod = from.getSpec();
        if (Boolean.TRUE.equals(pod.getHostPID())) {
            to.pidMode(PidMode.HOST);
            if (Boolean.TRUE.equals(pod.getShareProcessNamespace())) {
                context.at("spec", "shareProcessNamespace")
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                "a Pod cannot have both; hostPID counts",
                                "leave out shareProcessNamespace");
            }
        } else if (Boolean.TRUE.equals(pod.getShareProcessNamespace())) {
            to.pidMode(PidMode.TASK);
        }
        if (Boolean.TRUE.equals(pod.getHostIPC())) {
            to.ipcMode(IpcMode.HOST);
        }
        if (Boolean.FALSE.equals(pod.getHostUsers())) {
            context.at("spec", "hostUsers")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS maps no users: root in a container is root of its machine",
                            context.launchType() == LaunchType.EC2
                                    ? "run the containers as another user, or on Fargate"
                                    : "on Fargate that machine is the task's own; run the containers as another user");
        }
    }
}
