package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One match of a route with what is done there.
 *
 * @param host empty for every host
 * @param exact whether the path is compared whole
 * @param length of the path
 * @param conditions how many besides host and path: a method counts most, then headers, then query parameters
 */
record RouteEntry(String host, boolean exact, int length, int conditions, Route route) {

    /**
     * The entries in the order in which the Gateway API prefers them: the host that says most, an exact path, the longest
     * one, and only then what else has to be true
     * (https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule).
     */
    static List<RouteEntry> preferred(List<RouteEntry> entries) {
        List<RouteEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(RouteEntry::hostRank)
                .thenComparingInt(entry -> -entry.host.length())
                .thenComparing(RouteEntry::host)
                .thenComparingInt(entry -> entry.exact ? 0 : 1)
                .thenComparingInt(entry -> -entry.length)
                .thenComparingInt(entry -> -entry.conditions));
        return sorted;
    }

    private int hostRank() {
        return host.isEmpty() ? 2 : host.startsWith("*") ? 1 : 0;
    }
}
