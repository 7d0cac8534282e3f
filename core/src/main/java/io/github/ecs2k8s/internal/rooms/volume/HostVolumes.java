package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.volume.DeclaredVolumes.Declared;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodNodes;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.HostVolumeProperties;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS host volume ⇄ Kubernetes hostPath; without a source path ⇄ emptyDir.
 *
 * <p>The hostPath has no type: like Docker, the container runtimes then create a missing directory, and sockets and files
 * can be mounted too. Also answers for what every volume has: its name, and that it has one configuration
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html,
 * https://kubernetes.io/docs/concepts/storage/volumes/#hostpath).
 */
public final class HostVolumes implements TaskCorrespondence {
    private static final String SOURCE_PATH = "sourcePath";

    // Paths that exist because an instance runs Docker and the ECS agent, with or without /run in front of them.
    private static final List<String> INSTANCE_PATHS = List.of(
            "/var/run/docker",
            "/run/docker",
            "/var/lib/docker",
            "/etc/docker",
            "/etc/ecs",
            "/var/lib/ecs",
            "/var/log/ecs",
            "/var/cache/ecs",
            "/cgroup");

    @Override
    public Term term() {
        return Term.HOST_VOLUME;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("volumes[].name", "pod.spec.volumes[].name"),
                OwnedField.to("volumes[].host.sourcePath", "pod.spec.volumes[].hostPath.path"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("pod.spec.volumes[].name", "volumes[].name"),
                OwnedField.to("pod.spec.volumes[].hostPath.path", "volumes[].host.sourcePath"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        checkEvery(from, context);
        for (Declared declared : DeclaredVolumes.of(VolumeKind.HOST, context)) {
            HostVolumeProperties host = declared.volume().host();
            Volume volume = declared.podVolume();
            if (host == null || host.sourcePath() == null) {
                volume.setEmptyDir(new EmptyDirVolumeSource());
            } else {
                volume.setHostPath(new HostPathVolumeSource(host.sourcePath(), null));
                checkPath(host.sourcePath(), declared);
                if (context.facts().fargate()) {
                    declared.find(
                            FindingCode.FARGATE_LIMIT,
                            "Fargate has no host whose " + host.sourcePath() + " could be mounted",
                            null,
                            "host",
                            SOURCE_PATH);
                }
            }
            context.addVolume(volume);
        }
    }

    private static void checkEvery(TaskDefinition task, TaskToKubernetes context) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < task.volumes().size(); i++) {
            software.amazon.awssdk.services.ecs.model.Volume volume =
                    task.volumes().get(i);
            VolumeKind kind = VolumeKind.of(volume);
            if (volume.name() == null) {
                context.at("volumes", i)
                        .report(
                                kind.isSaid(volume) ? FindingCode.INVALID_VALUE : FindingCode.EMPTY_ENTRY,
                                "the volume has no name; it is not written");
                continue;
            }
            String name = context.facts().volumeName(volume.name());
            if (!names.add(volume.name())) {
                context.at("volumes", i)
                        .report(
                                FindingCode.INVALID_VALUE,
                                "volume \"" + volume.name() + "\" is declared twice; the first is written");
            } else if (name != null && !name.equals(volume.name())) {
                context.at("volumes", i, "name")
                        .report(FindingCode.NAME_ADJUSTED, "volume \"" + volume.name() + "\" is written " + name);
            }
            checkOneConfiguration(volume, kind, i, context);
        }
    }

    private static void checkOneConfiguration(
            software.amazon.awssdk.services.ecs.model.Volume volume,
            VolumeKind kind,
            int index,
            TaskToKubernetes context) {
        for (VolumeKind other : VolumeKind.values()) {
            if (other != kind && other.isSaid(volume)) {
                context.at("volumes", index, other.member())
                        .report(
                                FindingCode.INVALID_VALUE,
                                "a volume has one configuration; " + kind.member() + " is written",
                                "leave out all but one");
            }
        }
    }

    private static void checkPath(String path, Declared declared) {
        boolean backstep = hasBackstep(path);
        if (backstep || !path.startsWith("/") && !WindowsPaths.isAbsolute(path)) {
            declared.find(
                    FindingCode.INVALID_VALUE,
                    "a Pod cannot mount the host path " + path + ": it "
                            + (backstep ? "must not hold \"..\"" : "is not absolute"),
                    backstep ? null : "a bare name is a Docker volume: say so with dockerVolumeConfiguration",
                    "host",
                    SOURCE_PATH);
        }
        for (String known : INSTANCE_PATHS) {
            if (path.equals(known) || path.startsWith(known + "/") || path.startsWith(known + ".")) {
                declared.find(
                        FindingCode.INSTANCE_PATH,
                        "nodes run containerd and no ECS agent: " + path + " is missing or empty there",
                        "look for what the container wants in /run/containerd, /var/log/pods or the Kubernetes API",
                        "host",
                        SOURCE_PATH);
                return;
            }
        }
    }

    private static boolean hasBackstep(String path) {
        return ("/" + path.replace('\\', '/') + "/").contains("/../");
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<Volume> volumes = context.pod().getVolumes();
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            PodVolumes.Source source = PodVolumes.source(volume, context);
            if (volume.getPersistentVolumeClaim() != null && source != PodVolumes.Source.DIRECTORY) {
                ClaimDetails.say(volume, context);
            }
            if (source == PodVolumes.Source.HOST_PATH) {
                PersistentVolumeSpec spec = PodVolumes.persistentVolumeSpec(volume, context);
                HostPathVolumeSource path = spec == null ? volume.getHostPath() : spec.getHostPath();
                add(HostVolumeProperties.builder().sourcePath(path.getPath()).build(), volume, i, context);
                checkType(path.getType(), i, context);
            } else if (source == PodVolumes.Source.EMPTY) {
                add(null, volume, i, context);
                checkMedium(volume, i, context);
                checkLimit(volume.getEmptyDir(), i, context);
            } else if (source == PodVolumes.Source.OTHER) {
                sayWithoutForm(volume, i, context);
            }
        }
    }

    private static void add(@Nullable HostVolumeProperties host, Volume volume, int index, TaskToEcs context) {
        context.addVolume(
                index,
                software.amazon.awssdk.services.ecs.model.Volume.builder()
                        .name(volume.getName())
                        .host(host)
                        .build());
    }

    /** What ECS has nothing for; what only lies ready for the log router is made anew by FireLens. */
    private static void sayWithoutForm(Volume volume, int index, TaskToEcs context) {
        boolean router = false;
        boolean whole = false;
        for (ContainerToEcs container : context.containers()) {
            for (VolumeMount mount : container.container().getVolumeMounts()) {
                boolean here = volume.getName().equals(mount.getName());
                router |= here && Mounts.isRouterConfiguration(mount);
                whole |= here && mount.getSubPath() == null && mount.getSubPathExpr() == null;
            }
        }
        if (!router) {
            LocatedObject map = volume.getConfigMap() == null
                    ? null
                    : context.lookUp("ConfigMap", volume.getConfigMap().getName());
            if (map != null && map.object() instanceof ConfigMap present) {
                use(present, volume.getConfigMap().getItems(), context);
            }
            LocatedObject secret = volume.getSecret() == null
                    ? null
                    : context.lookUp("Secret", volume.getSecret().getSecretName());
            if (secret != null) {
                context.use(secret.object());
                context.all().at(secret.node(), "data").resolved();
                context.all().at(secret.node(), "stringData").resolved();
            }
            context.at("spec", "volumes", index)
                    .report(
                            FindingCode.VOLUME_WITHOUT_FORM,
                            "ECS has nothing that holds what is to be in " + volume.getName(),
                            wayOut(
                                    volume,
                                    map != null || secret != null,
                                    whole,
                                    PodNodes.mustBeWindows(context.pod())));
        }
    }

    /** What a volume would have held is not unused. */
    private static void use(ConfigMap map, List<KeyToPath> items, TaskToEcs context) {
        context.use(map);
        for (KeyToPath item : items) {
            context.use(map, item.getKey());
        }
        if (items.isEmpty()) {
            map.getData().keySet().forEach(key -> context.use(map, key));
            map.getBinaryData().keySet().forEach(key -> context.use(map, key));
        }
    }

    /** On Windows ECS mounts neither EFS nor what an init container of Linux writes. */
    private static String wayOut(Volume volume, boolean known, boolean whole, boolean windows) {
        if (windows) {
            return "bring the files with the image, or let the container fetch them at its start";
        }
        if (FileVolumes.isOfFiles(volume) && !whole) {
            return "mount it as a directory: an init container then writes its files";
        }
        return !known && (volume.getConfigMap() != null || volume.getSecret() != null)
                ? "give the ConfigMap or Secret as a further input, bring the files with the image, or keep them on EFS"
                : "bring the files with the image, or keep them on EFS";
    }

    private static void checkMedium(Volume volume, int index, TaskToEcs context) {
        String medium = volume.getEmptyDir().getMedium();
        if (medium != null && !medium.isEmpty()) {
            context.at("spec", "volumes", index, "emptyDir", "medium")
                    .report(
                            FindingCode.FARGATE_REFUSES,
                            MemoryVolumes.isMemory(volume)
                                    ? "Fargate mounts no memory; " + volume.getName()
                                            + " is a directory on the task's disk"
                                    : "ECS has no volumes of " + medium + "; " + volume.getName()
                                            + " is a directory on disk",
                            MemoryVolumes.isMemory(volume) ? "--launch-type ec2 keeps it" : null);
        }
    }

    private static void checkLimit(EmptyDirVolumeSource directory, int index, TaskToEcs context) {
        if (directory.getSizeLimit() != null) {
            context.at("spec", "volumes", index, "emptyDir", "sizeLimit")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS does not limit the size of one volume",
                            "limit the whole task's storage with ephemeralStorage");
        }
    }

    /** Docker creates a missing directory and mounts whatever else is there. */
    private static void checkType(@Nullable String type, int index, TaskToEcs context) {
        // ECS makes directories that are not there, too, so that nothing is to be said.
        context.at("spec", "volumes", index, "hostPath", "type").resolved();
        if (type != null && !type.isEmpty() && !type.equals("DirectoryOrCreate")) {
            context.at("spec", "volumes", index, "hostPath", "type")
                    .report(FindingCode.NO_ECS_COUNTERPART, "ECS does not check that the path is a " + type);
        }
    }
}
