package io.github.ecs2k8s.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.Arrays;
import java.util.List;

/** The difference of two texts as {@code diff -u} prints it, so that {@code patch} takes it. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\n\\ No newline at end of file";

    private UnifiedDiff() {}

    /** The difference between a file's text and the text that {@code origin} now becomes; empty where they are equal. */
    public static String of(String file, String origin, String before, String after) {
        return of(file, origin, before, after, Colors.NONE);
    }

    /** The same in colours. */
    static String of(String file, String origin, String before, String after, Colors colors) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                file, file + "\tfrom " + origin, old, DiffUtils.diff(old, now), CONTEXT);
        StringBuilder text = new StringBuilder();
        for (String line : diff) {
            text.append(colors.diffLine(line)).append('\n');
        }
        return text.toString();
    }

    /** Lines without their break; a last line that has none says so, as {@code diff} does. */
    private static List<String> lines(String text) {
        String[] lines = text.split("\n", -1);
        int last = lines.length - 1;
        if (lines[last].isEmpty()) {
            return Arrays.asList(lines).subList(0, last);
        }
        lines[last] = lines[last] + NO_NEWLINE;
        return Arrays.asList(lines);
    }
}
