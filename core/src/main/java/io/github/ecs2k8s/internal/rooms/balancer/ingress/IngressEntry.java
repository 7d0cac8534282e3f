package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One path of an Ingress with what is done there.
 *
 * @param host null for every host
 * @param pathType {@code Exact}, {@code Prefix} or {@code ImplementationSpecific}
 * @param path null for every path
 * @param secure whether there is a certificate for its host
 * @param redirected whether the same by HTTP is sent on to HTTPS
 */
record IngressEntry(
        @Nullable String host,
        String pathType,
        @Nullable String path,
        Route route,
        boolean secure,
        boolean redirected) {

    /**
     * The entries in the order in which an ingress controller prefers them: a name before a wildcard before every host,
     * then the exact path, then the longest
     * (https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches).
     */
    static List<IngressEntry> preferred(List<IngressEntry> entries) {
        List<String> hosts = new ArrayList<>();
        for (IngressEntry entry : entries) {
            String host = entry.host == null ? "" : entry.host;
            if (!hosts.contains(host)) {
                hosts.add(host);
            }
        }
        List<IngressEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(IngressEntry::hostRank)
                .thenComparingInt(entry -> entry.hostRank() == 1 && entry.host != null ? -entry.host.length() : 0)
                .thenComparingInt(entry -> hosts.indexOf(entry.host == null ? "" : entry.host))
                .thenComparingInt(entry -> entry.pathType.equals("Exact") ? 0 : 1)
                .thenComparingInt(entry -> entry.path == null ? 0 : -entry.path.length()));
        return sorted;
    }

    /** The same place with another rule. */
    IngressEntry with(Route other) {
        return new IngressEntry(host, pathType, path, other, secure, redirected);
    }

    private int hostRank() {
        return host == null ? 2 : host.startsWith("*") ? 1 : 0;
    }

    /** The order of the AWS Load Balancer Controller within one host: exact, prefixes by length, others as written. */
    static List<IngressEntry> asTheControllerDoes(List<IngressEntry> entries) {
        List<IngressEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(IngressEntry::typeRank)
                .thenComparingInt(entry -> entry.typeRank() == 1 && entry.path != null ? -entry.path.length() : 0));
        return sorted;
    }

    private int typeRank() {
        return switch (pathType) {
            case "Exact" -> 0;
            case "Prefix" -> 1;
            default -> 2;
        };
    }
}
