package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins what runs in a source with what runs in the result: the pipelines say which became which, and nothing more. */
final class Pairs {
    private Pairs() {}

    /** Services, schedules, one-off tasks and lone task definitions with their workloads. */
    static List<Comparison.Pair> toKubernetes(EcsFacts source, List<TranslatedLaunch> launches, KubernetesFacts made) {
        Map<String, List<Workload>> became = new HashMap<>();
        Set<String> run = new HashSet<>();
        for (TranslatedLaunch launch : launches) {
            Resource<?> by = launch.launch().by();
            String place = by == null ? launch.source().place() : by.node().place();
            List<Workload> found = became.computeIfAbsent(place, unused -> new ArrayList<>());
            Workload workload = made.find(KubernetesFacts.identity(launch.workload()));
            if (workload != null) {
                found.add(workload);
                run.add(launch.source().place());
            }
        }
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (EcsFacts.EcsWorkload workload : source.started()) {
            String place = workload.workload().id();
            pairs.add(new Comparison.Pair(workload.workload(), became.getOrDefault(place, List.of())));
        }
        for (TaskDefinitionSource task : source.tasks()) {
            List<Workload> alone = became.getOrDefault(task.place(), List.of());
            if (!run.contains(task.place()) || !alone.isEmpty()) {
                pairs.add(new Comparison.Pair(source.alone(task), alone));
            }
        }
        return pairs;
    }

    /** Workloads with the services, schedules and one-off tasks that run their task definitions. */
    static List<Comparison.Pair> toEcs(KubernetesFacts source, List<TranslatedWorkload> workloads, EcsFacts made) {
        Map<LocatedObject, TaskDefinitionSource> became = new HashMap<>();
        workloads.forEach(workload -> became.put(workload.workload(), workload.task()));
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (LocatedObject located : source.objects()) {
            if (PodTemplates.isWorkload(located.object())) {
                TaskDefinitionSource task = became.get(located);
                pairs.add(new Comparison.Pair(source.workload(located), task == null ? List.of() : made.of(task)));
            }
        }
        return pairs;
    }
}
