package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import org.jspecify.annotations.Nullable;

/**
 * The volume handle of the EFS CSI driver: {@code fs-id[:path[:access-point]]}, with {@code s3files:} in front for
 * S3 Files (https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/docs).
 *
 * @param path the directory, empty for the root
 * @param accessPoint the access point's id, empty for none
 */
record EfsHandle(String fileSystem, String path, String accessPoint) {
    static final String DRIVER = "efs.csi.aws.com";
    static final String S3_FILES = "s3files:";

    /** A handle from ECS's values; the root directory {@code /} is the same as none. */
    static EfsHandle of(String fileSystem, @Nullable String rootDirectory, @Nullable String accessPoint) {
        String path = rootDirectory == null || rootDirectory.equals("/") ? "" : rootDirectory;
        return new EfsHandle(fileSystem, path, accessPoint == null ? "" : accessPoint);
    }

    /** Reads a handle without the {@code s3files:} in front. */
    static EfsHandle parse(String handle) {
        int first = handle.indexOf(':');
        if (first < 0) {
            return new EfsHandle(handle, "", "");
        }
        int second = handle.indexOf(':', first + 1);
        return second < 0
                ? new EfsHandle(handle.substring(0, first), handle.substring(first + 1), "")
                : new EfsHandle(
                        handle.substring(0, first), handle.substring(first + 1, second), handle.substring(second + 1));
    }

    /** As the driver reads it. */
    String text() {
        if (!accessPoint.isEmpty()) {
            return fileSystem + ":" + path + ":" + accessPoint;
        }
        return path.isEmpty() ? fileSystem : fileSystem + ":" + path;
    }

    /**
     * This handle, spelled so that no other volume of the task has it. The kubelet takes two volumes with one handle in
     * one pod for the same and mounts only one, and the pod waits for the other for ever; slashes more at the end of a
     * directory mean nothing to the driver.
     */
    EfsHandle uniqueIn(Declared declared, String prefix) {
        EfsHandle handle = this;
        while (isTaken(prefix + handle.text(), declared)) {
            handle = new EfsHandle(fileSystem, handle.path + "/", accessPoint);
        }
        return handle;
    }

    private static boolean isTaken(String handle, Declared declared) {
        for (io.fabric8.kubernetes.api.model.Volume volume :
                declared.context().pod().getVolumes()) {
            PersistentVolume present =
                    Claims.written(volume, declared.context().bundle().objects());
            if (present != null
                    && present.getSpec().getCsi() != null
                    && handle.equals(present.getSpec().getCsi().getVolumeHandle())) {
                return true;
            }
        }
        return false;
    }
}
