package io.github.ecs2k8s.internal.quote;

import java.util.Set;
import java.util.StringJoiner;

/**
 * Words and variables of POSIX shells
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02). Every text of the input that gets
 * into a command goes through here.
 */
public final class Shell {
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
    public static boolean isReserved(String variable) {
        return RESERVED.contains(variable) || variable.startsWith("AWS_") || variable.startsWith("LC_");
    }

    /** A text as one word: bare where that is safe, otherwise in single quotes. */
    public static String word(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean safe = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!safe && "-_./:=,@%+".indexOf(c) < 0) {
                return quoted(text);
            }
        }
        return text.isEmpty() ? "''" : text;
    }

    /** Texts as words with a blank between two. */
    public static String words(Iterable<String> texts) {
        StringJoiner words = new StringJoiner(" ");
        texts.forEach(text -> words.add(word(text)));
        return words.toString();
    }

    /** A text in single quotes, where a shell leaves everything as it is. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A query of the AWS CLI as one word, in double quotes where that is as safe and easier to read. */
    public static String query(String query) {
        boolean plain = query.chars().noneMatch(c -> "\"\\`$!\n".indexOf(c) >= 0);
        return plain && query.indexOf('\'') >= 0 ? '"' + query + '"' : word(query);
    }
}
