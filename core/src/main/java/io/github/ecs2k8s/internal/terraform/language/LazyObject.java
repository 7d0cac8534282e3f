package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Value;
import java.util.List;
import java.util.function.Supplier;

/**
 * An object whose members are computed when somebody asks: {@code var}, {@code module.web}.
 *
 * @param address how it is referred to
 * @param names the names of the members it surely has
 */
record LazyObject(
        SourceLocation location, String address, Supplier<? extends Iterable<String>> names, Computation members)
        implements Value.Lazy {

    /** Computes a member. */
    interface Computation {
        Value member(String name, SourceLocation place);
    }

    /** An object of which nobody asks for all members. */
    static LazyObject open(SourceLocation place, String address, Computation members) {
        return new LazyObject(place, address, List::of, members);
    }

    @Override
    public Value member(String name, SourceLocation place) {
        return members.member(name, place);
    }

    @Override
    public Value.Mapping all() {
        Value.Mapping all = Value.Mapping.empty(location);
        for (String name : names.get()) {
            all.entries().put(name, new Value.Entry(location, member(name, location)));
        }
        return all;
    }
}
