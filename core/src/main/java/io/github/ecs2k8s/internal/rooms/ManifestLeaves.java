package io.github.ecs2k8s.internal.rooms;

import io.github.ecs2k8s.internal.rooms.OwnedPaths.Place;
import io.github.ecs2k8s.internal.rooms.Ownership.LeafVisitor;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every populated leaf of a Kubernetes object with the room that owns it.
 *
 * <p>Paths begin with the kind ({@code Deployment.spec.strategy.type}); where that says nothing, with {@code workload}
 * for what runs pods, and for metadata with {@code object}. The pod template is {@code pod} in every kind, and what an
 * init container does not say itself is owned as in any container.
 */
public final class ManifestLeaves {
    private final Ownership model = Ownership.kubernetes();
    private final LeafVisitor visitor;
    private final @Nullable Node template;

    private ManifestLeaves(@Nullable Node template, LeafVisitor visitor) {
        this.template = template;
        this.visitor = visitor;
    }

    /** Visits the leaves of an object in its order; its {@code apiVersion} and {@code kind} are no leaves. */
    public static void visit(LocatedObject located, LeafVisitor visitor) {
        boolean workload = PodTemplates.isWorkload(located.object());
        Node template = workload ? PodTemplates.node(located) : null;
        boolean runsPods =
                workload || PodTemplates.ROLLOUT.equals(located.object().getKind());
        new ManifestLeaves(template, visitor).object(located, runsPods);
    }

    /** Whether any room owns something of a kind: it has a counterpart, whether or not the input asks for it. */
    public static boolean isKnown(String kind) {
        return Ownership.kubernetes().at(kind).isKnown();
    }

    private void object(LocatedObject located, boolean workload) {
        Place object = model.at(located.object().getKind());
        if (workload) {
            object = object.or(model.at("workload"));
        }
        object = object.or(model.at("object"));
        boolean pod = located.node() == template;
        for (MappingNode.Entry entry : located.node().entries()) {
            String key = entry.key();
            if (key.equals("apiVersion") || key.equals("kind")) {
                continue;
            }
            Place here = object.step(key);
            if (!pod) {
                walk(entry.value(), here, key);
            } else if (key.equals("spec")) {
                walkPodSpec(entry.value(), model.at("pod").step(key));
            } else {
                Ownership.walk(entry.value(), model.at("pod").step(key).or(here), key, visitor);
            }
        }
    }

    /** As everywhere, but for the pod template and the containers in it. */
    private void walk(Node node, Place here, String key) {
        if (node == template) {
            walkPod(node, model.at("pod"));
        } else if (node instanceof MappingNode mapping && contains(mapping)) {
            for (MappingNode.Entry entry : mapping.entries()) {
                walk(entry.value(), here.step(entry.key()), entry.key());
            }
        } else {
            Ownership.walk(node, here, key, visitor);
        }
    }

    /** Whether the pod template stands somewhere in this object. */
    private boolean contains(MappingNode object) {
        if (template == null || template == object) {
            return false;
        }
        for (MappingNode.Entry entry : object.entries()) {
            if (entry.value() == template || entry.value() instanceof MappingNode inner && contains(inner)) {
                return true;
            }
        }
        return false;
    }

    private void walkPod(Node pod, Place here) {
        if (pod instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                if (entry.key().equals("spec")) {
                    walkPodSpec(entry.value(), here.step("spec"));
                } else {
                    Place object = model.at("object").step(entry.key());
                    Ownership.walk(entry.value(), here.step(entry.key()).or(object), entry.key(), visitor);
                }
            }
        }
    }

    private void walkPodSpec(Node spec, Place here) {
        if (!(spec instanceof MappingNode mapping)) {
            Ownership.walk(spec, here, "spec", visitor);
            return;
        }
        for (MappingNode.Entry entry : mapping.entries()) {
            Place member = here.step(entry.key());
            if (entry.key().equals("initContainers") && entry.value() instanceof SequenceNode) {
                member = member.or(here.step("containers"));
            }
            Ownership.walk(entry.value(), member, entry.key(), visitor);
        }
    }

    /** The names of the pod's lists of containers, in the order of the task definition's. */
    public static List<String> containerLists() {
        return List.of("initContainers", "containers");
    }
}
