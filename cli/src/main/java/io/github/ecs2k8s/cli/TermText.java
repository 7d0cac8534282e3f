package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Term;
import java.util.function.Predicate;

/** A term as a terminal shows it: its sentence first, then its fields. */
final class TermText {
    private final Language language;
    private final StringBuilder text;

    TermText(Language language, StringBuilder text) {
        this.language = language;
        this.text = text;
    }

    /** Both names on one line. */
    static String title(Term term, Language language) {
        return term.ecs(language) + " ⇄ " + term.kubernetes(language);
    }

    void append(Term term, FieldLines fields, String subject, Predicate<String> asked) {
        text.append(term).append(": ").append(title(term, language)).append('\n');
        text.append("  ").append(term.explanation(language)).append('\n');
        fields.append(text, FieldLines.of(term), subject, asked);
    }
}
