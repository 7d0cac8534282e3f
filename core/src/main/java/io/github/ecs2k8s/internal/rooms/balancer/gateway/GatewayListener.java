package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostPattern;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One listener of a Gateway; several of one port differ in their hosts, and are one listener of a load balancer
 * (https://gateway-api.sigs.k8s.io/reference/spec/#listener).
 *
 * @param hostname null for every host
 * @param draft null when a load balancer cannot listen in this way
 */
record GatewayListener(
        @Nullable String name,
        @Nullable String hostname,
        int port,
        Node node,
        @Nullable ListenerDraft draft) {

    /** The hosts of a route that it takes in: empty for all hosts, null for none of them. */
    @Nullable List<String> hosts(List<String> hostnames) {
        String own = hostname;
        if (own == null) {
            return lower(hostnames);
        }
        if (hostnames.isEmpty()) {
            return List.of(own.toLowerCase(Locale.ROOT));
        }
        List<String> both = new ArrayList<>();
        for (String host : lower(hostnames)) {
            HostPattern mine = HostPattern.parse(own);
            HostPattern theirs = HostPattern.parse(host);
            if (mine.covers(theirs)) {
                both.add(host);
            } else if (theirs.covers(mine)) {
                both.add(mine.text());
            }
        }
        return both.isEmpty() ? null : both;
    }

    private static List<String> lower(List<String> hosts) {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }
}
