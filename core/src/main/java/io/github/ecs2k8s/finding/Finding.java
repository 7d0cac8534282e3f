package io.github.ecs2k8s.finding;

import io.github.ecs2k8s.glossary.Term;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing a translation has to say about one place of its input.
 *
 * @param code what kind of finding this is; it decides the severity
 * @param pointer JSON pointer (RFC 6901) of the value in its document; empty for the whole document
 * @param location where that value stands in the text
 * @param message what happened and what was written instead; never a secret's value
 * @param hint what the user does now, null when there is nothing to do
 * @param term the glossary entry whose correspondence speaks, null for findings of the readers
 */
public record Finding(
        FindingCode code,
        String pointer,
        SourceLocation location,
        String message,
        @Nullable String hint,
        @Nullable Term term) {

    /** The order of every list of findings: by place, then by code, so that no hash and no room order shows. */
    public static final Comparator<Finding> BY_PLACE = Finding::compareByPlace;

    private static int compareByPlace(Finding a, Finding b) {
        int order = a.location.compareTo(b.location);
        if (order == 0) {
            order = a.pointer.compareTo(b.pointer);
        }
        if (order == 0) {
            order = a.code.compareTo(b.code);
        }
        return order == 0 ? a.message.compareTo(b.message) : order;
    }

    /** The severity of the code. */
    public Severity severity() {
        return code.severity();
    }
}
