package io.github.ecs2k8s.internal.write;

import org.jspecify.annotations.Nullable;

/** Tells roles that exist from those that a reference only asks for. */
final class RoleNames {

    private RoleNames() {}

    /** The logical id in {@code ${Role.Arn}} or {@code ${Role}} when no part has it; null for anything else. */
    static @Nullable String unknown(Parts parts, String text) {
        ReferenceText reference = ReferenceText.parse(text);
        if (!reference.isWhole() || reference.pieces().get(0).text().startsWith("AWS::")) {
            return null;
        }
        String base = Parts.base(reference.pieces().get(0).text());
        return parts.find(base) == null ? base : null;
    }
}
