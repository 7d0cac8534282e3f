package io.github.ecs2k8s.cli;

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
}
