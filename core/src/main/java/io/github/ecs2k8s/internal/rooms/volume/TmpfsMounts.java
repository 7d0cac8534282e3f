package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Tmpfs;

/**
 * ECS linuxParameters.tmpfs ⇄ Kubernetes emptyDir in memory, sizes in MiB.
 *
 * <p>Of the mount options only {@code ro} has a form; an emptyDir is writable by everybody and allows programs to run
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html,
 * https://kubernetes.io/docs/concepts/storage/volumes/#emptydir).
 */
public final class TmpfsMounts implements ContainerCorrespondence {
    private static final String LINUX_PARAMETERS = "linuxParameters";
    private static final String TMPFS = "tmpfs";
    private static final String READ_ONLY = "ro";

    @Override
    public Term term() {
        return Term.TMPFS;
    }

    @Override
    public List<OwnedField> ecs() {
        String tmpfs = "containerDefinitions[].linuxParameters.tmpfs[].";
        return List.of(
                OwnedField.to(tmpfs + "containerPath", "pod.spec.containers[].volumeMounts[].mountPath"),
                OwnedField.to(tmpfs + "size", "pod.spec.volumes[].emptyDir.sizeLimit"),
                OwnedField.to(tmpfs + "mountOptions[]", "pod.spec.containers[].volumeMounts[].readOnly", "rw"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.volumes[].emptyDir.medium", "containerDefinitions[].linuxParameters.tmpfs"),
                OwnedField.to(
                        "pod.spec.volumes[].emptyDir.sizeLimit",
                        "containerDefinitions[].linuxParameters.tmpfs[].size"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        if (from.linuxParameters() == null) {
            return;
        }
        List<Tmpfs> all = from.linuxParameters().tmpfs();
        for (int i = 0; i < all.size(); i++) {
            Tmpfs tmpfs = all.get(i);
            if (tmpfs.containerPath() != null && tmpfs.size() != null && tmpfs.size() > 0) {
                mount(tmpfs, i, context);
            } else {
                boolean said = tmpfs.containerPath() != null || tmpfs.size() != null && tmpfs.size() > 0;
                context.at(LINUX_PARAMETERS, TMPFS, i)
                        .report(
                                said ? FindingCode.INVALID_VALUE : FindingCode.EMPTY_ENTRY,
                                "a tmpfs needs a containerPath and a size; it is not written");
            }
        }
    }

    private static void mount(Tmpfs tmpfs, int index, ContainerToKubernetes context) {
        String path = tmpfs.containerPath();
        String name = context.task()
                .facts()
                .addedVolumeName(MemoryVolumes.tmpfsName(context.name(), path), context.name() + "/" + path);
        VolumeMount mount = MemoryVolumes.mount(name, path, tmpfs.size(), context, LINUX_PARAMETERS, TMPFS, index);
        if (mount == null) {
            return;
        }
        List<String> options = tmpfs.mountOptions();
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            if (option.equals(READ_ONLY)) {
                mount.setReadOnly(true);
            } else if (!option.equals("rw") && !option.isEmpty()) {
                context.at(LINUX_PARAMETERS, TMPFS, index, "mountOptions", i)
                        .report(FindingCode.MOUNT_OPTION, "an emptyDir cannot be mounted with " + option);
            }
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        List<Tmpfs> all = new ArrayList<>();
        for (VolumeMount mount : from.getVolumeMounts()) {
            Volume volume = PodVolumes.named(mount.getName(), context.pod());
            if (volume != null
                    && PodVolumes.source(volume, context.pod()) == PodVolumes.Source.CONTAINER_MEMORY
                    && MemoryVolumes.isTmpfs(mount, from)) {
                PodVolumes.resolveName(mount, context);
                Tmpfs.Builder tmpfs = Tmpfs.builder()
                        .containerPath(mount.getMountPath())
                        .size(MemoryVolumes.sizeMiB(volume, context.pod()));
                if (Boolean.TRUE.equals(mount.getReadOnly())) {
                    tmpfs.mountOptions(READ_ONLY);
                }
                all.add(tmpfs.build());
            }
        }
        if (!all.isEmpty()) {
            context.linuxParameters().tmpfs(all);
        }
    }
}
