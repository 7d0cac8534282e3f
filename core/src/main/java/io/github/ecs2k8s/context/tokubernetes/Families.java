package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One workload per family: of several revisions in the input the highest is translated. */
public final class Families {

    private Families() {}

    /**
     * The task definitions to translate on their own, in the order they were read: those of families that nothing runs.
     * The others get a finding each.
     */
    public static List<TaskDefinitionSource> newest(BundleToKubernetes bundle, List<Launch> launches) {
        Map<String, TaskDefinitionSource> newest = new LinkedHashMap<>();
        for (TaskDefinitionSource task : bundle.source().taskDefinitions()) {
            TaskDefinitionSource launched = launched(task, launches);
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

    /** What is launched of a task definition's family: the task definition itself rather than another; null for none. */
    private static @Nullable TaskDefinitionSource launched(TaskDefinitionSource task, List<Launch> launches) {
        TaskDefinitionSource found = null;
        for (Launch launch : launches) {
            if (launch.source().isOf(task)) {
                return launch.source();
            }
            if (launch.source().definition().family().equals(task.definition().family())) {
                found = launch.source();
            }
        }
        return found;
    }

    /** The newest of each family, without findings, for whoever only looks something up. */
    static List<TaskDefinitionSource> newestSilently(BundleToKubernetes bundle) {
        Map<String, TaskDefinitionSource> newest = new LinkedHashMap<>();
        for (TaskDefinitionSource task : bundle.source().taskDefinitions()) {
            newest.merge(
                    task.definition().family(), task, (known, next) -> revision(known) > revision(next) ? known : next);
        }
        return new ArrayList<>(newest.values());
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

    private static int revision(TaskDefinitionSource task) {
        Integer revision = task.definition().revision();
        return revision == null ? 0 : revision;
    }

    private static String name(TaskDefinitionSource task) {
        int revision = revision(task);
        return revision == 0 ? "(none)" : String.valueOf(revision);
    }
}
