package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * ECS linuxParameters.sharedMemorySize ⇄ Kubernetes emptyDir in memory at /dev/shm, in MiB.
 *
 * <p>Without it a container has 64 MiB on both sides
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html,
 * https://kubernetes.io/docs/concepts/storage/volumes/#emptydir).
 */
public final class SharedMemory implements ContainerCorrespondence {
    private static final String SIZE = "sharedMemorySize";

    @Override
    public Term term() {
        return Term.SHARED_MEMORY;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(
                "containerDefinitions[].linuxParameters.sharedMemorySize",
                "pod.spec.volumes[].emptyDir.sizeLimit",
                "0"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        // The leaves of the volume and its mount belong to the rooms of tmpfs and mount points.
        return List.of();
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        Integer size =
                from.linuxParameters() == null ? null : from.linuxParameters().sharedMemorySize();
        if (size != null && size > 0) {
            String name = context.task()
                    .facts()
                    .addedVolumeName(Names.dnsLabel(context.name() + "-shm"), context.name() + "/shm");
            MemoryVolumes.mount(name, MemoryVolumes.DEV_SHM, size, context, "linuxParameters", SIZE);
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        for (VolumeMount mount : from.getVolumeMounts()) {
            Volume volume = PodVolumes.named(mount.getName(), context.pod());
            if (volume != null
                    && PodVolumes.source(volume, context.pod()) == PodVolumes.Source.CONTAINER_MEMORY
                    && !MemoryVolumes.isTmpfs(mount, from)) {
                PodVolumes.resolveName(mount, context);
                context.linuxParameters().sharedMemorySize(MemoryVolumes.sizeMiB(volume, context.pod()));
            }
        }
    }
}
