package io.github.ecs2k8s.internal.rooms.port;

import org.jspecify.annotations.Nullable;

/** A range of ports as ECS writes it: {@code 8000-8010}, both ends included. */
record PortRange(int first, int last) {
    /** The longest range written out port by port. */
    static final int MAX_WRITTEN = 100;

    private static final int MAX_PORT = 65535;

    /** Reads a range; null when the text is none. */
    static @Nullable PortRange parse(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0) {
            return null;
        }
        try {
            int first = Integer.parseInt(text.substring(0, hyphen).trim());
            int last = Integer.parseInt(text.substring(hyphen + 1).trim());
            return first >= 1 && first <= last && last <= MAX_PORT ? new PortRange(first, last) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** How many ports it holds. */
    int size() {
        return last - first + 1;
    }
}
