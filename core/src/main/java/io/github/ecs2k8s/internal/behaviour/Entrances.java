package io.github.ecs2k8s.internal.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which container ports of each workload load balancers lead to, with the places that say so. */
final class Entrances {
    private final Map<String, TreeMap<Integer, List<Spot>>> byWorkload = new HashMap<>();

    /** Adds a port of a workload. */
    void add(String workload, int port, List<Spot> places) {
        byWorkload
                .computeIfAbsent(workload, unused -> new TreeMap<>())
                .computeIfAbsent(port, unused -> new ArrayList<>())
                .addAll(places);
    }

    /** The ports of a workload. */
    Map<Integer, List<Spot>> of(Workload workload) {
        TreeMap<Integer, List<Spot>> ports = byWorkload.get(workload.id());
        return ports == null ? Map.of() : ports;
    }

    /** Whether nothing leads anywhere. */
    boolean isEmpty() {
        return byWorkload.isEmpty();
    }
}
