package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.source.Node;
import org.jspecify.annotations.Nullable;

/**
 * One permission of a security group, with one other end.
 *
 * @param egress whether it lets out rather than in
 * @param protocol TCP, UDP, SCTP; null for every protocol
 * @param from first port, null for every port
 * @param to last port, null for every port
 * @param block the addresses at the other end, null when a group is there
 * @param group what the input calls the group at the other end, null when addresses are there
 * @param place where the other end stands
 */
@WithBuilder
record GroupRule(
        boolean egress,
        @Nullable String protocol,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String block,
        @Nullable String group,
        Node place) {

    /** Whether the other end may be anywhere. */
    boolean isAnywhere() {
        return "0.0.0.0/0".equals(block) || "::/0".equals(block);
    }

    /** Whether a port is among those it opens. */
    boolean opens(String wanted, int port) {
        return protocol == null
                || protocol.equals(wanted) && (from == null || from <= port) && (to == null || port <= to);
    }

    /** The ports in words: {@code all traffic}, {@code TCP 80}, {@code UDP 8000-8010}. */
    String ports() {
        if (protocol == null) {
            return "all traffic";
        }
        if (from == null || to == null) {
            return "all of " + protocol;
        }
        return protocol + " " + (from.equals(to) ? from.toString() : from + "-" + to);
    }
}
