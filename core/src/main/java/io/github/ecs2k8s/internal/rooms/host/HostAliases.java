package io.github.ecs2k8s.internal.rooms.host;

import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pod's additions to its hosts file: one entry per address, because the API merges the list by address
 * (https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/).
 */
final class HostAliases {
    private HostAliases() {}

    /** Adds a name for an address unless it is there. */
    static void add(PodSpec pod, String ip, String hostname) {
        List<String> names = names(pod, ip);
        if (!names.contains(hostname)) {
            names.add(hostname);
        }
    }

    private static List<String> names(PodSpec pod, String ip) {
        for (HostAlias alias : pod.getHostAliases()) {
            if (ip.equals(alias.getIp())) {
                return alias.getHostnames();
            }
        }
        HostAlias alias = new HostAlias();
        alias.setIp(ip);
        alias.setHostnames(new ArrayList<>());
        pod.getHostAliases().add(alias);
        return alias.getHostnames();
    }

    /** The first address other than this one that a name already stands for, null when there is none. */
    static @Nullable String otherAddress(PodSpec pod, String ip, String hostname) {
        for (HostAlias alias : pod.getHostAliases()) {
            if (!ip.equals(alias.getIp()) && alias.getHostnames().contains(hostname)) {
                return alias.getIp();
            }
        }
        return null;
    }

    /**
     * Whether an alias goes back as an extra host. A name for localhost does not when other containers share it: ECS
     * takes extra hosts only in modes in which containers have a localhost each.
     */
    static boolean isExtraHost(HostAlias alias, PodSpec pod) {
        return pod.getContainers().size() + pod.getInitContainers().size() == 1
                || !(alias.getIp().startsWith("127.") || alias.getIp().equals("::1"));
    }

    /** The form of a host name that the API accepts, null when there is none: case doesn't matter to a resolver. */
    static @Nullable String validName(String hostname) {
        String lower = hostname.toLowerCase(Locale.ROOT);
        return Names.isDnsSubdomain(lower) ? lower : null;
    }
}
