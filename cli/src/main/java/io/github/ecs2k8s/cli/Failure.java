package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.source.BrokenInputException;
import org.jspecify.annotations.Nullable;

/** What ends a command, or one file of many, before its result: one line, what to do about it, and an exit code. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String subject;
    private final @Nullable String hint;

    private Failure(int exitCode, String subject, String message, @Nullable String hint) {
        // No stack trace: it is an answer to the user, not an accident.
        super(message, null, false, false);
        this.exitCode = exitCode;
        this.subject = subject;
        this.hint = hint;
    }

    /** The command line makes no sense. */
    static Failure usage(String subject, String message, @Nullable String hint) {
        return new Failure(ExitCodes.USAGE, subject, message, hint);
    }

    /** An input cannot be read or holds nothing to translate. */
    static Failure input(String subject, String message, @Nullable String hint) {
        return new Failure(ExitCodes.INPUT, subject, message, hint);
    }

    /** An input that the library cannot read. */
    static Failure input(BrokenInputException broken) {
        String message = broken.getMessage() == null ? "cannot be read" : broken.getMessage();
        return input(broken.location().toString(), message, broken.hint());
    }

    /** An output cannot be written. */
    static Failure output(String subject, String message, @Nullable String hint) {
        return new Failure(ExitCodes.OUTPUT, subject, message, hint);
    }

    /**
     * Something that should not happen, in one line that a report of it can start with. The accident's own message is left
     * out: it may quote a value of the input, and that may be a secret.
     */
    static Failure defect(String subject, Throwable accident) {
        if (accident instanceof OutOfMemoryError) {
            return input(
                    subject, "not enough memory for this input", "set ECS2K8S_JAVA_OPTS=-Xmx4g, or give fewer files");
        }
        StringBuilder message = new StringBuilder("defect in ecs2k8s: ")
                .append(accident.getClass().getSimpleName());
        for (StackTraceElement frame : accident.getStackTrace()) {
            if (frame.getClassName().startsWith("io.github.ecs2k8s.")) {
                message.append(" at ").append(frame.getFileName()).append(':').append(frame.getLineNumber());
                break;
            }
        }
        return new Failure(
                ExitCodes.DEFECT,
                subject,
                message.toString(),
                "please report this line with the output of ecs2k8s --version and the input, without its secrets");
    }

    int exitCode() {
        return exitCode;
    }

    /** The file, place, option or command it is about. */
    String subject() {
        return subject;
    }

    /** The one line. */
    String message() {
        return String.valueOf(getMessage());
    }

    @Nullable String hint() {
        return hint;
    }
}
