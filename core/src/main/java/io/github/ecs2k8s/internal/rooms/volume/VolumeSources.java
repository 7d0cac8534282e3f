package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.VolumeFrom;

/**
 * What {@code volumesFrom} gives a container: the other's own mounts, and what that one has from others in turn.
 *
 * @param problem why there is nothing to give, null when all is well
 */
record VolumeSources(List<RequestedMount> mounts, @Nullable String problem) {
    private static final String VOLUMES_FROM = "volumesFrom";

    /**
     * Copies what a container's {@code volumesFrom} give it.
     *
     * @param own every container's own mounts, in the order of the task definition
     */
    static void copy(ContainerToKubernetes container, List<List<VolumeMount>> own) {
        List<VolumeFrom> entries = container.definition().volumesFrom();
        List<VolumeSources> sources = new ArrayList<>();
        for (VolumeFrom entry : entries) {
            sources.add(VolumeSources.of(container, entry, own));
        }
        for (int i = 0; i < entries.size(); i++) {
            VolumeSources source = sources.get(i);
            String name = entries.get(i).sourceContainer();
            if (name == null) {
                container.at(VOLUMES_FROM, i).report(FindingCode.EMPTY_ENTRY, "the entry names no container");
            } else if (source.problem() != null) {
                container.at(VOLUMES_FROM, i).report(FindingCode.VOLUMES_FROM_INVALID, source.problem());
            } else if (source.mounts().isEmpty()) {
                container
                        .at(VOLUMES_FROM, i)
                        .report(
                                FindingCode.IMAGE_VOLUMES,
                                name + " has no mount points; volumes its image declares are not seen here",
                                "declare a volume, and let an init container of that image copy the files into it");
            } else {
                copy(name, sources, i, container);
            }
        }
    }

    /** Copies what one entry gives; as in Docker, the container's own mounts win without a word, then later entries. */
    private static void copy(String name, List<VolumeSources> sources, int index, ContainerToKubernetes container) {
        List<String> copied = new ArrayList<>();
        for (RequestedMount mount : sources.get(index).mounts()) {
            boolean later = false;
            for (VolumeSources other : sources.subList(index + 1, sources.size())) {
                later |= other.has(mount.place());
            }
            if (!later && Mounts.at(mount.place(), container) == null) {
                Mounts.add(mount, container, VOLUMES_FROM, index);
                copied.add(mount.path());
            }
        }
        container
                .at(VOLUMES_FROM, index)
                .report(
                        FindingCode.VOLUMES_FROM_COPIED,
                        copied.isEmpty()
                                ? "nothing to copy: other mounts take every place of " + name
                                : "the mounts of " + name + " are written out: " + String.join(", ", copied));
    }

    /**
     * Follows one entry.
     *
     * @param own every container's own mounts, in the order of the task definition
     */
    private static VolumeSources of(ContainerToKubernetes container, VolumeFrom source, List<List<VolumeMount>> own) {
        if (source.sourceContainer() == null) {
            return new VolumeSources(List.of(), null);
        }
        Walk walk = new Walk(container.task().containers(), own);
        walk.path.add(container.index());
        walk.follow(source, false);
        return new VolumeSources(List.copyOf(walk.found), walk.problem);
    }

    /** Whether there is a mount at a place. */
    boolean has(String place) {
        for (RequestedMount mount : mounts) {
            if (mount.place().equals(place)) {
                return true;
            }
        }
        return false;
    }

    private static final class Walk {
        private final List<ContainerToKubernetes> containers;
        private final List<List<VolumeMount>> own;
        private final Set<Integer> path = new HashSet<>();
        private final Set<Integer> seen = new HashSet<>();
        private final Set<String> places = new HashSet<>();
        private final List<RequestedMount> found = new ArrayList<>();
        private @Nullable String problem;

        private Walk(List<ContainerToKubernetes> containers, List<List<VolumeMount>> own) {
            this.containers = containers;
            this.own = own;
        }

        private void follow(VolumeFrom source, boolean readOnlyAbove) {
            int index = index(source.sourceContainer());
            if (index < 0) {
                problem = "the task has no container \"" + source.sourceContainer() + "\" to take volumes from";
                return;
            }
            if (!path.add(index)) {
                problem = "volumesFrom leads from " + containers.get(index).name() + " back to itself";
                return;
            }
            boolean readOnly = readOnlyAbove || Boolean.TRUE.equals(source.readOnly());
            if (!seen.add(index)) {
                // What a container gives, it gives once: its places are taken, by whichever way came first.
                path.remove(index);
                return;
            }
            for (VolumeMount mount : own.get(index)) {
                RequestedMount wish = new RequestedMount(
                        mount.getName(), mount.getMountPath(), readOnly || Boolean.TRUE.equals(mount.getReadOnly()));
                if (places.add(wish.place())) {
                    found.add(wish);
                }
            }
            // From the last to the first, because the later entry wins.
            List<VolumeFrom> further = containers.get(index).definition().volumesFrom();
            for (int i = further.size() - 1; i >= 0 && problem == null; i--) {
                if (further.get(i).sourceContainer() != null) {
                    follow(further.get(i), readOnly);
                }
            }
            path.remove(index);
        }

        private int index(String name) {
            for (ContainerToKubernetes container : containers) {
                if (name.equals(container.definition().name())) {
                    return container.index();
                }
            }
            return -1;
        }
    }
}
