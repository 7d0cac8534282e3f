package io.github.ecs2k8s;

import io.github.ecs2k8s.kubernetes.NamingRule;
import io.github.ecs2k8s.room.Correspondence;
import java.util.ArrayList;
import java.util.List;

/**
 * What an embedder adds to a translation: rooms of its own, a rule for names, a filter on the result. Immutable; the parts
 * have to be thread-safe, because one translator serves all threads.
 *
 * @param rooms rooms that are asked after the library's, in this order; the account of the leaves stays that of the
 *     library's rooms
 * @param naming how Kubernetes objects are called
 * @param filter what becomes of the result
 */
public record Extensions(List<Correspondence> rooms, NamingRule naming, ResultFilter filter) {

    /** Nothing is added. */
    public static final Extensions NONE = new Extensions(List.of(), NamingRule.AS_IS, ResultFilter.ALL);

    /** Copies the rooms. */
    public Extensions {
        rooms = List.copyOf(rooms);
    }

    /** These with one more room. */
    public Extensions withRoom(Correspondence room) {
        List<Correspondence> more = new ArrayList<>(rooms);
        more.add(room);
        return new Extensions(more, naming, filter);
    }

    /** These with another rule for names. */
    public Extensions withNaming(NamingRule other) {
        return new Extensions(rooms, other, filter);
    }

    /** These with another filter. */
    public Extensions withFilter(ResultFilter other) {
        return new Extensions(rooms, naming, other);
    }
}
