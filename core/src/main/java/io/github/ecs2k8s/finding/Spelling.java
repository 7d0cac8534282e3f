package io.github.ecs2k8s.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known word somebody meant to type. */
public final class Spelling {
    private Spelling() {}

    /**
     * The known word that is a typing error away: another case, or one letter missing, doubled, wrong or swapped with its
     * neighbour; two such errors in words of eight letters and more.
     *
     * @param known in the order of preference between equally near ones
     * @return null when no known word is near enough
     */
    public static @Nullable String nearest(String word, Iterable<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int allowed = lower.length() < 3 ? 0 : lower.length() < 8 ? 1 : 2;
        String nearest = null;
        int least = allowed + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - lower.length()) < least) {
                int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }
        return last[b.length()];
    }
}
