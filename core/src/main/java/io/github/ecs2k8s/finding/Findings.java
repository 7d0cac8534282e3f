package io.github.ecs2k8s.finding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the findings of one translation; not thread-safe, made anew for each. */
public final class Findings {
    // Ordered, not hashed: the first hash code of a record costs a start 10 ms.
    private final Set<Finding> all = new TreeSet<>(Finding.BY_PLACE);

    /** Adds one; the same finding said twice (two rooms meeting at one shared object) is kept once. */
    public void add(Finding finding) {
        all.add(finding);
    }

    /** Whether a finding points at this value, or at an object or list around it, other than the whole document. */
    public boolean covers(String file, String pointer) {
        for (Finding finding : all) {
            String place = finding.pointer();
            if (!place.isEmpty()
                    && file.equals(finding.location().file())
                    && pointer.startsWith(place)
                    && (pointer.length() == place.length() || pointer.charAt(place.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    /** Everything said so far, sorted by place. */
    public List<Finding> sorted() {
        return List.copyOf(all);
    }
}
