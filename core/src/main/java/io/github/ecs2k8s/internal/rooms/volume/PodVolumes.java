package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.options.LaunchType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the volumes of a pod are made of, decided in one place, so that every volume belongs to one room. */
final class PodVolumes {

    static final String SMB_DRIVER = "smb.csi.k8s.io";

    private PodVolumes() {}

    /** What a pod volume is made of. */
    enum Source {
        /** An emptyDir on disk. */
        EMPTY,
        /** A memory emptyDir that is a volume of the task. */
        MEMORY,
        /** A memory emptyDir that is one container's tmpfs or shared memory. */
        CONTAINER_MEMORY,
        /** A path of the node, directly or through a claim. */
        HOST_PATH,
        /** A device of the node. */
        DEVICE,
        EFS,
        S3_FILES,
        SMB,
        NFS,
        /** A generic ephemeral volume. */
        EPHEMERAL,
        /** A claim that a shared Docker volume has become; Fargate has none. */
        CLAIM,
        /** Any other claim: its data outlives pods, and so it is kept in a directory of an EFS file system. */
        DIRECTORY,
        /** The Secrets Store driver's volume, which is mounted so that a Secret exists. */
        SECRETS_STORE,
        /** Anything else: a ConfigMap, a Secret, an image ... */
        OTHER
    }

    /** What a pod volume is made of. */
    static Source source(Volume volume, TaskToEcs context) {
        if (volume.getEmptyDir() != null) {
            return MemoryVolumes.source(volume, context);
        } else if (volume.getHostPath() != null) {
            return isDevice(volume.getHostPath().getType()) ? Source.DEVICE : Source.HOST_PATH;
        } else if (volume.getEphemeral() != null) {
            return Source.EPHEMERAL;
        } else if (volume.getNfs() != null) {
            return Source.NFS;
        } else if (volume.getPersistentVolumeClaim() != null) {
            PersistentVolumeSpec spec = persistentVolumeSpec(volume, context);
            return spec == null ? ofClaim(volume, context) : source(spec);
        } else if (volume.getCsi() != null
                && "secrets-store.csi.k8s.io".equals(volume.getCsi().getDriver())) {
            return Source.SECRETS_STORE;
        }
        return Source.OTHER;
    }

    private static Source source(PersistentVolumeSpec spec) {
        if (spec.getNfs() != null) {
            return Source.NFS;
        } else if (spec.getHostPath() != null) {
            return Source.HOST_PATH;
        } else if (spec.getCsi() == null || spec.getCsi().getDriver() == null) {
            return Source.DIRECTORY;
        }
        String handle = spec.getCsi().getVolumeHandle();
        return switch (spec.getCsi().getDriver()) {
            case EfsHandle.DRIVER ->
                handle != null && handle.startsWith(EfsHandle.S3_FILES) ? Source.S3_FILES : Source.EFS;
            case SMB_DRIVER -> Source.SMB;
            default -> Source.DIRECTORY;
        };
    }

    private static Source ofClaim(Volume volume, TaskToEcs context) {
        String source = ElasticStorage.substituted(volume, context);
        if (source == null) {
            return Source.DIRECTORY;
        } else if (source.contains(":s3files:")) {
            return Source.S3_FILES;
        } else if (source.startsWith(DockerClaims.SOURCE)) {
            return context.launchType() == LaunchType.FARGATE ? Source.DIRECTORY : Source.CLAIM;
        }
        return source.startsWith("fs-") ? Source.EFS : Source.DIRECTORY;
    }

    private static boolean isDevice(@Nullable String type) {
        return "CharDevice".equals(type) || "BlockDevice".equals(type);
    }

    /** The PersistentVolume behind a pod volume, null when it has none or the input does not hold it. */
    static @Nullable PersistentVolume persistentVolume(Volume volume, TaskToEcs context) {
        return Claims.volumeOf(volume, context);
    }

    /** The spec of the PersistentVolume behind a pod volume, null when there is none. */
    static @Nullable PersistentVolumeSpec persistentVolumeSpec(Volume volume, TaskToEcs context) {
        PersistentVolume found = persistentVolume(volume, context);
        return found == null ? null : found.getSpec();
    }

    /**
     * The name of the task's volume. It is the pod volume's, except for a claim that becomes a shared Docker volume:
     * such a volume is known to all tasks by its name, as the claim is to all pods.
     */
    static String ecsName(Volume volume, TaskToEcs context) {
        return source(volume, context) == Source.CLAIM
                ? volume.getPersistentVolumeClaim().getClaimName()
                : volume.getName();
    }

    /** Whether the pod volume itself is for reading only, whatever its mounts say. */
    static boolean isReadOnly(Volume volume) {
        return volume.getPersistentVolumeClaim() != null
                        && Boolean.TRUE.equals(volume.getPersistentVolumeClaim().getReadOnly())
                || volume.getNfs() != null
                        && Boolean.TRUE.equals(volume.getNfs().getReadOnly());
    }

    /** Notes that the name of a volume only leads a container to what it is told of in another way. */
    static void resolveName(VolumeMount mount, ContainerToEcs context) {
        context.at("volumeMounts", context.container().getVolumeMounts().indexOf(mount), "name")
                .resolved();
        List<Volume> volumes = context.pod().pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i).getName().equals(mount.getName())) {
                context.pod().at("spec", "volumes", i, "name").resolved();
            }
        }
    }

    /** Whether a pod volume becomes a volume of the task, which containers mount. */
    static boolean isTaskVolume(Volume volume, TaskToEcs context) {
        return switch (source(volume, context)) {
            case CONTAINER_MEMORY, DEVICE, SECRETS_STORE, OTHER -> false;
            default -> true;
        };
    }

    /** The pod volume of a name, null when the pod has none. */
    static @Nullable Volume named(@Nullable String name, TaskToEcs context) {
        for (Volume volume : context.pod().getVolumes()) {
            if (volume.getName().equals(name)) {
                return volume;
            }
        }
        return null;
    }
}
