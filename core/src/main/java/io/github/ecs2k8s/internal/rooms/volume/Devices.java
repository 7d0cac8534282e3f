package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Device;
import software.amazon.awssdk.services.ecs.model.DeviceCgroupPermission;

/**
 * ECS linuxParameters.devices ⇄ Kubernetes hostPath of a device.
 *
 * <p>Mounting its node is half of it: the kernel lets a container open a device only if it is privileged or a device
 * plugin has granted it. Privileges are never added here
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html,
 * https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/).
 */
public final class Devices implements ContainerCorrespondence {
    private static final String LINUX_PARAMETERS = "linuxParameters";
    private static final String DEVICES = "devices";

    // What disks are called; every other device of interest is a character device.
    private static final List<String> DISKS =
            List.of("sd", "xvd", "vd", "nvme", "loop", "dm-", "md", "mapper/", "disk/");

    @Override
    public Term term() {
        return Term.DEVICE;
    }

    @Override
    public List<OwnedField> ecs() {
        String device = "containerDefinitions[].linuxParameters.devices[].";
        return List.of(
                OwnedField.to(device + "hostPath", "pod.spec.volumes[].hostPath.path"),
                OwnedField.to(device + "containerPath", "pod.spec.containers[].volumeMounts[].mountPath"),
                OwnedField.nowhere(device + "permissions[]"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.volumes[].hostPath.type", "containerDefinitions[].linuxParameters.devices"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        if (from.linuxParameters() == null) {
            return;
        }
        List<Device> devices = from.linuxParameters().devices();
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i).hostPath() != null) {
                mount(devices.get(i), i, context);
            } else {
                context.at(LINUX_PARAMETERS, DEVICES, i)
                        .report(
                                devices.get(i).containerPath() == null
                                        ? FindingCode.EMPTY_ENTRY
                                        : FindingCode.INVALID_VALUE,
                                "a device needs a hostPath; it is not written");
            }
        }
    }

    private static void mount(Device device, int index, ContainerToKubernetes context) {
        String path = device.hostPath();
        String name = context.task().facts().addedVolumeName(Names.dnsLabel(path), "device/" + path);
        String inside = device.containerPath() == null ? path : device.containerPath();
        RequestedMount wish = new RequestedMount(name, inside, false);
        if (Mounts.add(wish, context, LINUX_PARAMETERS, DEVICES, index) == null) {
            return;
        }
        Volume volume = new Volume();
        volume.setName(name);
        volume.setHostPath(new HostPathVolumeSource(path, isDisk(path) ? "BlockDevice" : "CharDevice"));
        context.task().addVolume(volume);
        if (!context.isPrivileged()) {
            context.at(LINUX_PARAMETERS, DEVICES, index)
                    .report(
                            FindingCode.DEVICE_ACCESS,
                            "the node of " + path + " is mounted, but only a privileged container can open it",
                            "install a device plugin and ask for its resource, or set privileged");
        }
        if (!allowsEverything(device)) {
            context.at(LINUX_PARAMETERS, DEVICES, index, "permissions")
                    .report(FindingCode.DEVICE_PERMISSIONS, "a Pod cannot limit how " + path + " is used");
        }
    }

    private static boolean isDisk(String path) {
        String name = path.startsWith("/dev/") ? path.substring("/dev/".length()) : path;
        for (String disk : DISKS) {
            if (name.startsWith(disk)) {
                return true;
            }
        }
        return false;
    }

    /** No permissions mean all of them. */
    private static boolean allowsEverything(Device device) {
        return device.permissions().isEmpty()
                || device.permissions()
                        .containsAll(List.of(
                                DeviceCgroupPermission.READ,
                                DeviceCgroupPermission.WRITE,
                                DeviceCgroupPermission.MKNOD));
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        List<Device> devices = new ArrayList<>();
        for (VolumeMount mount : from.getVolumeMounts()) {
            Volume volume = PodVolumes.named(mount.getName(), context.pod());
            if (volume != null && PodVolumes.source(volume, context.pod()) == PodVolumes.Source.DEVICE) {
                PodVolumes.resolveName(mount, context);
                String path = volume.getHostPath().getPath();
                devices.add(Device.builder()
                        .hostPath(path)
                        .containerPath(mount.getMountPath())
                        .build());
            }
        }
        if (!devices.isEmpty()) {
            context.linuxParameters().devices(devices);
        }
    }
}
