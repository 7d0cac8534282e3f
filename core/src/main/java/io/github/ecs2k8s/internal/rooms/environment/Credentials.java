package io.github.ecs2k8s.internal.rooms.environment;

import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells plain variables that look like credentials: by what their names end with, or by a password in a URL. */
final class Credentials {
    private static final List<String> ENDS = List.of(
            "PASSWORD",
            "PASSWD",
            "PASSPHRASE",
            "_PASS",
            "_PWD",
            "SECRET",
            "SECRET_KEY",
            "SECRET_KEY_BASE",
            "TOKEN",
            "API_KEY",
            "APIKEY",
            "PRIVATE_KEY",
            "ACCESS_KEY",
            "ENCRYPTION_KEY",
            "CREDENTIALS");

    /** A password between a user's name and the host: {@code postgres://shop:secret@db/shop}. */
    private static final Pattern IN_A_URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s/:@]*:([^\\s/@]+)@");

    private Credentials() {}

    /** Whether a variable holds what nobody should read; a value that stands elsewhere ({@code $(X)}) is none. */
    static boolean looksLikeOne(String name, @Nullable String value) {
        if (value == null || value.isEmpty() || isReference(value)) {
            return false;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return ENDS.stream().anyMatch(upper::endsWith) || isInUrl(value);
    }

    private static boolean isInUrl(String value) {
        var url = IN_A_URL.matcher(value);
        return url.find() && !isReference(url.group(1));
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
