package io.github.ecs2k8s.context;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is worked out once about everything in one translation, and asked for each part of it: who asks takes time that
 * grows with the number of parts, not with its square. Not thread-safe, made anew for each translation.
 *
 * @param <S> what the facts are about
 */
public final class Facts<S> {
    private final S subject;
    private final Map<Class<?>, Object> known = new HashMap<>();

    /** No fact is known yet. */
    public Facts(S subject) {
        this.subject = subject;
    }

    /** A fact: computed when it is first asked for, and the same from then on. */
    public <T> T get(Class<T> kind, Function<? super S, ? extends T> compute) {
        Object fact = known.get(kind);
        if (fact == null) {
            fact = compute.apply(subject);
            known.put(kind, fact);
        }
        return kind.cast(fact);
    }
}
