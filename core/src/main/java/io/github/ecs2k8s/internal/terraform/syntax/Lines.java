package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.Arrays;

/** Where the lines of a text begin: offsets ⇄ lines and columns, in any order. */
public final class Lines {
    private final String file;
    private final int[] starts;

    /** The lines of a text that has no byte-order mark. */
    public Lines(String file, String text) {
        this.file = file;
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = at + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** The place of an offset in UTF-16 units. */
    public SourceLocation at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourceLocation(file, line + 1, offset - starts[line] + 1);
    }

    /** The offset of a place. */
    public int offset(SourceLocation place) {
        return starts[place.line() - 1] + place.column() - 1;
    }
}
