package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.secret.ProviderClassReader;
import io.github.ecs2k8s.internal.rooms.secret.SecretOrigins;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodNodes;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ConfigMaps and Secrets mounted as files → a volume that an init container fills from variables, as the Docker integration
 * for ECS did it. ECS itself mounts nothing of the kind
 * (https://kubernetes.io/docs/concepts/storage/volumes/#configmap).
 */
final class FileVolumes {
    /** A task definition holds 64 KiB in all. */
    private static final int MOST_CHARACTERS = 40_000;

    private final PodDraft draft;
    private final FileWriter writer = new FileWriter();

    private FileVolumes(PodDraft draft) {
        this.draft = draft;
    }

    /** The leaves of volumes of files, and of those that ECS has nothing for. */
    static List<OwnedField> owned() {
        List<OwnedField> owned = new ArrayList<>();
        for (String kind : List.of("configMap", "secret", "projected", "downwardAPI", "csi")) {
            owned.add(OwnedField.nowhere("pod.spec.volumes[]." + kind + ".**"));
        }
        for (String kind : ClaimDetails.FOREIGN) {
            if (!kind.equals("local")) {
                owned.add(OwnedField.nowhere("pod.spec.volumes[]." + kind + ".**"));
            }
        }
        owned.add(OwnedField.nowhere("pod.spec.volumes[].nfs.readOnly", "false"));
        owned.add(OwnedField.nowhere("pod.spec.volumes[].emptyDir.mode"));
        owned.add(OwnedField.nowhere("pod.spec.containers[].volumeMounts[].bindMountOptions[]"));
        owned.add(OwnedField.nowhere("pod.spec.volumes[].gitRepo.**"));
        owned.add(OwnedField.nowhere("pod.spec.volumes[].image.**"));
        return owned;
    }

    /**
     * Fills what can be filled; other volumes stay what they are, and their room says so. The init container is one of
     * Linux, which no Windows task runs.
     */
    static void fill(PodDraft draft) {
        if (!PodNodes.mustBeWindows(draft.pod())) {
            new FileVolumes(draft).fill();
        }
    }

    private void fill() {
        int first = -1;
        for (int i = 0; i < draft.pod().getVolumes().size(); i++) {
            Volume volume = draft.pod().getVolumes().get(i);
            if ((isOfFiles(volume) || mountedClass(volume) != null)
                    && isMountedWhole(volume.getName())
                    && fill(volume, i)) {
                first = first < 0 ? i : first;
            }
        }
        if (!writer.isEmpty()) {
            draft.addInitContainer(
                    writer.container(draft.pod(), draft.freeName(FileWriter.NAME)), draft.at("spec", "volumes", first));
        }
    }

    /** Whether a volume holds the keys of ConfigMaps or Secrets as files. */
    static boolean isOfFiles(Volume volume) {
        return volume.getConfigMap() != null || volume.getSecret() != null || volume.getProjected() != null;
    }

    /** The SecretProviderClass whose objects are files of a volume; null when it is not known, or is there for a Secret. */
    private @Nullable String mountedClass(Volume volume) {
        String name = ProviderClassMounts.className(volume);
        LocatedObject located = draft.lookUp("SecretProviderClass", name);
        return located != null && ProviderClassReader.files(located, draft.context()) != null ? name : null;
    }

    /** A single file of a volume cannot be mounted in ECS, and the log router gets its configuration otherwise. */
    private boolean isMountedWhole(String volume) {
        List<Container> all = new ArrayList<>(draft.pod().getInitContainers());
        all.addAll(draft.pod().getContainers());
        for (Container container : all) {
            for (VolumeMount mount : container.getVolumeMounts()) {
                if (volume.equals(mount.getName())
                        && mount.getSubPath() == null
                        && mount.getSubPathExpr() == null
                        && !Mounts.isRouterConfiguration(mount)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fill(Volume volume, int index) {
        Map<String, FileWriter.File> files = new LinkedHashMap<>();
        if (!collect(volume, files)) {
            return false;
        }
        int characters = writer.characters();
        for (FileWriter.File file : files.values()) {
            characters += file.characters();
        }
        if (characters > MOST_CHARACTERS) {
            return false;
        }
        draft.at("spec", "volumes", index)
                .report(
                        FindingCode.FILES_WRITTEN_AT_START,
                        "an init container writes " + (files.isEmpty() ? "nothing" : String.join(", ", files.keySet()))
                                + " to " + volume.getName() + " from variables when a task starts",
                        "bring large files, and those that change often, with the image or from S3");
        Volume directory = new Volume();
        directory.setName(volume.getName());
        directory.setEmptyDir(new EmptyDirVolumeSource());
        draft.edit().getVolumes().set(index, directory);
        draft.filled(volume.getName());
        files.forEach((path, file) -> writer.add(volume.getName(), path, file));
        return !files.isEmpty();
    }

    /** Whether the input holds everything that is to be in the volume. */
    private boolean collect(Volume volume, Map<String, FileWriter.File> files) {
        if (volume.getConfigMap() != null) {
            ConfigMapVolumeSource source = volume.getConfigMap();
            boolean optional = Boolean.TRUE.equals(source.getOptional());
            return configMap(source.getName(), source.getItems(), source.getDefaultMode(), optional, files);
        } else if (volume.getSecret() != null) {
            SecretVolumeSource source = volume.getSecret();
            boolean optional = Boolean.TRUE.equals(source.getOptional());
            return secret(source.getSecretName(), source.getItems(), source.getDefaultMode(), optional, files);
        }
        String mounted = mountedClass(volume);
        if (mounted != null) {
            return secret(SecretOrigins.MOUNTED + mounted, List.of(), null, false, files);
        }
        Integer mode = volume.getProjected().getDefaultMode();
        for (VolumeProjection part : volume.getProjected().getSources()) {
            boolean known = false;
            if (part.getConfigMap() != null) {
                boolean optional = Boolean.TRUE.equals(part.getConfigMap().getOptional());
                known = configMap(
                        part.getConfigMap().getName(), part.getConfigMap().getItems(), mode, optional, files);
            } else if (part.getSecret() != null) {
                boolean optional = Boolean.TRUE.equals(part.getSecret().getOptional());
                known = secret(part.getSecret().getName(), part.getSecret().getItems(), mode, optional, files);
            }
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private boolean configMap(
            @Nullable String name,
            List<KeyToPath> items,
            @Nullable Integer mode,
            boolean optional,
            Map<String, FileWriter.File> files) {
        LocatedObject found = draft.lookUp("ConfigMap", name);
        if (found == null || !(found.object() instanceof ConfigMap map)) {
            return optional;
        }
        Map<String, String> data = map.getData() == null ? Map.of() : map.getData();
        Map<String, String> binary = map.getBinaryData() == null ? Map.of() : map.getBinaryData();
        List<String> keys = new ArrayList<>(data.keySet());
        keys.addAll(binary.keySet());
        draft.all().use(found);
        for (Map.Entry<String, KeyToPath> path : paths(items, keys).entrySet()) {
            String key = path.getValue().getKey();
            String text = data.containsKey(key) ? data.get(key) : binary.get(key);
            if (text == null) {
                return false;
            }
            draft.use(map, key);
            Integer own =
                    path.getValue().getMode() == null ? mode : path.getValue().getMode();
            files.put(path.getKey(), FileWriter.File.of(text, !data.containsKey(key), own));
        }
        return true;
    }

    private boolean secret(
            @Nullable String name,
            List<KeyToPath> items,
            @Nullable Integer mode,
            boolean optional,
            Map<String, FileWriter.File> files) {
        List<String> keys = name == null
                ? List.of()
                : SecretOrigins.of(name, draft.context()).keys();
        if (name == null || keys.isEmpty() && items.isEmpty()) {
            return optional;
        }
        for (Map.Entry<String, KeyToPath> path : paths(items, keys).entrySet()) {
            Integer own =
                    path.getValue().getMode() == null ? mode : path.getValue().getMode();
            files.put(
                    path.getKey(),
                    FileWriter.File.ofSecret(name, path.getValue().getKey(), own));
        }
        return true;
    }

    /** File by path: the items that are listed, otherwise every key under its own name. */
    private static Map<String, KeyToPath> paths(List<KeyToPath> items, List<String> keys) {
        Map<String, KeyToPath> paths = new LinkedHashMap<>();
        for (KeyToPath item : items) {
            if (item.getPath() != null && item.getKey() != null) {
                paths.put(item.getPath(), item);
            }
        }
        if (items.isEmpty()) {
            for (String key : keys.stream().sorted().toList()) {
                KeyToPath own = new KeyToPath();
                own.setKey(key);
                paths.put(key, own);
            }
        }
        return paths;
    }
}
