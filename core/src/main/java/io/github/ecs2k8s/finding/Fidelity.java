package io.github.ecs2k8s.finding;

import java.util.Locale;

/** How faithfully a leaf of the input was carried over. */
public enum Fidelity {
    /** Nothing is lost, and the way back gives the same value. */
    EXACT,
    /**
     * Needed only to find, to name or to fill in something else of the input, a selector for example: that is written, and
     * the value itself does not come back.
     */
    RESOLVED,
    /** Written in the nearest form; a finding says what differs. */
    APPROXIMATE,
    /** Not written, because no form exists; a finding says what to do instead. */
    UNTRANSLATABLE;

    /** The less faithful of the two. */
    public Fidelity worst(Fidelity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The name in lower case, as it is printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
