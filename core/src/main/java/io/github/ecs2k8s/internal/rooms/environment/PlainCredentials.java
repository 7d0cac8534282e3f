package io.github.ecs2k8s.internal.rooms.environment;

import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.finding.Credentials;
import io.github.ecs2k8s.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/** Tells plain variables that look like credentials: by what their names end with, or by a password in a URL. */
final class PlainCredentials {
    private PlainCredentials() {}

    /** Whether a variable holds what nobody should read; a value that stands elsewhere ({@code $(X)}) is none. */
    static boolean looksLikeOne(String name, @Nullable String value) {
        if (value == null || value.isEmpty() || isReference(value)) {
            return false;
        }
        return Credentials.isName(name) || Credentials.isValue(value);
    }

    private static boolean isReference(String value) {
        return value.startsWith("$(") || value.startsWith("${") || value.startsWith("{{");
    }

    /** Says that a variable stands in the task definition for everybody to read. */
    static void report(String name, Place place) {
        place.report(
                FindingCode.PLAIN_CREDENTIAL,
                name + " looks like a credential; it stands in the task definition in plain text, as it does here",
                "keep it in a Secret and take it by secretKeyRef");
    }
}
