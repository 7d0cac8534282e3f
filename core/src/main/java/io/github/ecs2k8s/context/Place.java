package io.github.ecs2k8s.context;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One place of the input, existing or not, together with the room that speaks of it: what a context's {@code at} returns.
 * It is a value; pointer and location are worked out only when something is reported.
 *
 * <p>{@code context.at("healthCheck", "command").report(CODE, "…", "what to do")}
 */
public final class Place {
    private static final Object[] HERE = {};

    private final Reporter reporter;
    private final Node base;
    private final Object[] path;
    private final UnaryOperator<Place> origin;

    private Place(Reporter reporter, Node base, Object[] path, UnaryOperator<Place> origin) {
        this.reporter = reporter;
        this.base = base;
        this.path = path;
        this.origin = origin;
    }

    static Place below(Reporter reporter, Node base) {
        return new Place(reporter, base, HERE, UnaryOperator.identity());
    }

    /**
     * The same place, where what stands at it or below may come from elsewhere: a volume that a room added is reported
     * at what it was added for.
     *
     * @param source gives the place where a finding about a place below this one stands; the place itself for what was read
     */
    public Place withOrigin(UnaryOperator<Place> source) {
        return new Place(reporter, base, path, source);
    }

    /** The place at keys (String) and indices (Integer) below this one. */
    public Place at(Object... more) {
        if (more.length == 0) {
            return this;
        }
        Object[] longer = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, longer, path.length, more.length);
        return new Place(reporter, base, longer, origin);
    }

    /** The key or index at a position of the path below the context's own object; null when the path is shorter. */
    public @Nullable Object step(int position) {
        return position < path.length ? path[position] : null;
    }

    /** The same place with another key or index at a position of its path. */
    public Place withStep(int position, Object step) {
        Object[] changed = path.clone();
        changed[position] = step;
        return new Place(reporter, base, changed, origin);
    }

    /** Says what happened to the value, or is missing, here. */
    public void report(FindingCode code, String message) {
        report(code, message, null);
    }

    /**
     * Says what happened to the value, or is missing, here: at the exact pointer, and where the nearest value stands that
     * exists.
     *
     * @param hint what the user does now, null when there is nothing to do
     */
    public void report(FindingCode code, String message, @Nullable String hint) {
        Place there = origin.apply(this);
        reporter.report(code, there.pointer(), there.nearest().location(), message, hint);
    }

    /**
     * Notes that the value here, where there is one, was only needed to find something else
     * ({@link io.github.ecs2k8s.finding.Fidelity#RESOLVED}), and that there is nothing to say about it.
     */
    public void resolved() {
        Node value = node();
        if (value != null) {
            reporter.resolve(value);
        }
    }

    /** Whether something was already reported about the value here or an object around it. */
    public boolean isReported() {
        return reporter.findings().covers(nearest().location(), pointer().toString());
    }

    /** The value here, null when there is none. */
    public @Nullable Node node() {
        return Members.at(base, path);
    }

    /** The value here, the nearest one around it where there is none. */
    public Node nearest() {
        return base.nearest(path);
    }

    private Pointer pointer() {
        Node here = base;
        int depth = 0;
        Node next = below(here, depth);
        while (next != null) {
            here = next;
            depth++;
            next = below(here, depth);
        }
        Pointer pointer = here.pointer();
        for (; depth < path.length; depth++) {
            pointer =
                    path[depth] instanceof Integer index ? pointer.child(index) : pointer.child(path[depth].toString());
        }
        return pointer;
    }

    private @Nullable Node below(Node here, int depth) {
        return depth < path.length ? here.child(path[depth]) : null;
    }
}
