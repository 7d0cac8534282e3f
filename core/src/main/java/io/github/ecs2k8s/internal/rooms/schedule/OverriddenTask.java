package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.SdkTree;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.SdkReader;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * A task definition while overrides are laid over it. The values of the overrides keep their places, so that whatever a
 * room says of them points at the override.
 */
final class OverriddenTask {
    private static final List<String> OF_TASK =
            List.of("cpu", "memory", "taskRoleArn", "executionRoleArn", "ephemeralStorage");
    private static final List<String> OF_CONTAINER =
            List.of("command", "cpu", "memory", "memoryReservation", "environmentFiles", "resourceRequirements");

    private final TaskDefinitionSource base;
    private final BundleToKubernetes context;
    private final String who;
    private MappingNode node;
    private boolean unchanged = true;

    /**
     * Begins with the task definition as it is.
     *
     * @param who what overrides, for findings
     */
    OverriddenTask(TaskDefinitionSource base, String who, BundleToKubernetes context) {
        this.base = base;
        this.node = whole(base);
        this.who = who;
        this.context = context;
    }

    /** A task definition that is not in the input was never text: its members stand where it is referred to. */
    private static MappingNode whole(TaskDefinitionSource base) {
        return base.node().entries().isEmpty()
                ? (MappingNode) Nodes.at(base.node(), SdkTree.of(base.definition()))
                : base.node();
    }

    /** The task definition with everything laid over it. */
    TaskDefinitionSource result() {
        if (unchanged) {
            return base;
        }
        TaskDefinition.Builder definition = TaskDefinition.builder();
        // What is wrong in either of them was said when it was read.
        MappingNode read = SdkReader.read(node, definition, new Findings(), Set.of("tags"));
        definition.family(base.definition().family());
        return new TaskDefinitionSource(definition.build(), base.tags(), read, base.tagsNode(), base.logicalId());
    }

    /** Lays an object of the form of run-task's {@code overrides} over it. */
    void apply(MappingNode overrides) {
        MappingNode before = node;
        for (String key : OF_TASK) {
            node = replaced(node, key, overrides, key);
        }
        for (Node item : Nodes.items(overrides, "inferenceAcceleratorOverrides")) {
            accelerator(item);
        }
        for (Node item : Nodes.items(overrides, "containerOverrides")) {
            if (item instanceof MappingNode override) {
                container(override);
            }
        }
        unchanged = unchanged && node == before;
    }

    private void container(MappingNode override) {
        int index = index("containerDefinitions", "name", Nodes.text(override, "name"));
        if (index < 0) {
            sayNothingThere(override, "name", "container");
            return;
        }
        MappingNode container = (MappingNode) node.nearest("containerDefinitions", index);
        for (String key : OF_CONTAINER) {
            container = replaced(container, key, override, key);
        }
        Node list = override.nearest("environment");
        for (Node variable : Nodes.items(override, "environment")) {
            if (variable instanceof MappingNode named) {
                container = environment(container, named, list);
            }
        }
        if (container != node.nearest("containerDefinitions", index)) {
            node = Nodes.withItem(node, "containerDefinitions", index, container);
        }
    }

    /** A variable is changed where the task definition has it, and added where it does not. */
    private MappingNode environment(MappingNode container, MappingNode variable, Node list) {
        String name = Nodes.text(variable, "name");
        List<Node> own = Nodes.items(container, "environment");
        for (int i = 0; name != null && i < own.size(); i++) {
            if (own.get(i) instanceof MappingNode given && name.equals(Nodes.text(given, "name"))) {
                MappingNode changed = replaced(given, "value", variable, "value");
                return changed == given
                        ? container
                        : Nodes.withItem(
                                container, "environment", i, Nodes.with(changed, "name", variable.nearest("name")));
            }
        }
        return Nodes.withNewItem(container, "environment", variable, list);
    }

    private void accelerator(Node item) {
        if (!(item instanceof MappingNode override)) {
            return;
        }
        int index = index("inferenceAccelerators", "deviceName", Nodes.text(override, "deviceName"));
        if (index < 0) {
            sayNothingThere(override, "deviceName", "inference accelerator");
            return;
        }
        MappingNode own = (MappingNode) node.nearest("inferenceAccelerators", index);
        MappingNode changed = replaced(own, "deviceType", override, "deviceType");
        if (changed != own) {
            node = Nodes.withItem(node, "inferenceAccelerators", index, changed);
            context.at(override, "deviceType")
                    .report(
                            FindingCode.ELASTIC_INFERENCE,
                            "Elastic Inference was shut down; the type of the device changes nothing");
        }
    }

    private int index(String list, String key, @Nullable String name) {
        List<Node> items = Nodes.items(node, list);
        for (int i = 0; name != null && i < items.size(); i++) {
            if (items.get(i) instanceof MappingNode item && name.equals(Nodes.text(item, key))) {
                return i;
            }
        }
        return -1;
    }

    private void sayNothingThere(MappingNode override, String key, String what) {
        String name = Nodes.text(override, key);
        context.at(override)
                .report(
                        FindingCode.OVERRIDE_CONTAINER,
                        name == null
                                ? "the override names no " + what + "; it is left out"
                                : base.definition().family() + " has no " + what + " " + name
                                        + "; the override is left out",
                        name == null ? "add \"" + key + "\"" : null);
    }

    /** An object with a member of an override in place of its own; what is empty overrides nothing. */
    private MappingNode replaced(MappingNode object, String key, MappingNode override, String from) {
        Node value = override.get(from);
        if (value == null || isEmpty(value, key)) {
            return object;
        }
        Node own = object.get(key);
        if (own == null || own.isNull()) {
            return Nodes.with(object, key, value);
        }
        if (Nodes.same(own, value)) {
            context.at(value).report(FindingCode.OVERRIDE_REPEATS, key + " is what the task definition says already");
            context.at(own).report(FindingCode.OVERRIDE_REPEATS, who + " overrides " + key + " with the same value");
            return object;
        }
        context.at(own).report(FindingCode.OVERRIDE_REPLACES, "where " + who + " runs it, " + key + " is overridden");
        return Nodes.with(object, key, value);
    }

    /** Skeletons of the command line hold empty texts, lists and zeros. */
    private static boolean isEmpty(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return scalar.isNull()
                    || (!key.equals("value")
                            && (scalar.text().isEmpty() || scalar.text().equals("0")));
        } else if (value instanceof SequenceNode list) {
            return list.items().isEmpty();
        }
        return ((MappingNode) value).entries().isEmpty();
    }
}
