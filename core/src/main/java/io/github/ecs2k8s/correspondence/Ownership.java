package io.github.ecs2k8s.correspondence;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.translation.Correspondence;
import io.github.ecs2k8s.translation.OwnedField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which room owns a leaf of the ECS model: the rooms' own lists, arranged as a tree for looking up. */
public final class Ownership {

    /** One owned leaf with its room. */
    public record Owner(Correspondence room, OwnedField field) {}

    /** Receives every populated leaf of a tree. */
    @FunctionalInterface
    public interface LeafVisitor {
        /**
         * A populated leaf.
         *
         * @param leaf the value: a scalar, or an empty list or object
         * @param owner who owns it, null when nobody does
         */
        void visit(Node leaf, @Nullable Owner owner);
    }

    private static final class Branch {
        private final Map<String, Branch> children = new HashMap<>();
        private @Nullable Owner owner;

        private @Nullable Branch member(String key) {
            Branch exact = children.get(key);
            return exact != null ? exact : children.get("{}");
        }
    }

    private static final class Holder {
        private static final Ownership ECS = new Ownership();
    }

    private final Branch root = new Branch();

    private Ownership() {
        for (Correspondence room : Correspondences.ALL) {
            for (OwnedField field : room.ecs()) {
                Branch branch = root;
                for (String step : steps(field.path())) {
                    branch = branch.children.computeIfAbsent(step, unused -> new Branch());
                }
                branch.owner = new Owner(room, field);
            }
        }
    }

    /** The ownership of the ECS model's leaves. */
    public static Ownership ecs() {
        return Holder.ECS;
    }

    private static Iterable<String> steps(String path) {
        return java.util.List.of(path.replace("[]", ".[]").replace("{}", ".{}").split("\\."));
    }

    /** Who owns the leaf at a model path such as {@code containerDefinitions[].command[]}, null when nobody does. */
    public @Nullable Owner owner(String path) {
        Branch branch = root;
        for (String step : steps(path)) {
            if (branch != null && branch.children.containsKey("**")) {
                return branch.children.get("**").owner;
            }
            branch = branch == null ? null : branch.member(step);
        }
        return branch == null ? null : branch.owner;
    }

    /** Visits every populated leaf below an object whose keys are members of the model. */
    public void leaves(MappingNode object, LeafVisitor visitor) {
        for (MappingNode.Entry entry : object.entries()) {
            walk(entry.value(), root.member(entry.key()), entry.key(), visitor);
        }
    }

    /** Visits every populated leaf of one member's value; of a resource, when the member is its kind's prefix. */
    public void leavesOf(String member, Node value, LeafVisitor visitor) {
        walk(value, root.member(member), member, visitor);
    }

    private static void walk(Node node, @Nullable Branch branch, String key, LeafVisitor visitor) {
        if (branch != null && branch.children.containsKey("**")) {
            walkOwned(node, branch.children.get("**").owner, key, visitor);
        } else if (node instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
            for (MappingNode.Entry entry : mapping.entries()) {
                boolean ofMap = branch != null && branch.children.containsKey("{}");
                Branch member = branch == null ? null : branch.member(entry.key());
                walk(entry.value(), member, ofMap ? "{}" : entry.key(), visitor);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                walk(item, branch == null ? null : branch.children.get("[]"), "[]", visitor);
            }
        } else if (node instanceof ScalarNode scalar && isPopulated(scalar, key)) {
            visitor.visit(node, branch == null ? null : branch.owner);
        }
    }

    /** Below a path that ends in {@code **} everything has the same owner. */
    private static void walkOwned(Node node, @Nullable Owner owner, String key, LeafVisitor visitor) {
        if (node instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach(entry -> walkOwned(entry.value(), owner, entry.key(), visitor));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> walkOwned(item, owner, "[]", visitor));
        } else if (node instanceof ScalarNode scalar && isPopulated(scalar, key)) {
            visitor.visit(node, owner);
        }
    }

    /** Console skeletons hold empty strings everywhere; only where a value may be empty do they say something. */
    private static boolean isPopulated(ScalarNode scalar, String key) {
        return scalar.kind() != ScalarNode.Kind.NULL
                && !(scalar.kind() == ScalarNode.Kind.STRING
                        && scalar.text().isEmpty()
                        && !"value".equals(key)
                        && !"{}".equals(key)
                        && !"[]".equals(key));
    }
}
