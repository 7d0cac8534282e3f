package io.github.ecs2k8s.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the process ends with; the help of every command lists them. */
final class ExitCodes {
    /** Translated; or, for {@code diff}, equal. */
    static final int DONE = 0;

    /** Translated, but a finding reached {@code --fail-on}; or, for {@code diff}, different. */
    static final int REACHED = 1;

    /** The command line makes no sense. */
    static final int USAGE = 2;

    /** An input cannot be read or holds nothing to translate. */
    static final int INPUT = 3;

    /** An output cannot be written. */
    static final int OUTPUT = 4;

    /** A defect of this program; the number is {@code EX_SOFTWARE} of sysexits.h. */
    static final int DEFECT = 70;

    private ExitCodes() {}

    /** The list for a command's help; the first two mean something else in each. */
    static Map<String, String> list(String done, String reached) {
        Map<String, String> list = new LinkedHashMap<>();
        list.put(Integer.toString(DONE), done);
        list.put(Integer.toString(REACHED), reached);
        list.put(Integer.toString(USAGE), "the command line makes no sense");
        list.put(Integer.toString(INPUT), "an input cannot be read or holds nothing to translate");
        list.put(Integer.toString(OUTPUT), "an output cannot be written");
        list.put(Integer.toString(DEFECT), "a defect of ecs2k8s");
        return list;
    }
}
