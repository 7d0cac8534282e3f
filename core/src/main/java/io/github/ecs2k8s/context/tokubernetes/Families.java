package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One workload per family: of several revisions in the input the highest is translated. */
public final class Families {

    private Families() {}

    /**
     * The task definitions to translate on their own, in the order they were read: those of families that nothing runs.
     * The others get a finding each.
     */
    public static List<TaskDefinitionSource> newest(BundleToKubernetes bundle, List<Launch> all) {
        Map<String, TaskDefinitionSource> newest = new LinkedHashMap<>();
        Map<String, TaskDefinitionSource> launches = launched(all);
        for (TaskDefinitionSource task : bundle.source().taskDefinitions()) {
            TaskDefinitionSource other = launches.get(task.definition().family());
            TaskDefinitionSource launched = launches.getOrDefault(task.place(), other);
            if (launched != null) {
                if (!launched.isOf(task)) {
                    bundle.at(task.node())
                            .report(
                                    FindingCode.SUPERSEDED,
                                    "revision " + name(task) + " is not written: revision " + name(launched)
                                            + " of family " + task.definition().family() + " is what runs");
                }
                continue;
            }
            newest.merge(task.definition().family(), task, (known, next) -> newer(known, next, bundle));
        }
        return new ArrayList<>(newest.values());
    }

    /** What is launched of each family, under its name, and of each task definition, under its place. */
    private static Map<String, TaskDefinitionSource> launched(List<Launch> launches) {
        Map<String, TaskDefinitionSource> launched = new HashMap<>();
        for (Launch launch : launches) {
            launched.put(launch.source().definition().family(), launch.source());
            launched.putIfAbsent(launch.source().place(), launch.source());
        }
        return launched;
    }

    private static TaskDefinitionSource newer(
            TaskDefinitionSource known, TaskDefinitionSource next, BundleToKubernetes bundle) {
        int order = Integer.compare(revision(known), revision(next));
        TaskDefinitionSource winner = order > 0 ? known : next;
        TaskDefinitionSource loser = order > 0 ? next : known;
        if (order != 0) {
            bundle.at(loser.node())
                    .report(
                            FindingCode.SUPERSEDED,
                            "revision " + name(loser) + " is not written: revision " + name(winner) + " of family "
                                    + winner.definition().family() + " is in the input");
        } else if (!known.definition().equals(next.definition())) {
            bundle.at(loser.node())
                    .report(
                            FindingCode.FAMILY_AMBIGUOUS,
                            "family " + winner.definition().family() + " is defined again at "
                                    + winner.node().location()
                                    + ", and no revision says which is newer; that one is written",
                            "convert them with --each, or leave one out");
        }
        return winner;
    }

    static int revision(TaskDefinitionSource task) {
        Integer revision = task.definition().revision();
        return revision == null ? 0 : revision;
    }

    private static String name(TaskDefinitionSource task) {
        int revision = revision(task);
        return revision == 0 ? "(none)" : String.valueOf(revision);
    }
}
