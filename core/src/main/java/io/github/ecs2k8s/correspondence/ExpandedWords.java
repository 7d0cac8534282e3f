package io.github.ecs2k8s.correspondence;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Expansions;
import io.github.ecs2k8s.translation.PodContainerContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command as the kubelet expands them: references become the values that the input tells, and what only
 * the running container knows stays.
 */
final class ExpandedWords {

    private ExpandedWords() {}

    /**
     * Expands the words of a command; says which of them come out as something else.
     *
     * @param path where the words stand in the container
     */
    static List<String> of(List<String> words, PodContainerContext context, Object... path) {
        List<String> expanded = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String value = context.environment().expand(word);
            expanded.add(value);
            if (word.indexOf("$(") >= 0) {
                say(word, value, i, context, path);
            }
        }
        return expanded;
    }

    private static void say(String word, String value, int index, PodContainerContext context, Object... path) {
        Object[] place = new Object[path.length + 1];
        System.arraycopy(path, 0, place, 0, path.length);
        place[path.length] = index;
        String open = context.environment().openReference(word);
        if (open != null) {
            context.find(
                    FindingCode.REFERENCE_NOT_EXPANDED,
                    "$(" + open + ") stays as it is: its value is not known before the container runs",
                    "let a shell expand it: sh -c, with \"$" + open + "\"",
                    place);
        } else if (!value.equals(Expansions.unescape(word))) {
            context.find(
                    FindingCode.ENVIRONMENT_INLINED,
                    "references are written with the values they have in the input",
                    null,
                    place);
        }
    }
}
