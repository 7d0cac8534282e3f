package io.github.ecs2k8s.context;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list whose elements are made when they are asked for: what everybody shares, seen by one room. Not to be changed. */
public final class Views<T> extends AbstractList<T> implements RandomAccess {
    private final List<?> shared;
    private final IntFunction<T> view;

    private Views(List<?> shared, IntFunction<T> view) {
        this.shared = shared;
        this.view = view;
    }

    /**
     * Views of what a list has, now and later.
     *
     * @param view the element at a position, as it is to be seen
     */
    public static <T> List<T> of(List<?> shared, IntFunction<T> view) {
        return new Views<>(shared, view);
    }

    @Override
    public T get(int index) {
        return view.apply(index);
    }

    @Override
    public int size() {
        return shared.size();
    }
}
