package io.github.ecs2k8s.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the findings of one translation; not thread-safe, made anew for each. */
public final class Findings {
    // Ordered, not hashed: the first hash code of a record costs a start 10 ms.
    private final Set<Finding> all = new TreeSet<>(Finding.BY_PLACE);

    private final Set<String> places = new HashSet<>();

    /** Adds one; the same finding said twice (two rooms meeting at one shared object) is kept once. */
    public void add(Finding finding) {
        all.add(finding);
        places.add(place(finding.location().root(), finding.pointer()));
    }

    /** Whether a finding points at this value, or at an object or list around it, other than the whole document. */
    public boolean covers(SourceLocation location, String pointer) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (places.contains(place(location.root(), pointer.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finding points at exactly this value, be it a whole document. */
    public boolean has(SourceLocation location, String pointer) {
        return places.contains(place(location.root(), pointer));
    }

    private static String place(String root, String pointer) {
        return root + '\0' + pointer;
    }

    /** Everything said so far, sorted by place. */
    public List<Finding> sorted() {
        return List.copyOf(all);
    }
}
