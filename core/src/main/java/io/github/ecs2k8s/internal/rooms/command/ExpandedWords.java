package io.github.ecs2k8s.internal.rooms.command;

import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.secret.WholeSecrets;
import io.github.ecs2k8s.kubernetes.Expansions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a command as the kubelet expands them: references become the values that the input tells; what only the
 * running container knows is left to the shell where one runs a script, and stays elsewhere.
 */
public final class ExpandedWords {
    /** None of the words is a script that a shell runs. */
    public static final int NO_SCRIPT = -1;

    private ExpandedWords() {}

    /**
     * Expands the words of a command; says which of them come out as something else.
     *
     * @param script the index of the word that a shell runs as a script; {@link #NO_SCRIPT} or any other when there is none
     * @param path where the words stand in the container
     */
    public static List<String> of(List<String> words, int script, ContainerToEcs context, Object... path) {
        List<String> expanded = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Object[] place = new Object[path.length + 1];
            System.arraycopy(path, 0, place, 0, path.length);
            place[path.length] = i;
            expanded.add(expand(words.get(i), i == script, context, place));
        }
        return expanded;
    }

    private static String expand(String word, boolean isScript, ContainerToEcs context, Object... place) {
        if (word.indexOf("$(") < 0) {
            return Expansions.unescape(word);
        }
        Set<String> open = new TreeSet<>();
        Set<String> left = new TreeSet<>();
        Set<String> quoted = isScript ? ShellScripts.quotedReferences(word) : Set.of();
        String value = context.environment().expand(word, name -> {
            boolean secret = context.environment().isSecret(name) || WholeSecrets.gives(name, context);
            if (secret && isScript && !quoted.contains(name) && ShellScripts.isName(name)) {
                left.add(name);
                return "${" + name + "}";
            }
            if (secret || context.environment().isOpen(name)) {
                open.add(name);
            }
            return null;
        });
        if (!open.isEmpty()) {
            String name = open.iterator().next();
            sayOpen(name, "let a shell expand it: sh -c, with \"$" + name + "\"", context, place);
        } else if (!left.isEmpty()) {
            context.at(place)
                    .report(
                            FindingCode.REFERENCE_IN_SCRIPT,
                            "the shell puts in " + String.join(", ", left) + ", in place of the kubelet");
        } else if (!value.equals(Expansions.unescape(word))) {
            context.at(place)
                    .report(
                            FindingCode.ENVIRONMENT_INLINED,
                            "references are written with the values they have in the input");
        }
        return value;
    }

    /** Says that a reference stays, to a variable of the container or to one that the kubelet sets for a Service. */
    public static void sayOpen(String name, String hint, ContainerToEcs context, Object... place) {
        boolean service = context.environment().tellsOfService(name);
        context.at(place)
                .report(
                        FindingCode.REFERENCE_NOT_EXPANDED,
                        "$(" + name + ") stays as it is: "
                                + (service
                                        ? "the input has no such Service"
                                        : "its value is not known before the container runs"),
                        service ? "write the name and the port; ECS sets no variables for Services" : hint);
    }
}
