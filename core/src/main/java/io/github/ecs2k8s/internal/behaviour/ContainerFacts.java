package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.source.Node;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One container as either side says it.
 *
 * @param name its name as written
 * @param image null where none is said
 * @param secrets what each variable takes its value from, where that is kept elsewhere
 * @param node where it stands
 */
record ContainerFacts(String name, @Nullable String image, Map<String, String> secrets, Node node) {
    /** Longer names may have been cut. */
    private static final int CERTAIN = 40;

    /** What tells two names apart that would be one. */
    private static final int MARK = 6;

    /** Whether a container of the other side may be this one: names differ in what each side allows in them. */
    boolean isCalledLike(ContainerFacts other) {
        String own = simple(name);
        String theirs = simple(other.name);
        boolean cut = own.length() >= CERTAIN && theirs.startsWith(own.substring(0, CERTAIN));
        boolean numbered = theirs.startsWith(own) && theirs.length() == own.length() + MARK;
        return own.equals(theirs) || cut || numbered;
    }

    private static String simple(String name) {
        StringBuilder simple = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                simple.append(c);
            }
        }
        return simple.toString();
    }
}
