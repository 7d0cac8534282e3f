package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/** Adds mounts to a container, each place once: the API server refuses a second one, and so does Docker. */
final class Mounts {

    private Mounts() {}

    /**
     * Adds a mount unless something is mounted there already.
     *
     * @param source the path below the container definition of what asked for it, for the finding
     * @return the mount, null when the place was taken
     */
    static @Nullable VolumeMount add(RequestedMount wish, ContainerToKubernetes context, Object... source) {
        VolumeMount present = at(wish.place(), context);
        if (present != null) {
            context.at(source)
                    .report(
                            FindingCode.DUPLICATE_MOUNT,
                            present.getName() + " is mounted at " + present.getMountPath()
                                    + " already; this one is not written");
            return null;
        }
        VolumeMount mount = new VolumeMount();
        mount.setName(wish.volume());
        mount.setMountPath(wish.path());
        mount.setReadOnly(wish.readOnly() ? Boolean.TRUE : null);
        context.container().getVolumeMounts().add(mount);
        return mount;
    }

    /** What is mounted at a place, null when nothing is. */
    static @Nullable VolumeMount at(String place, ContainerToKubernetes context) {
        for (VolumeMount mount : context.container().getVolumeMounts()) {
            if (new RequestedMount(mount.getName(), mount.getMountPath(), false)
                    .place()
                    .equals(place)) {
                return mount;
            }
        }
        return null;
    }

    /** The file that FireLens makes anew for its log router. */
    static boolean isRouterConfiguration(VolumeMount mount) {
        return "/fluent-bit/etc/fluent-bit.conf".equals(mount.getMountPath())
                || "/fluentd/etc/fluent.conf".equals(mount.getMountPath());
    }
}
