package io.github.ecs2k8s.cli;

import picocli.CommandLine;

/** The {@code ecs2k8s} command: the only place that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** Runs the command line on a console and returns its exit code; nothing is thrown and nothing else is written to. */
    public static int run(Console console, String... args) {
        FindingPrinter printer = new FindingPrinter(
                console.err(), Colors.of(Colors.When.AUTO, console.errIsTerminal(), console.noColor()));
        try {
            return commandLine(console, printer).execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return fail(printer, Failure.defect("ecs2k8s", e));
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private static CommandLine commandLine(Console console, FindingPrinter printer) {
        return Commands.commandLine(console)
                .setParameterExceptionHandler((e, args) -> fail(printer, UsageErrors.failure(e)))
                .setExecutionExceptionHandler((e, commandLine, parsed) ->
                        fail(printer, e instanceof Failure failure ? failure : Failure.defect("ecs2k8s", e)));
    }

    private static int fail(FindingPrinter printer, Failure failure) {
        printer.print(failure);
        return failure.exitCode();
    }
}
