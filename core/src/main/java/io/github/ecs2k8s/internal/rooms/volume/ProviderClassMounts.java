package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mounts of the Secrets Store driver that nothing was written for: those that are there so that a Secret exists, and those
 * whose files are not known
 * (https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret).
 */
final class ProviderClassMounts {

    private ProviderClassMounts() {}

    /** The SecretProviderClass that a volume names, null when it is no volume of the driver. */
    static @Nullable String className(Volume volume) {
        Map<String, String> attributes =
                volume.getCsi() == null ? null : volume.getCsi().getVolumeAttributes();
        return attributes == null ? null : attributes.get("secretProviderClass");
    }

    /** Says that no files are where a container mounts a volume of the driver. */
    static void say(Volume volume, VolumeMount mount, int index, ContainerToEcs container) {
        String name = className(volume);
        LocatedObject located = container.pod().lookUp("SecretProviderClass", name);
        if (located == null) {
            container.pod().resolveVolume(mount.getName());
            container
                    .at("volumeMounts", index)
                    .report(
                            FindingCode.VOLUME_WITHOUT_FORM,
                            "nothing is mounted at " + mount.getMountPath() + ": SecretProviderClass " + name
                                    + " is not in the input",
                            "give it as a further input");
            return;
        }
        container.pod().use(located.object());
        boolean made = located.object().getMetadata().getAnnotations() != null
                && located.object().getMetadata().getAnnotations().containsKey("ecs2k8s.io/source");
        boolean synchronised =
                !Members.items(located.node(), "spec", "secretObjects").isEmpty();
        if (synchronised && !made) {
            container.pod().resolveVolume(mount.getName());
            container
                    .at("volumeMounts", index)
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "ECS reads the keys of its Secret itself; no files are at " + mount.getMountPath(),
                            "take secretObjects out where the program reads the files");
        } else if (!synchronised) {
            container.pod().resolveVolume(mount.getName());
            container
                    .at("volumeMounts", index)
                    .report(
                            FindingCode.VOLUME_WITHOUT_FORM,
                            "nothing is mounted at " + mount.getMountPath() + ": ECS reads secrets of AWS only, not of "
                                    + Members.text(located.node(), "spec", "provider"),
                            "copy them to Secrets Manager");
        }
    }
}
