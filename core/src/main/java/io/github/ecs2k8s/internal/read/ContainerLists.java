package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code register-task-definition} refuses of a list of container definitions as a whole, before anything is made of
 * it: two of one name, of which the first counts, and more than ten
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html).
 */
final class ContainerLists {
    private static final String LIST = "containerDefinitions";
    private static final int MOST = 10;

    private final ReaderFindings said;

    private ContainerLists(ReaderFindings said) {
        this.said = said;
    }

    /** The task definition with each container once; the same node where that is so already. */
    static MappingNode once(MappingNode task, ReaderFindings said) {
        List<MappingNode.Entry> entries = new ArrayList<>(task.entries().size());
        boolean changed = false;
        for (MappingNode.Entry entry : task.entries()) {
            Node value = entry.key().equalsIgnoreCase(LIST) && entry.value() instanceof SequenceNode list
                    ? new ContainerLists(said).once(list)
                    : entry.value();
            changed |= value != entry.value();
            entries.add(
                    value == entry.value() ? entry : new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
        }
        return changed ? new MappingNode(task.location(), task.pointer(), task.tag(), List.copyOf(entries)) : task;
    }

    private SequenceNode once(SequenceNode list) {
        Set<String> names = new HashSet<>();
        List<Node> kept = new ArrayList<>(list.items().size());
        for (Node container : list.items()) {
            Node name = container instanceof MappingNode mapping ? Recognition.member(mapping, "name") : null;
            if (name instanceof ScalarNode text && !text.text().isEmpty() && !names.add(text.text())) {
                said.at(
                        name,
                        FindingCode.INVALID_VALUE,
                        "another container is called \"" + text.text() + "\"; this one is left out",
                        "give it another name: neither ECS nor Kubernetes takes the two");
            } else {
                kept.add(container);
            }
        }
        sayMany(kept);
        return kept.size() == list.items().size()
                ? list
                : new SequenceNode(list.location(), list.pointer(), list.tag(), List.copyOf(kept));
    }

    private void sayMany(List<Node> containers) {
        if (containers.size() > MOST) {
            said.at(
                    containers.get(MOST),
                    FindingCode.INVALID_VALUE,
                    "ECS takes " + MOST + " containers in a task definition, not " + containers.size(),
                    "leave some out, or put them into a task definition of their own");
        }
    }
}
