package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.LogicalIdIndex;
import io.github.ecs2k8s.source.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The task definitions of the input by what references call them. */
final class KnownTaskDefinitions {
    private final Map<String, TaskDefinitionSource> newest = new LinkedHashMap<>();
    private final Map<String, TaskDefinitionSource> revisions = new HashMap<>();
    private final Set<String> places = new HashSet<>();
    private final List<TaskDefinitionSource> all;
    private final LogicalIdIndex byLogicalId = new LogicalIdIndex();

    private KnownTaskDefinitions(BundleToKubernetes bundle) {
        all = bundle.source().taskDefinitions();
        for (int i = 0; i < all.size(); i++) {
            TaskDefinitionSource task = all.get(i);
            places.add(task.place());
            String family = task.definition().family();
            newest.merge(
                    family, task, (known, next) -> Families.revision(known) > Families.revision(next) ? known : next);
            revisions.putIfAbsent(family + ":" + task.definition().revision(), task);
            if (task.logicalId() != null) {
                byLogicalId.add(task.logicalId(), task.node().location().file(), i);
            }
        }
    }

    /** Those of everything that was read. */
    static KnownTaskDefinitions of(BundleToKubernetes bundle) {
        return bundle.fact(KnownTaskDefinitions.class, KnownTaskDefinitions::new);
    }

    /** Whether a task definition is one of them, as it stands there or with a launch's overrides. */
    boolean contains(TaskDefinitionSource task) {
        return places.contains(task.place());
    }

    /** The newest of each family. */
    Collection<TaskDefinitionSource> newest() {
        return newest.values();
    }

    /** The newest of a family, null when the input has none. */
    @Nullable TaskDefinitionSource newest(String family) {
        return newest.get(family);
    }

    /** A revision of a family, null when the input does not have it. */
    @Nullable TaskDefinitionSource revision(String family, int revision) {
        return revisions.get(family + ":" + revision);
    }

    /**
     * What a reference of a template means, {@code ${Web}} or {@code ${Web.Arn}}; that of another file where it is the only
     * one, because a Terraform configuration has several. Null when there is none.
     */
    @Nullable TaskDefinitionSource referenced(String reference, Node from) {
        int here = byLogicalId.find(reference, from.location().file());
        int place = here == LogicalIdIndex.NONE ? byLogicalId.findOnly(reference) : here;
        return place == LogicalIdIndex.NONE ? null : all.get(place);
    }
}
