package io.github.ecs2k8s.finding;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one translation; not thread-safe, made anew for each. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** Adds one; the same finding said twice (two rooms meeting at one shared object) is kept once. */
    public void add(Finding finding) {
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    /** Everything said so far, sorted by place. */
    public List<Finding> sorted() {
        List<Finding> copy = new ArrayList<>(all);
        copy.sort(Finding.BY_PLACE);
        return List.copyOf(copy);
    }
}
