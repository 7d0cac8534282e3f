package io.github.ecs2k8s.internal.read;

import java.util.Locale;

/** The family of a task definition that names none, taken from the name of its file. */
final class FamilyName {
    /** What a file is called for what it is, not for what is in it; longest first. */
    private static final String[] GENERIC = {
        "containerdefinitions",
        "containerdefinition",
        "taskdefinitions",
        "taskdefinition",
        "containers",
        "taskdefs",
        "taskdef",
        "ecstask",
        "task",
        "ecs"
    };

    private static final String LAST_RESORT = "app";

    private FamilyName() {}

    /**
     * {@code shop-web} for {@code shop-web.taskdef.json} and for {@code deploy/shop-web/task-definition.yaml}; {@code app}
     * where the name says nothing.
     *
     * @param file the name of the file as given, with its folders
     */
    static String of(String file) {
        String path = file.replace('\\', '/');
        int end = path.length();
        for (int folder = 0; folder < 2 && end > 0; folder++) {
            int slash = path.lastIndexOf('/', end - 1);
            String name = withoutKind(
                    folder == 0 ? withoutExtensions(path.substring(slash + 1, end)) : path.substring(slash + 1, end));
            if (!name.isEmpty()) {
                return name;
            }
            end = Math.max(slash, 0);
        }
        return LAST_RESORT;
    }

    private static String withoutExtensions(String name) {
        String rest = name;
        for (String extension : new String[] {".json", ".yaml", ".yml", ".template", ".tpl"}) {
            if (rest.toLowerCase(Locale.ROOT).endsWith(extension)) {
                rest = rest.substring(0, rest.length() - extension.length());
            }
        }
        return rest;
    }

    /** The name without what says that it is a task definition, and without separators at its ends. */
    private static String withoutKind(String name) {
        String rest = trimmed(name);
        for (String generic : GENERIC) {
            int cut = kindStart(rest, generic);
            if (cut == 0) {
                return "";
            }
            if (cut > 0 && !Character.isLetterOrDigit(rest.charAt(cut - 1))) {
                rest = trimmed(rest.substring(0, cut));
            }
        }
        return rest;
    }

    /** Where a name begins to spell a word up to its end, separators not counted; -1 when it does not end in the word. */
    private static int kindStart(String name, String word) {
        int at = name.length();
        int left = word.length();
        while (left > 0 && at > 0) {
            char c = Character.toLowerCase(name.charAt(--at));
            if (Character.isLetterOrDigit(c)) {
                if (c != word.charAt(--left)) {
                    return -1;
                }
            }
        }
        return left == 0 ? at : -1;
    }

    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && !Character.isLetterOrDigit(name.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }
}
