package io.github.ecs2k8s.context.toecs;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.record.RecordTree;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.kubernetes.LabelIndex;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one translation has made so far, whichever room made it: task definitions, what runs them, what surrounds them. */
final class EcsDraft {
    private final List<LaunchToEcs> workloads = new ArrayList<>();
    private final LabelIndex<LaunchToEcs> byPodLabels = new LabelIndex<>();
    private final Map<LocatedObject, LaunchToEcs> byObject = new HashMap<>();
    private final List<TaskDefinitionSource> taskDefinitions = new ArrayList<>();
    private final List<Resource<?>> resources = new ArrayList<>();
    private final Map<Resource<?>, Integer> places = new IdentityHashMap<>();
    private final Set<String> logicalIds = new HashSet<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private final UsedObjects used = new UsedObjects();
    private final UsedObjects made = new UsedObjects();

    List<LaunchToEcs> workloads() {
        return workloads;
    }

    LabelIndex<LaunchToEcs> byPodLabels() {
        return byPodLabels;
    }

    @Nullable LaunchToEcs workload(LocatedObject object) {
        return byObject.get(object);
    }

    List<Resource<?>> resources() {
        return resources;
    }

    /** The objects that something was made of. */
    UsedObjects used() {
        return used;
    }

    /** The objects that controllers make of others, which are in the input, too. */
    UsedObjects made() {
        return made;
    }

    void add(LaunchToEcs workload) {
        workloads.add(workload);
        byObject.put(workload.located(), workload);
        byPodLabels.add(workload.podLabels(), workload.namespace(), workload);
    }

    void add(TaskDefinitionSource task) {
        taskDefinitions.add(task);
    }

    <T> Resource<T> add(ResourceKind kind, T value, MappingNode node, String logicalId) {
        Resource<T> resource = new Resource<>(kind, value, node, logicalId);
        places.put(resource, resources.size());
        resources.add(resource);
        return resource;
    }

    <T extends Record> void replace(Resource<T> resource, T value) {
        Resource<T> changed = new Resource<>(resource.kind(), value, RecordTree.of(value), resource.logicalId());
        Integer place = places.remove(resource);
        if (place != null) {
            resources.set(place, changed);
            places.put(changed, place);
        }
    }

    String logicalId(String name, String kind) {
        StringBuilder id = new StringBuilder();
        boolean upper = true;
        for (char c : name.toCharArray()) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter) {
                id.append(upper ? Character.toUpperCase(c) : c);
            }
            upper = !letter;
        }
        String wanted = id + kind;
        String free = wanted;
        while (!logicalIds.add(free)) {
            free = wanted + lastNumbers.merge(wanted, 2, (last, first) -> last + 1);
        }
        return free;
    }

    String shared(String thing, Supplier<String> make) {
        String known = shared.get(thing);
        if (known == null) {
            known = make.get();
            shared.put(thing, known);
        }
        return known;
    }

    EcsBundle bundle() {
        List<TaskDefinitionSource> tasks = new ArrayList<>();
        for (TaskDefinitionSource task : taskDefinitions) {
            MappingNode node = Pointers.below(Pointer.ROOT.child(String.valueOf(task.logicalId())), task.node());
            tasks.add(new TaskDefinitionSource(task.definition(), task.tags(), node, node, task.logicalId()));
        }
        List<Resource<?>> placed = new ArrayList<>();
        for (Resource<?> resource : resources) {
            placed.add(placed(resource));
        }
        return new EcsBundle(tasks, new Resources(placed), Map.of(), Map.of());
    }

    private static <T> Resource<T> placed(Resource<T> resource) {
        Pointer top = Pointer.ROOT.child(String.valueOf(resource.logicalId()));
        return new Resource<>(
                resource.kind(), resource.value(), Pointers.below(top, resource.node()), resource.logicalId());
    }
}
