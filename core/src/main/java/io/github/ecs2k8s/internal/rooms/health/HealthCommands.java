package io.github.ecs2k8s.internal.rooms.health;

import io.github.ecs2k8s.kubernetes.Expansions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.HealthCheck;

/**
 * The command of an ECS health check ⇄ the command of an exec probe.
 *
 * <p>Docker runs {@code CMD} as it is, {@code CMD-SHELL} through the image's shell, and ignores everything else
 * (https://docs.docker.com/reference/api/engine/version/v1.47/, HealthConfig.Test). Like args, an exec probe has its
 * {@code $(VAR)} references expanded by the kubelet, so they are escaped.
 */
public final class HealthCommands {
    private static final String ARGUMENTS = "CMD";
    private static final String SHELL = "CMD-SHELL";
    private static final String NONE = "NONE";
    private static final List<String> LINUX_SHELL = List.of("/bin/sh", "-c");
    private static final List<String> WINDOWS_SHELL = List.of("cmd", "/S", "/C");

    private HealthCommands() {}

    /**
     * A command as Docker takes it: {@code CMD} or {@code CMD-SHELL} and what is run.
     *
     * @param arguments what follows the word, never empty
     * @param assumed whether the word is missing in the source and was added
     */
    record Command(boolean shell, List<String> arguments, boolean assumed) {

        /** What an exec probe runs. */
        List<String> exec(boolean windows) {
            List<String> exec = new ArrayList<>();
            if (shell) {
                exec.addAll(windows ? WINDOWS_SHELL : LINUX_SHELL);
            }
            exec.addAll(Expansions.escape(arguments));
            return exec;
        }

        /** Whether {@code CMD} calls the shell itself, so that Kubernetes has the same form for both. */
        boolean isShellInDisguise(boolean windows) {
            List<String> shell = windows ? WINDOWS_SHELL : LINUX_SHELL;
            return !shell() && arguments.size() > shell.size() && startsWith(arguments, shell);
        }
    }

    /** Whether there is something to run; {@code NONE} and the empty command of a console skeleton are nothing. */
    public static boolean isGiven(@Nullable HealthCheck check) {
        return check != null && read(check.command()) != null;
    }

    /** Whether the command says that the image's own health check is to be switched off. */
    static boolean isNone(List<String> command) {
        return !command.isEmpty() && NONE.equals(command.get(0));
    }

    /** Whether there is anything but the empty strings of a console skeleton. */
    static boolean isWord(List<String> command) {
        for (String word : command) {
            if (word != null && !word.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The command in Docker's form; null when there is nothing to run. */
    static @Nullable Command read(List<String> source) {
        List<String> words = new ArrayList<>();
        for (String word : source) {
            if (word != null && !(words.isEmpty() && word.isBlank())) {
                words.add(word);
            }
        }
        if (words.isEmpty() || isNone(words)) {
            return null;
        }
        String first = words.get(0);
        if (first.equals(ARGUMENTS) || first.equals(SHELL)) {
            List<String> arguments = words.subList(1, words.size());
            return arguments.isEmpty() ? null : new Command(first.equals(SHELL), arguments, false);
        }
        return assume(words);
    }

    /** One string is what the console's text box takes, with or without the word and a comma before it. */
    private static Command assume(List<String> words) {
        String first = words.get(0).trim();
        if (words.size() > 1) {
            return new Command(false, words, true);
        }
        boolean direct = first.startsWith(ARGUMENTS + " ") || first.startsWith(ARGUMENTS + ",");
        boolean shell = first.startsWith(SHELL + " ") || first.startsWith(SHELL + ",");
        if (!direct && !shell) {
            return new Command(true, List.of(first), true);
        }
        String rest = first.substring((shell ? SHELL : ARGUMENTS).length() + 1).trim();
        return new Command(true, List.of(rest), true);
    }

    /** The command of a health check that runs what an exec probe runs, its references expanded. */
    static List<String> ofExec(List<String> exec, boolean windows) {
        List<String> shell = windows ? WINDOWS_SHELL : LINUX_SHELL;
        boolean throughShell = exec.size() > shell.size() && startsWith(exec, shell);
        List<String> command = new ArrayList<>();
        command.add(throughShell ? SHELL : ARGUMENTS);
        command.addAll(throughShell ? exec.subList(shell.size(), exec.size()) : exec);
        return command;
    }

    /** The command of a health check that runs a line of shell. */
    static List<String> ofShell(String line) {
        return List.of(SHELL, line);
    }

    private static boolean startsWith(List<String> words, List<String> start) {
        return words.size() >= start.size() && words.subList(0, start.size()).equals(start);
    }
}
