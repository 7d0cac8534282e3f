package io.github.ecs2k8s.internal.write.api;

import java.util.Set;

/** Words and variables of POSIX shells. */
final class Shell {
    private static final Set<String> RESERVED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "SHELL",
            "PWD",
            "OLDPWD",
            "IFS",
            "LANG",
            "UID",
            "EUID",
            "PPID",
            "TERM",
            "ENV",
            "SECONDS",
            "RANDOM",
            "LINENO",
            "HOSTNAME",
            "GROUPS",
            "TZ",
            "PS1",
            "CDPATH",
            "OPTARG",
            "OPTIND",
            "REPLY",
            "MAIL",
            "EDITOR",
            "PAGER",
            "DISPLAY",
            "TMPDIR",
            "LOGNAME",
            "BASH",
            "OPERATION");

    private Shell() {}

    /** Whether a variable of that name means something already. */
    static boolean isReserved(String variable) {
        return RESERVED.contains(variable) || variable.startsWith("AWS_") || variable.startsWith("LC_");
    }

    /** A text as one word: bare where that is safe, otherwise in single quotes. */
    static String word(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean safe = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!safe && "-_./:=,@%+".indexOf(c) < 0) {
                return "'" + text.replace("'", "'\\''") + "'";
            }
        }
        return text.isEmpty() ? "''" : text;
    }
}
