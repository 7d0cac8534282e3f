package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodOS;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;

/**
 * Declares that a Pod is for Windows, which lets the cluster check it as one, unless it has a field that the API then
 * refuses: a task definition may carry Linux settings that ECS ignores on Windows
 * (https://kubernetes.io/docs/concepts/windows/intro/#compatibility-v1-pod-spec).
 */
final class WindowsPods {
    private WindowsPods() {}

    static void declare(PodSpec pod) {
        if (isAccepted(pod)) {
            PodOS os = new PodOS();
            os.setName("windows");
            pod.setOs(os);
        }
    }

    private static boolean isAccepted(PodSpec pod) {
        return pod.getHostPID() == null
                && pod.getHostIPC() == null
                && pod.getShareProcessNamespace() == null
                && pod.getResources() == null
                && isAccepted(pod.getSecurityContext())
                && areAccepted(pod.getInitContainers())
                && areAccepted(pod.getContainers());
    }

    private static boolean isAccepted(PodSecurityContext context) {
        return context == null
                || (context.getAppArmorProfile() == null
                        && context.getSeLinuxOptions() == null
                        && context.getSeccompProfile() == null
                        && context.getFsGroup() == null
                        && context.getRunAsUser() == null
                        && context.getRunAsGroup() == null
                        && context.getSupplementalGroups().isEmpty()
                        && context.getSysctls().isEmpty());
    }

    private static boolean areAccepted(List<Container> containers) {
        for (Container container : containers) {
            SecurityContext context = container.getSecurityContext();
            if (context != null
                    && (context.getAppArmorProfile() != null
                            || context.getSeLinuxOptions() != null
                            || context.getSeccompProfile() != null
                            || context.getCapabilities() != null
                            || context.getReadOnlyRootFilesystem() != null
                            || context.getPrivileged() != null
                            || context.getAllowPrivilegeEscalation() != null
                            || context.getRunAsUser() != null
                            || context.getRunAsGroup() != null)) {
                return false;
            }
        }
        return true;
    }
}
