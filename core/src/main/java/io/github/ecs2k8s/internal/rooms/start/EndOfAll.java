package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.PodNodes;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Kubernetes Pod that ends when its last ordinary container has ended ⇄ a small essential container more, which starts when
 * all others have ended and so ends the task. None of the others is essential: they run side by side, as in a Pod, and no
 * one's end stops another.
 *
 * <p>It fails when one of them failed, as the Pod does: exit codes stand in the task's metadata
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4.html,
 * https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase).
 */
final class EndOfAll {
    private static final String NAME = "end";
    private static final String IMAGE = "public.ecr.aws/docker/library/busybox:stable";
    private static final List<String> COMMAND = List.of(
            "sh",
            "-c",
            "wget -q -O /tmp/task \"$ECS_CONTAINER_METADATA_URI_V4/task\" && ! grep -Eq '\"ExitCode\": ?[1-9]' /tmp/task");

    /** So many containers a task definition has at most. */
    private static final int MOST = 10;

    private static final String CONTAINERS = "containerDefinitions";

    private EndOfAll() {}

    /** Adds the container to a Pod of several that runs to its end. */
    static void add(PodDraft draft) {
        List<Container> all = draft.pod().getContainers();
        if (all.size() < 2 || !PodLifetimes.ends(draft.workload(), draft.pod())) {
            return;
        }
        List<String> names = all.stream().map(Container::getName).toList();
        boolean full = all.size() + draft.pod().getInitContainers().size() >= MOST;
        if (full || PodNodes.mustBeWindows(draft.pod())) {
            draft.at("spec", "containers", 1)
                    .report(
                            FindingCode.ENDS_WITH_THE_FIRST,
                            "the task ends with the first of " + String.join(", ", names)
                                    + "; ECS stops the others, a Pod waits for all",
                            full
                                    ? "take a container away: ten are the most, and one more has to wait for all"
                                    : "make all but the one that ends last \"essential\": false");
            return;
        }
        Container end = new Container();
        end.setName(draft.freeName(NAME));
        end.setImage(IMAGE);
        end.setCommand(COMMAND);
        draft.addLastContainer(end, draft.at("spec", "containers"));
        draft.at("spec", "containers")
                .report(
                        FindingCode.END_AWAITED,
                        "container " + end.getName() + " is added: it waits until " + String.join(", ", names)
                                + " have ended, and then ends the task",
                        "its exit code is 0 only if all have succeeded");
    }

    /** Whether a container is the one that waits for the others. */
    private static boolean waits(ContainerDefinition container) {
        return IMAGE.equals(container.image())
                && COMMAND.equals(container.entryPoint())
                && container.hasDependsOn()
                && !Boolean.FALSE.equals(container.essential());
    }

    /** The launch without the container, which a Pod does not need; what it waits for is ordinary again. */
    static Launch without(Launch launch, BundleToKubernetes context) {
        TaskDefinition task = launch.source().definition();
        for (int i = 0; i < task.containerDefinitions().size(); i++) {
            if (waits(task.containerDefinitions().get(i))) {
                context.at(launch.source().node(), CONTAINERS, i).resolved();
                return new Launch(
                        without(launch.source(), i), launch.by(), launch.kind(), launch.name(), launch.cluster());
            }
        }
        return launch;
    }

    private static TaskDefinitionSource without(TaskDefinitionSource source, int end) {
        List<ContainerDefinition> kept = new ArrayList<>();
        ContainerDefinition last = source.definition().containerDefinitions().get(end);
        for (ContainerDefinition container : source.definition().containerDefinitions()) {
            boolean awaited = last.dependsOn().stream()
                    .anyMatch(dependency ->
                            container.name() != null && container.name().equals(dependency.containerName()));
            if (container != last) {
                kept.add(awaited ? container.toBuilder().essential(true).build() : container);
            }
        }
        TaskDefinition task =
                source.definition().toBuilder().containerDefinitions(kept).build();
        return new TaskDefinitionSource(
                task, source.tags(), withoutItem(source.node(), end), source.tagsNode(), source.logicalId());
    }

    /** What was never text has no nodes. */
    private static MappingNode withoutItem(MappingNode task, int index) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (MappingNode.Entry entry : task.entries()) {
            boolean changes = entry.key().equals(CONTAINERS) && entry.value() instanceof SequenceNode;
            entries.add(
                    changes
                            ? new MappingNode.Entry(
                                    entry.key(), entry.keyLocation(), withoutItem((SequenceNode) entry.value(), index))
                            : entry);
        }
        return new MappingNode(task.location(), task.pointer(), task.tag(), entries);
    }

    private static SequenceNode withoutItem(SequenceNode list, int index) {
        List<Node> items = new ArrayList<>(list.items());
        if (index < items.size()) {
            items.remove(index);
        }
        return new SequenceNode(list.location(), list.pointer(), list.tag(), items);
    }
}
