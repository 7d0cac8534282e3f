package io.github.ecs2k8s.internal.rooms;

import io.github.ecs2k8s.internal.rooms.Ownership.Owner;
import io.github.ecs2k8s.room.OwnedField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Owned paths of a model as a tree: {@code []} below a list, {@code {}} below a map, {@code **} owns everything below. */
final class OwnedPaths {
    private static final String EVERYTHING = "**";

    private final Map<String, OwnedPaths> children = new HashMap<>();
    private @Nullable Owner owner;

    /** Adds a path with its owner. */
    void add(Owner added) {
        OwnedPaths here = this;
        for (String step : steps(added.field().path())) {
            OwnedPaths next = here.children.get(step);
            if (next == null) {
                next = new OwnedPaths();
                here.children.put(step, next);
            }
            here = next;
        }
        here.owner = added;
    }

    /** The steps of a path in the notation of {@link OwnedField}. */
    static String[] steps(String path) {
        return path.replace("[]", ".[]").replace("{}", ".{}").split("\\.");
    }

    /** A place in the tree, or in several parts of it at once, of which the first that knows a leaf decides. */
    record Place(
            @Nullable OwnedPaths paths,
            @Nullable Owner around,
            @Nullable Place otherwise) {

        /** The top of the tree. */
        static Place of(OwnedPaths root) {
            return new Place(root, null, null);
        }

        /** This place, and where it knows nothing of a leaf, another. */
        Place or(Place other) {
            return new Place(paths, around, otherwise == null ? other : otherwise.or(other));
        }

        /** The place below, by the key of an object or {@code []}. */
        Place step(String key) {
            OwnedPaths next = paths == null ? null : paths.children.get(key);
            if (next == null && paths != null) {
                next = paths.children.get("{}");
            }
            OwnedPaths all = next == null ? null : next.children.get(EVERYTHING);
            return new Place(next, all == null ? around : all.owner, otherwise == null ? null : otherwise.step(key));
        }

        /** Whether this is a map, whose keys are no names of the model. */
        boolean isMap() {
            return paths != null && paths.children.containsKey("{}");
        }

        /** Whether the model goes on here. */
        boolean isKnown() {
            return paths != null || around != null || otherwise != null && otherwise.isKnown();
        }

        /** Who owns a leaf that stands here, null when nobody does. */
        @Nullable Owner owner() {
            if (paths != null && paths.owner != null) {
                return paths.owner;
            }
            return around != null || otherwise == null ? around : otherwise.owner();
        }
    }
}
