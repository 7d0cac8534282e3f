package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.MountPoint;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS mountPoints ⇄ Kubernetes volumeMounts; ECS volumesFrom → copies of the other container's mounts.
 *
 * <p>As with Docker, what a container gets from others includes what those got from others, stays read-only if it was, and
 * yields to the container's own mounts. Volumes that an image declares cannot be seen here
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html,
 * https://kubernetes.io/docs/concepts/storage/volumes/).
 */
public final class MountPoints implements TaskCorrespondence, PodPreparation {
    private static final String MOUNT_POINTS = "mountPoints";
    private static final String VOLUME_MOUNTS = "volumeMounts";

    @Override
    public Term term() {
        return Term.MOUNT_POINT;
    }

    @Override
    public List<OwnedField> ecs() {
        String mounts = "pod.spec.containers[].volumeMounts[].";
        return List.of(
                OwnedField.to("containerDefinitions[].mountPoints[].sourceVolume", mounts + "name"),
                OwnedField.to("containerDefinitions[].mountPoints[].containerPath", mounts + "mountPath"),
                OwnedField.to("containerDefinitions[].mountPoints[].readOnly", mounts + "readOnly", "false"),
                OwnedField.to("containerDefinitions[].volumesFrom[].sourceContainer", mounts + "name"),
                OwnedField.to("containerDefinitions[].volumesFrom[].readOnly", mounts + "readOnly", "false"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String mounts = "pod.spec.containers[].volumeMounts[].";
        String points = "containerDefinitions[].mountPoints[].";
        List<OwnedField> owned = new ArrayList<>(FileVolumes.owned());
        owned.addAll(List.of(
                OwnedField.to(mounts + "name", points + "sourceVolume"),
                OwnedField.to(mounts + "mountPath", points + "containerPath"),
                OwnedField.to(mounts + "readOnly", points + "readOnly", "false"),
                OwnedField.nowhere(mounts + "recursiveReadOnly", "Disabled"),
                OwnedField.nowhere(mounts + "subPath", ""),
                OwnedField.nowhere(mounts + "subPathExpr", ""),
                OwnedField.nowhere(mounts + "mountPropagation", "None"),
                OwnedField.nowhere("pod.spec.containers[].volumeDevices[].name"),
                OwnedField.nowhere("pod.spec.containers[].volumeDevices[].devicePath")));
        return owned;
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            addOwn(container);
        }
        // Only now, so that a container can take from one that stands after it; own mounts before foreign ones.
        List<List<VolumeMount>> own = new ArrayList<>();
        for (ContainerToKubernetes container : context.containers()) {
            own.add(List.copyOf(container.container().getVolumeMounts()));
        }
        for (ContainerToKubernetes container : context.containers()) {
            VolumeSources.copy(container, own);
        }
    }

    private static void addOwn(ContainerToKubernetes container) {
        List<MountPoint> points = container.definition().mountPoints();
        for (int i = 0; i < points.size(); i++) {
            MountPoint point = points.get(i);
            String volume = point.sourceVolume() == null
                    ? null
                    : container.task().facts().volumeName(point.sourceVolume());
            if (point.sourceVolume() == null && point.containerPath() == null) {
                container.at(MOUNT_POINTS, i).report(FindingCode.EMPTY_ENTRY, "the mount point is empty");
            } else if (volume == null || !isWritten(volume, container)) {
                container.at(MOUNT_POINTS, i).report(FindingCode.UNKNOWN_VOLUME, unknown(point, volume));
            } else if (point.containerPath() == null) {
                container.at(MOUNT_POINTS, i).report(FindingCode.INVALID_VALUE, "the mount point has no containerPath");
            } else {
                add(point, volume, i, container);
            }
        }
    }

    /** A volume that could not be written must not be mounted: the API server would refuse the whole Pod. */
    private static boolean isWritten(String volume, ContainerToKubernetes container) {
        for (Volume written : container.pod().getVolumes()) {
            if (written.getName().equals(volume)) {
                return true;
            }
        }
        return false;
    }

    private static String unknown(MountPoint point, @Nullable String volume) {
        if (point.sourceVolume() == null) {
            return "the mount point names no volume; it is not written";
        }
        return volume == null
                ? "the task has no volume \"" + point.sourceVolume() + "\"; the mount is not written"
                : "volume \"" + point.sourceVolume() + "\" is not written, so neither is the mount";
    }

    private static void add(MountPoint point, String volume, int index, ContainerToKubernetes container) {
        RequestedMount wish = new RequestedMount(volume, point.containerPath(), Boolean.TRUE.equals(point.readOnly()));
        VolumeMount mount = Mounts.add(wish, container, MOUNT_POINTS, index);
        if (mount != null && !volume.equals(point.sourceVolume())) {
            container
                    .at(MOUNT_POINTS, index, "sourceVolume")
                    .report(FindingCode.NAME_ADJUSTED, "volume \"" + point.sourceVolume() + "\" is written " + volume);
        }
        if (mount != null && !wish.path().equals(point.containerPath())) {
            container
                    .at(MOUNT_POINTS, index, "containerPath")
                    .report(FindingCode.PATH_ADJUSTED, point.containerPath() + " is relative; written " + wish.path());
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        for (ContainerToEcs container : context.containers()) {
            List<MountPoint> points = new ArrayList<>();
            List<VolumeMount> mounts = container.container().getVolumeMounts();
            for (int i = 0; i < mounts.size(); i++) {
                VolumeMount mount = mounts.get(i);
                Volume volume = PodVolumes.named(mount.getName(), context);
                boolean oneFile = (isSet(mount.getSubPath()) || isSet(mount.getSubPathExpr()))
                        && (context.isFilled(mount.getName()) || volume != null && FileVolumes.isOfFiles(volume));
                if (oneFile && !Mounts.isRouterConfiguration(mount)) {
                    sayOneFile(mount, i, container);
                } else if (volume != null && PodVolumes.isTaskVolume(volume, context)) {
                    points.add(MountPoint.builder()
                            .sourceVolume(PodVolumes.ecsName(volume, context))
                            .containerPath(mount.getMountPath())
                            .readOnly(
                                    Boolean.TRUE.equals(mount.getReadOnly())
                                                    || PodVolumes.isReadOnly(volume)
                                                    || context.isFilled(mount.getName())
                                                            && !container.isAdded()
                                                            && !Boolean.FALSE.equals(mount.getReadOnly())
                                            ? Boolean.TRUE
                                            : null)
                            .build());
                    reportDetails(mount, i, container);
                } else if (volume != null && PodVolumes.source(volume, context) == PodVolumes.Source.SECRETS_STORE) {
                    ProviderClassMounts.say(volume, mount, i, container);
                } else if (!Mounts.isRouterConfiguration(mount)
                        && (volume == null || PodVolumes.source(volume, context) == PodVolumes.Source.OTHER)) {
                    container
                            .at(VOLUME_MOUNTS, i)
                            .report(
                                    FindingCode.VOLUME_WITHOUT_FORM,
                                    "nothing is mounted at " + mount.getMountPath() + ": ECS has no such volume as "
                                            + mount.getName(),
                                    "bring the files with the image, or fetch them at the start");
                }
            }
            if (!points.isEmpty()) {
                container.definition().mountPoints(points);
            }
            if (!container.container().getVolumeDevices().isEmpty()) {
                container
                        .at("volumeDevices")
                        .report(FindingCode.NO_ECS_COUNTERPART, "ECS mounts file systems, not raw volumes");
            }
        }
    }

    @Override
    public void prepare(PodDraft draft) {
        SubPaths.separate(draft);
        FileVolumes.fill(draft);
    }

    private static void sayOneFile(VolumeMount mount, int index, ContainerToEcs container) {
        container
                .at(VOLUME_MOUNTS, index)
                .report(
                        FindingCode.VOLUME_WITHOUT_FORM,
                        "nothing is mounted at " + mount.getMountPath() + ": ECS mounts directories, not single files",
                        "mount the directory elsewhere and point the program to it, or bring the file with the image");
    }

    private static void reportDetails(VolumeMount mount, int index, ContainerToEcs container) {
        Volume volume = PodVolumes.named(mount.getName(), container.pod());
        boolean disk = volume != null && volume.getEmptyDir() == null;
        if (isSet(mount.getSubPath()) || isSet(mount.getSubPathExpr())) {
            container
                    .at(VOLUME_MOUNTS, index, isSet(mount.getSubPath()) ? "subPath" : "subPathExpr")
                    .report(
                            FindingCode.SUB_PATH,
                            "ECS mounts whole volumes; the directory of the volume is not narrowed",
                            disk
                                    ? "let the program use a directory below " + mount.getMountPath()
                                            + " instead: PGDATA of postgres, --datadir of mysqld"
                                    : "declare a volume of its own for the directory, or mount the whole");
        }
        if (isSet(mount.getMountPropagation()) && !mount.getMountPropagation().equals("None")) {
            container
                    .at(VOLUME_MOUNTS, index, "mountPropagation")
                    .report(FindingCode.NO_ECS_COUNTERPART, "ECS mounts without propagation");
        }
        if (isSet(mount.getRecursiveReadOnly()) && !mount.getRecursiveReadOnly().equals("Disabled")) {
            container
                    .at(VOLUME_MOUNTS, index, "recursiveReadOnly")
                    .report(FindingCode.NO_ECS_COUNTERPART, "ECS has no recursive read-only mount");
        }
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
