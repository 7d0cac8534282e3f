package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * As whom the pods of the input write to a claim; null for what they do not say or do not agree on.
 *
 * @param uid the user
 * @param gid the group that owns the files: {@code fsGroup}, otherwise the user's group
 */
record ClaimUsers(@Nullable Long uid, @Nullable Long gid) {

    /** The users of a claim over all workloads of its namespace, so that their order does not matter. */
    static ClaimUsers of(String claim, TaskToEcs context) {
        TreeSet<Long> uids = new TreeSet<>();
        TreeSet<Long> gids = new TreeSet<>();
        for (LocatedObject located : context.all().manifests().all()) {
            boolean near = Objects.equals(
                    context.namespace(), located.object().getMetadata().getNamespace());
            if (near && PodTemplates.isWorkload(located.object())) {
                PodSpec pod = PodTemplates.of(located.object()).getSpec();
                for (Volume volume : pod.getVolumes()) {
                    if (volume.getPersistentVolumeClaim() != null
                            && claim.equals(volume.getPersistentVolumeClaim().getClaimName())) {
                        collect(volume.getName(), pod, uids, gids);
                    }
                }
            }
        }
        return new ClaimUsers(uids.size() == 1 ? uids.first() : null, gids.size() == 1 ? gids.first() : null);
    }

    private static void collect(String volume, PodSpec pod, TreeSet<Long> uids, TreeSet<Long> gids) {
        PodSecurityContext common = pod.getSecurityContext();
        for (Container container : pod.getContainers()) {
            boolean mounts = false;
            for (VolumeMount mount : container.getVolumeMounts()) {
                mounts |= volume.equals(mount.getName());
            }
            if (!mounts) {
                continue;
            }
            var own = container.getSecurityContext();
            Long uid = own != null && own.getRunAsUser() != null
                    ? own.getRunAsUser()
                    : common == null ? null : common.getRunAsUser();
            Long group = own != null && own.getRunAsGroup() != null
                    ? own.getRunAsGroup()
                    : common == null ? null : common.getRunAsGroup();
            Long gid = common != null && common.getFsGroup() != null ? common.getFsGroup() : group;
            if (uid != null) {
                uids.add(uid);
            }
            if (gid != null) {
                gids.add(gid);
            }
        }
    }
}
