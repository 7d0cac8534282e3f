package io.github.ecs2k8s.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the findings of one translation; not thread-safe, made anew for each. */
public final class Findings {
    private final Set<Finding> all = new LinkedHashSet<>();

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
        List<Finding> copy = new ArrayList<>(all);
        copy.sort(Finding.BY_PLACE);
        return List.copyOf(copy);
    }
}
