package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Spelling;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what picocli refuses into one line and the way out. */
final class UsageErrors {
    private UsageErrors() {}

    static Failure failure(ParameterException refused) {
        CommandLine commandLine = refused.getCommandLine();
        String command = commandLine.getCommandSpec().qualifiedName();
        String help = command + " --help";
        if (refused instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String argument = unmatched.getUnmatched().get(0);
            boolean option = argument.startsWith("-") && argument.length() > 1;
            String what = option
                    ? "no such option: "
                    : commandLine.getParent() == null ? "no such command: " : "too many arguments: ";
            return Failure.usage(command, what + argument, suggestion(commandLine, argument, help));
        }
        String message = refused.getMessage() == null || refused.getMessage().isEmpty()
                ? "wrong arguments"
                : refused.getMessage();
        return Failure.usage(command, Character.toLowerCase(message.charAt(0)) + message.substring(1), help);
    }

    private static String suggestion(CommandLine commandLine, String argument, String help) {
        List<String> known =
                new ArrayList<>(commandLine.getCommandSpec().optionsMap().keySet());
        known.addAll(commandLine.getSubcommands().keySet());
        int equals = argument.indexOf('=');
        String nearest = Spelling.nearest(equals < 0 ? argument : argument.substring(0, equals), known);
        if (nearest != null) {
            return "did you mean " + nearest + "? see " + help;
        }
        boolean file = commandLine.getParent() == null && (argument.equals("-") || argument.indexOf('.') > 0);
        return file ? "ecs2k8s convert " + argument : help;
    }
}
