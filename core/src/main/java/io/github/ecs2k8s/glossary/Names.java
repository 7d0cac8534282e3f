package io.github.ecs2k8s.glossary;

import java.text.Normalizer;
import java.util.Locale;

/** Compares names as people type them: capitals, blanks, hyphens, full width and plural make no difference. */
public final class Names {
    private Names() {}

    /** What all spellings of a name have in common: {@code taskrole} for {@code Task Roles} and {@code task-role}. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return singular(key.toString());
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("ches")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
