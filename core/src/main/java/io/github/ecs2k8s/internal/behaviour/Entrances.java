package io.github.ecs2k8s.internal.behaviour;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which container ports of each workload load balancers lead to, with the places that say so. */
final class Entrances {
    private final Map<String, TreeMap<Integer, List<Spot>>> byWorkload = new HashMap<>();
    private final Map<String, Set<Exposure>> exposed = new HashMap<>();

    /** Adds a port of a workload, and whom it is open to. */
    void add(String workload, int port, Set<Exposure> exposures, List<Spot> places) {
        exposed.computeIfAbsent(workload, unused -> EnumSet.noneOf(Exposure.class))
                .addAll(exposures);
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

    /** Whom the entrances of a workload are open to. */
    Set<Exposure> exposures(Workload workload) {
        return exposed.getOrDefault(workload.id(), Set.of());
    }

    /** Whether nothing leads anywhere. */
    boolean isEmpty() {
        return byWorkload.isEmpty();
    }
}
