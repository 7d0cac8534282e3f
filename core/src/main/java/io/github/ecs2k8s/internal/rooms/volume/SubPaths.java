package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mounts of a directory of a volume ({@code subPath}) → mounts of a volume that is this directory: ECS mounts whole volumes
 * only. A directory of an {@code emptyDir} is as good as an {@code emptyDir} of its own, unless somebody mounts the whole; one
 * of a path or of a file system is its longer path. What an EBS volume holds cannot be told apart
 * (https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath).
 */
final class SubPaths {
    private final PodDraft draft;
    private final Set<String> names = new HashSet<>();

    private SubPaths(PodDraft draft) {
        this.draft = draft;
        for (Volume volume : draft.pod().getVolumes()) {
            names.add(volume.getName());
        }
    }

    /** Gives directories that can stand alone a volume each. */
    static void separate(PodDraft draft) {
        if (hasSubPaths(draft)) {
            SubPaths all = new SubPaths(draft);
            int volumes = draft.pod().getVolumes().size();
            for (int i = 0; i < volumes; i++) {
                all.separate(draft.pod().getVolumes().get(i), i);
            }
        }
    }

    private static boolean hasSubPaths(PodDraft draft) {
        for (Container container : containers(draft)) {
            for (VolumeMount mount : container.getVolumeMounts()) {
                if (directory(mount) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private void separate(Volume volume, int index) {
        PodVolumes.Source source = PodVolumes.source(volume, draft.context());
        Map<String, String> directories = new LinkedHashMap<>();
        boolean whole = false;
        for (Container container : containers(draft)) {
            for (VolumeMount mount : container.getVolumeMounts()) {
                if (!volume.getName().equals(mount.getName())) {
                    continue;
                }
                String directory = directory(mount);
                if (directory != null && standsAlone(volume, source, directory, mount)) {
                    directories.putIfAbsent(directory, "");
                } else {
                    whole = true;
                }
            }
        }
        boolean made = source == PodVolumes.Source.EMPTY || source == PodVolumes.Source.MEMORY;
        if (directories.isEmpty() || made && (whole || areNested(directories.keySet()))) {
            return;
        }
        boolean keeps = made && directories.size() == 1;
        boolean first = !whole;
        for (Map.Entry<String, String> directory : directories.entrySet()) {
            directory.setValue(keeps ? volume.getName() : freeName(volume.getName(), directory.getKey()));
            Volume own = narrowed(volume, directory.getKey(), directory.getValue(), made);
            if (first) {
                draft.edit().getVolumes().set(index, own);
                if (!own.getName().equals(volume.getName())) {
                    draft.at("spec", "volumes", index, "name").resolved();
                }
            } else {
                draft.addPartOfVolume(own, index);
            }
            if (!made && volume.getPersistentVolumeClaim() != null) {
                draft.narrow(directory.getValue(), directory.getKey());
            }
            first = false;
        }
        rename(volume.getName(), directories);
    }

    /** Whether the directory can be a volume of its own. */
    private boolean standsAlone(Volume volume, PodVolumes.Source source, String directory, VolumeMount mount) {
        boolean fixed = mount.getSubPathExpr() == null || mount.getSubPathExpr().isEmpty();
        return switch (source) {
            case EMPTY, MEMORY -> true;
            case HOST_PATH -> fixed && volume.getHostPath() != null;
            case NFS -> fixed && volume.getNfs() != null;
            case DIRECTORY -> fixed && ClaimDirectories.holds(volume, directory, draft.context());
            default -> false;
        };
    }

    private static boolean areNested(Set<String> directories) {
        for (String outer : directories) {
            for (String inner : directories) {
                if (inner.startsWith(outer + "/")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Volume narrowed(Volume volume, String directory, String name, boolean made) {
        Volume own = new VolumeBuilder(volume).build();
        own.setName(name);
        if (!made && own.getHostPath() != null) {
            own.getHostPath().setPath(below(own.getHostPath().getPath(), directory));
        } else if (!made && own.getNfs() != null) {
            own.getNfs().setPath(below(own.getNfs().getPath(), directory));
        }
        return own;
    }

    /** The path of a directory below another. */
    static String below(@Nullable String path, String directory) {
        return (path == null ? "" : path.endsWith("/") ? path : path + "/") + directory;
    }

    private String freeName(String volume, String directory) {
        String wanted = Names.dnsLabel(volume + "-" + directory);
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private void rename(String volume, Map<String, String> directories) {
        draft.edit();
        for (ContainerToEcs container : draft.context().containers()) {
            List<VolumeMount> mounts = container.container().getVolumeMounts();
            for (int i = 0; i < mounts.size(); i++) {
                VolumeMount mount = mounts.get(i);
                String directory = volume.equals(mount.getName()) ? directory(mount) : null;
                String own = directory == null ? null : directories.get(directory);
                if (own != null) {
                    boolean fixed =
                            mount.getSubPath() != null && !mount.getSubPath().isEmpty();
                    container
                            .at("volumeMounts", i, fixed ? "subPath" : "subPathExpr")
                            .report(
                                    FindingCode.SAME_IN_ANOTHER_PLACE,
                                    own.equals(volume)
                                            ? "nothing else is in " + volume + "; it is mounted as a whole"
                                            : "directory " + directory + " of " + volume + " is volume " + own);
                    if (!own.equals(volume)) {
                        container.at("volumeMounts", i, "name").resolved();
                    }
                    mount.setName(own);
                    mount.setSubPath(null);
                    mount.setSubPathExpr(null);
                }
            }
        }
    }

    /** The directory that a mount asks for, without slashes around it; null when it mounts the whole volume. */
    private static @Nullable String directory(VolumeMount mount) {
        boolean fixed = mount.getSubPath() != null && !mount.getSubPath().isEmpty();
        String path = fixed ? mount.getSubPath() : mount.getSubPathExpr();
        int start = 0;
        int end = path == null ? 0 : path.length();
        while (start < end && (path.charAt(start) == '/' || path.startsWith("./", start))) {
            start += path.charAt(start) == '/' ? 1 : 2;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == start || path.startsWith(".", start) && end - start == 1 ? null : path.substring(start, end);
    }

    private static List<Container> containers(PodDraft draft) {
        List<Container> all = new ArrayList<>(draft.pod().getInitContainers());
        all.addAll(draft.pod().getContainers());
        return all;
    }
}
