package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DockerVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.Scope;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS dockerVolumeConfiguration ⇄ Kubernetes claim when shared, emptyDir when it belongs to the task.
 *
 * <p>A shared volume is one directory for all tasks of an instance that name it, so its claim has the volume's name, not
 * the workload's. Options of the local driver that mount NFS, a directory of the host or memory are written as what they
 * mean (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/docker-volumes.html,
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/).
 */
public final class DockerVolumes implements TaskCorrespondence {
    private static final String DOCKER = VolumeKind.DOCKER.member();
    private static final String SCOPE = "scope";
    private static final String DRIVER = "driver";
    private static final String DRIVER_OPTS = "driverOpts";
    private static final String LOCAL = "local";

    @Override
    public Term term() {
        return Term.DOCKER_VOLUME;
    }

    @Override
    public List<OwnedField> ecs() {
        String docker = "volumes[].dockerVolumeConfiguration.";
        return List.of(
                OwnedField.to(docker + SCOPE, "pod.spec.volumes[].persistentVolumeClaim", "task"),
                OwnedField.to(docker + "autoprovision", "PersistentVolumeClaim", "false"),
                OwnedField.to(docker + DRIVER, "PersistentVolumeClaim.spec.storageClassName", LOCAL),
                OwnedField.to(docker + "driverOpts{}", "PersistentVolume.spec.nfs"),
                OwnedField.to(docker + "labels{}", "PersistentVolumeClaim.metadata.labels"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String docker = "volumes[].dockerVolumeConfiguration";
        return List.of(
                OwnedField.to("pod.spec.volumes[].nfs.server", docker + ".driverOpts"),
                OwnedField.to("pod.spec.volumes[].nfs.path", docker + ".driverOpts"),
                OwnedField.to("PersistentVolumeClaim.metadata.labels{}", docker + ".labels"),
                OwnedField.to("PersistentVolume.spec.nfs.server", docker + ".driverOpts"),
                OwnedField.to("PersistentVolume.spec.nfs.path", docker + ".driverOpts"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (Declared declared : DeclaredVolumes.of(VolumeKind.DOCKER, context)) {
            DockerVolumeConfiguration docker = declared.volume().dockerVolumeConfiguration();
            boolean local = docker.driver() == null || docker.driver().equals(LOCAL);
            DriverOptions options = local ? DriverOptions.of(docker.driverOpts()) : null;
            if (options != null && options.isNfs()) {
                mountNfs(options, docker, declared);
            } else if (options != null && options.isBind()) {
                mountHostPath(options, declared);
            } else if (options != null && options.isMemory()) {
                mountMemory(options, declared);
            } else if (docker.scope() == Scope.SHARED) {
                DockerClaims.write(docker, declared);
                reportDriver(docker, local, declared);
            } else {
                Volume volume = declared.podVolume();
                volume.setEmptyDir(new EmptyDirVolumeSource());
                context.addVolume(volume);
                reportDriver(docker, local, declared);
                reportUnusedInTask(docker, declared);
            }
        }
    }

    private static void mountNfs(DriverOptions options, DockerVolumeConfiguration docker, Declared declared) {
        PersistentVolumeSpec spec = new PersistentVolumeSpec();
        spec.setNfs(new NFSVolumeSource(options.path(), null, options.server()));
        spec.setMountOptions(options.mountOptions());
        Claims.mountExisting(declared, spec);
        declared.find(
                FindingCode.SIZE_REQUIRED,
                "NFS has no size; 1Gi is written because the API asks for one",
                null,
                DOCKER);
        if (!DriverOptions.nfs(options.server(), options.path(), options.mountOptions())
                .equals(options)) {
            rewritten("the NFS mount options are written as a PersistentVolume has them", declared, DRIVER_OPTS);
        }
        if (docker.scope() == Scope.SHARED) {
            rewritten("an NFS mount is the same for every pod", declared, SCOPE);
        }
        reportUnusedInTask(docker, declared);
    }

    private static void mountHostPath(DriverOptions options, Declared declared) {
        Volume volume = declared.podVolume();
        volume.setHostPath(new HostPathVolumeSource(options.device(), null));
        declared.context().addVolume(volume);
        rewritten("a bind mount of " + options.device() + " is written as hostPath", declared);
    }

    private static void mountMemory(DriverOptions options, Declared declared) {
        declared.context().addVolume(MemoryVolumes.volume(declared.name(), options.size()));
        rewritten("a tmpfs is written as an emptyDir in memory", declared);
        List<String> others = options.optionsBesides("size");
        if (!others.isEmpty()) {
            declared.find(
                    FindingCode.MOUNT_OPTION,
                    "an emptyDir cannot be mounted with " + String.join(", ", others),
                    "set owner and mode in the container's entrypoint, or with the pod's fsGroup",
                    DOCKER,
                    DRIVER_OPTS,
                    DriverOptions.OPTIONS);
        }
    }

    private static void rewritten(String message, Declared declared, String... member) {
        Object[] path = new Object[member.length + 1];
        path[0] = DOCKER;
        System.arraycopy(member, 0, path, 1, member.length);
        declared.find(FindingCode.DOCKER_VOLUME_REWRITTEN, message, null, path);
    }

    private static void reportDriver(DockerVolumeConfiguration docker, boolean local, Declared declared) {
        if (!local) {
            declared.find(
                    FindingCode.DOCKER_VOLUME_DRIVER,
                    "volumes of driver " + docker.driver() + " are not reached; "
                            + (docker.scope() == Scope.SHARED
                                    ? "the storage class provides one"
                                    : "emptyDir is written"),
                    "copy the data, or look for a CSI driver of the same storage",
                    DOCKER,
                    DRIVER);
        }
        boolean sized = docker.scope() == Scope.SHARED && DockerClaims.size(docker) != Claims.SOME_SIZE;
        for (String key : docker.driverOpts().keySet()) {
            if (sized && key.equals("size")) {
                rewritten("the size is written as the claim's", declared, DRIVER_OPTS, key);
            } else {
                declared.find(
                        FindingCode.DOCKER_VOLUME_OPTION,
                        "driver option " + key + " has no counterpart here",
                        null,
                        DOCKER,
                        DRIVER_OPTS,
                        key);
            }
        }
    }

    /** ECS uses autoprovision for shared volumes only; an emptyDir or a network mount has no labels. */
    private static void reportUnusedInTask(DockerVolumeConfiguration docker, Declared declared) {
        if (Boolean.TRUE.equals(docker.autoprovision())) {
            rewritten("there is nothing to provision", declared, "autoprovision");
        }
        if (!docker.labels().isEmpty()) {
            declared.find(
                    FindingCode.VOLUME_LABEL,
                    "volumes of a pod have no labels; these are not written",
                    null,
                    DOCKER,
                    DockerClaims.LABELS);
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<Volume> volumes = context.pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            DockerVolumeConfiguration docker = configuration(volumes.get(i), i, context);
            String name = PodVolumes.ecsName(volumes.get(i), context);
            if (docker != null && !isThere(name, context)) {
                context.addVolume(
                        i,
                        software.amazon.awssdk.services.ecs.model.Volume.builder()
                                .name(name)
                                .dockerVolumeConfiguration(docker)
                                .build());
            }
        }
    }

    /** Two pod volumes that use one claim become one volume. */
    private static boolean isThere(String name, TaskToEcs context) {
        for (software.amazon.awssdk.services.ecs.model.Volume volume : context.volumes()) {
            if (name.equals(volume.name())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable DockerVolumeConfiguration configuration(Volume volume, int index, TaskToEcs context) {
        PodVolumes.Source source = PodVolumes.source(volume, context);
        if (source == PodVolumes.Source.NFS) {
            return nfs(volume, context);
        } else if (source == PodVolumes.Source.CLAIM) {
            return shared(volume, index, context);
        } else if (source == PodVolumes.Source.MEMORY) {
            return memory(volume, context);
        }
        return null;
    }

    private static DockerVolumeConfiguration nfs(Volume volume, TaskToEcs context) {
        PersistentVolumeSpec spec = PodVolumes.persistentVolumeSpec(volume, context);
        NFSVolumeSource nfs = spec == null ? volume.getNfs() : spec.getNfs();
        List<String> options = spec == null ? List.of() : spec.getMountOptions();
        LocatedObject located = spec == null ? null : Claims.locatedVolume(volume, context);
        for (int i = 0; spec == null && i < context.pod().getVolumes().size(); i++) {
            if (volume == context.pod().getVolumes().get(i)) {
                // It comes back as a volume that a claim leads to.
                context.at("spec", "volumes", i, "nfs").resolved();
            }
        }
        if (located != null && context.launchType() == LaunchType.FARGATE) {
            // Fargate mounts none, which is said of the pod's volume.
            context.all().at(located.node(), "spec").resolved();
        }
        return DockerVolumeConfiguration.builder()
                .driver(LOCAL)
                .driverOpts(DriverOptions.nfs(nfs.getServer(), nfs.getPath(), options)
                        .driverOpts())
                .build();
    }

    private static DockerVolumeConfiguration memory(Volume volume, TaskToEcs context) {
        return DockerVolumeConfiguration.builder()
                .driver(LOCAL)
                .driverOpts(DriverOptions.memory(MemoryVolumes.sizeMiB(volume, context))
                        .driverOpts())
                .build();
    }

    private static DockerVolumeConfiguration shared(Volume volume, int index, TaskToEcs context) {
        PersistentVolumeClaim claim = Claims.claimOf(volume, context);
        String name = volume.getPersistentVolumeClaim().getClaimName();
        DockerVolumeConfiguration.Builder docker =
                DockerVolumeConfiguration.builder().scope(Scope.SHARED).autoprovision(true);
        if (claim != null
                && claim.getMetadata().getLabels() != null
                && !claim.getMetadata().getLabels().isEmpty()) {
            docker.labels(claim.getMetadata().getLabels());
        }
        return docker.build();
    }
}
