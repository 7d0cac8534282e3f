package io.github.ecs2k8s.context.tokubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/**
 * Who waits for whom among the containers of a task: {@code dependsOn}, and the wait that ECS adds itself for those who
 * log through FireLens. Containers are indices into the task definition's list; names that do not exist are left out.
 */
final class DependencyGraph {
    private final List<ContainerDefinition> containers;
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<Integer> sequence = new ArrayList<>();
    private final List<Integer> cycle = new ArrayList<>();

    /** One wait: for which container, and for what. */
    record Edge(int target, @Nullable ContainerCondition condition) {}

    DependencyGraph(List<ContainerDefinition> containers) {
        this.containers = containers;
        Integer router = null;
        for (int i = 0; i < containers.size(); i++) {
            ContainerDefinition container = containers.get(i);
            if (container.name() != null) {
                byName.putIfAbsent(container.name(), i);
            }
            if (container.firelensConfiguration() != null) {
                router = i;
            }
        }
        for (ContainerDefinition container : containers) {
            edges.add(edges(container, router));
        }
        sort();
        if (sequence.size() < containers.size()) {
            findCycle();
            sequence.clear();
            for (int i = 0; i < containers.size(); i++) {
                sequence.add(i);
            }
        }
    }

    /** What the container at an index waits for. */
    List<Edge> edges(int index) {
        return edges.get(index);
    }

    /** All indices, dependencies before what depends on them, otherwise in the order of the task definition. */
    List<Integer> sequence() {
        return sequence;
    }

    /** The containers of one circle, each waiting for the next and the last for the first; empty when there is none. */
    List<Integer> cycle() {
        return cycle;
    }

    private List<Edge> edges(ContainerDefinition container, @Nullable Integer router) {
        List<Edge> all = new ArrayList<>();
        for (ContainerDependency dependency : container.dependsOn()) {
            Integer target = byName.get(dependency.containerName());
            if (target != null) {
                all.add(new Edge(target, dependency.condition()));
            }
        }
        if (router != null && container != containers.get(router) && logsThroughFireLens(container)) {
            all.add(new Edge(router, ContainerCondition.START));
        }
        return all;
    }

    private static boolean logsThroughFireLens(ContainerDefinition container) {
        return container.logConfiguration() != null
                && container.logConfiguration().logDriver() == LogDriver.AWSFIRELENS;
    }

    /** Places whoever waits for nobody that is not placed yet, the first of the task definition first. */
    private void sort() {
        int[] waits = new int[containers.size()];
        List<List<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < waits.length; i++) {
            waiting.add(new ArrayList<>());
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < waits.length; i++) {
            waits[i] = edges.get(i).size();
            for (Edge edge : edges.get(i)) {
                waiting.get(edge.target()).add(i);
            }
            if (waits[i] == 0) {
                ready.add(i);
            }
        }
        for (Integer next = ready.poll(); next != null; next = ready.poll()) {
            sequence.add(next);
            for (int dependent : waiting.get(next)) {
                if (--waits[dependent] == 0) {
                    ready.add(dependent);
                }
            }
        }
    }

    /** Whoever could not be placed waits for somebody else who could not: following that must come round. */
    private void findCycle() {
        boolean[] placed = new boolean[containers.size()];
        for (int index : sequence) {
            placed[index] = true;
        }
        int[] visitedAt = new int[containers.size()];
        int here = 0;
        while (placed[here]) {
            here++;
        }
        List<Integer> path = new ArrayList<>();
        while (visitedAt[here] == 0) {
            path.add(here);
            visitedAt[here] = path.size();
            here = firstUnplaced(here, placed);
        }
        cycle.addAll(path.subList(visitedAt[here] - 1, path.size()));
    }

    private int firstUnplaced(int index, boolean[] placed) {
        for (Edge edge : edges.get(index)) {
            if (!placed[edge.target()]) {
                return edge.target();
            }
        }
        throw new IllegalStateException("container " + index + " waits for nobody");
    }
}
