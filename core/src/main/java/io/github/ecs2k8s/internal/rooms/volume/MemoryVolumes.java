package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.kubernetes.Quantities;
import io.github.ecs2k8s.options.LaunchType;
import org.jspecify.annotations.Nullable;

/**
 * Memory-backed emptyDirs: what a container's tmpfs and its shared memory become, and how to tell them from volumes on the
 * way back. Sizes count against the memory limit of the container that writes, on both sides
 * (https://kubernetes.io/docs/concepts/storage/volumes/#emptydir).
 */
final class MemoryVolumes {
    /** Where shared memory is mounted. */
    static final String DEV_SHM = "/dev/shm";

    private MemoryVolumes() {}

    /** Whether a pod volume is an emptyDir in memory. */
    static boolean isMemory(Volume volume) {
        return volume.getEmptyDir() != null
                && "Memory".equals(volume.getEmptyDir().getMedium());
    }

    /** A memory emptyDir; without a size limit it may grow to the pod's memory limit. */
    static Volume volume(String name, @Nullable Quantity size) {
        EmptyDirVolumeSource memory = new EmptyDirVolumeSource();
        memory.setMedium("Memory");
        memory.setSizeLimit(size);
        Volume volume = new Volume();
        volume.setName(name);
        volume.setEmptyDir(memory);
        return volume;
    }

    /** Adds a memory emptyDir of this many MiB, and its mount in one container. */
    static @Nullable VolumeMount mount(
            String name, String path, int mib, ContainerToKubernetes context, Object... source) {
        VolumeMount mount = Mounts.add(new RequestedMount(name, path, false), context, source);
        if (mount != null) {
            context.task().addVolume(volume(name, Quantities.memoryMiB(mib)));
        }
        return mount;
    }

    /** The name of the volume for a container's tmpfs at a path; the way back knows it by this name. */
    static String tmpfsName(String container, String path) {
        return Names.dnsLabel(container + "-" + path);
    }

    /**
     * What an emptyDir is: on disk, a memory volume of the task, or the tmpfs or shared memory of the one container that
     * mounts it.
     */
    static PodVolumes.Source source(Volume volume, TaskToEcs context) {
        if (!isMemory(volume) || context.launchType() == LaunchType.FARGATE && !isSharedMemory(volume, context)) {
            return PodVolumes.Source.EMPTY;
        }
        boolean own = false;
        int mounts = 0;
        for (ContainerToEcs container : context.containers()) {
            for (VolumeMount mount : container.container().getVolumeMounts()) {
                if (volume.getName().equals(mount.getName())) {
                    mounts++;
                    own = mount.getSubPath() == null
                            && (isTmpfs(mount, container.container()) || DEV_SHM.equals(mount.getMountPath()));
                }
            }
        }
        return own && mounts == 1 && sizeMiB(volume) > 0
                ? PodVolumes.Source.CONTAINER_MEMORY
                : PodVolumes.Source.MEMORY;
    }

    /** Whether a container mounts it at /dev/shm, where a directory on disk would not do. */
    private static boolean isSharedMemory(Volume volume, TaskToEcs context) {
        for (ContainerToEcs container : context.containers()) {
            for (VolumeMount mount : container.container().getVolumeMounts()) {
                if (volume.getName().equals(mount.getName()) && DEV_SHM.equals(mount.getMountPath())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a mount is called as the mount of a tmpfs is; another at /dev/shm is the container's shared memory. */
    static boolean isTmpfs(VolumeMount mount, Container container) {
        return tmpfsName(container.getName(), mount.getMountPath()).equals(mount.getName());
    }

    /** The size limit in MiB, rounded up; 0 when there is none. */
    static int sizeMiB(Volume volume) {
        Quantities.Rounded mib = size(volume);
        return mib == null || mib.value() > Integer.MAX_VALUE ? 0 : (int) mib.value();
    }

    private static Quantities.@Nullable Rounded size(Volume volume) {
        Quantity limit = volume.getEmptyDir().getSizeLimit();
        return limit == null ? null : Quantities.toMiB(limit.toString());
    }

    /** The size limit in MiB, saying so when it was no whole number of them. */
    static int sizeMiB(Volume volume, TaskToEcs context) {
        Quantities.Rounded mib = size(volume);
        if (mib != null && !mib.exact()) {
            context.at("spec", "volumes", context.pod().getVolumes().indexOf(volume), "emptyDir", "sizeLimit")
                    .report(
                            FindingCode.SIZE_ROUNDED,
                            volume.getEmptyDir().getSizeLimit() + " is written as " + mib.value() + " MiB");
        }
        return sizeMiB(volume);
    }
}
