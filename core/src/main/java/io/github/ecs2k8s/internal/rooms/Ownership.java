package io.github.ecs2k8s.internal.rooms;

import io.github.ecs2k8s.internal.rooms.OwnedPaths.Place;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import org.jspecify.annotations.Nullable;

/** Which room owns a leaf of a model: the rooms' own lists, arranged as a tree for looking up. */
public final class Ownership {

    /** One owned leaf with its room. */
    public record Owner(Correspondence room, OwnedField field) {}

    /** Receives every populated leaf of a tree. */
    @FunctionalInterface
    public interface LeafVisitor {
        /**
         * A populated leaf.
         *
         * @param leaf the scalar
         * @param owner who owns it, null when nobody does
         */
        void visit(Node leaf, @Nullable Owner owner);
    }

    // Two holders: most translations go one way, and a list is built only when it is asked for.
    private static final class Ecs {
        private static final Ownership MODEL = new Ownership(true);
    }

    private static final class Kubernetes {
        private static final Ownership MODEL = new Ownership(false);
    }

    private final OwnedPaths root = new OwnedPaths();

    private Ownership(boolean ecs) {
        for (Correspondence room : Correspondences.ALL) {
            for (OwnedField field : ecs ? room.ecs() : room.kubernetes()) {
                root.add(new Owner(room, field));
            }
        }
    }

    /** The ownership of the ECS model's leaves. */
    public static Ownership ecs() {
        return Ecs.MODEL;
    }

    /** The ownership of the Kubernetes model's leaves; {@link ManifestLeaves} walks whole objects. */
    public static Ownership kubernetes() {
        return Kubernetes.MODEL;
    }

    /** Who owns the leaf at a model path such as {@code containerDefinitions[].command[]}, null when nobody does. */
    public @Nullable Owner owner(String path) {
        Place here = Place.of(root);
        for (String step : OwnedPaths.steps(path)) {
            here = here.step(step);
        }
        return here.owner();
    }

    /** Whether a room owns a member of the metadata of a Kubernetes kind by the kind's name. */
    static boolean ownsMetadata(String kind, String member) {
        return kubernetes().at(kind).step("metadata").step(member).isKnown();
    }

    /** The place below one of the tree's roots. */
    Place at(String member) {
        return Place.of(root).step(member);
    }

    /** Visits every populated leaf below an object whose keys are members of the model. */
    public void leaves(MappingNode object, LeafVisitor visitor) {
        for (MappingNode.Entry entry : object.entries()) {
            walk(entry.value(), at(entry.key()), entry.key(), visitor);
        }
    }

    /** Visits every populated leaf of one member's value; of a resource, when the member is its kind's prefix. */
    public void leavesOf(String member, Node value, LeafVisitor visitor) {
        walk(value, at(member), member, visitor);
    }

    /** Visits every populated leaf of the value that stands at a place. */
    static void walk(Node node, Place here, String key, LeafVisitor visitor) {
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                walk(entry.value(), here.step(entry.key()), here.isMap() ? "{}" : entry.key(), visitor);
            }
        } else if (node instanceof SequenceNode sequence) {
            Place item = here.step("[]");
            for (Node value : sequence.items()) {
                walk(value, item, "[]", visitor);
            }
        } else if (node instanceof ScalarNode scalar && isPopulated(scalar, key)) {
            visitor.visit(node, here.owner());
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
