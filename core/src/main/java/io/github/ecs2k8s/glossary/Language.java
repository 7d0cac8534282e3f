package io.github.ecs2k8s.glossary;

import java.util.Locale;

/** The languages in which the glossary and the findings' summaries are written. */
public enum Language {
    EN,
    JA;

    /** The language that somebody with this locale reads: Japanese where the locale says so, English everywhere else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(JA.toString()) ? JA : EN;
    }

    /** One of two texts. */
    public String pick(String english, String japanese) {
        return this == EN ? english : japanese;
    }

    /** The tag of the language as ISO 639 has it: {@code en}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
