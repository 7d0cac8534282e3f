package io.github.ecs2k8s.cli;

import picocli.CommandLine;

/** The {@code ecs2k8s} command: the only place that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        leaveOutWhatNobodyUses();
        System.exit(run(Console.ofProcess(), args));
    }

    /**
     * Spares picocli the converters that it finds by reflection (dates, paths), and a look for Groovy's classes in the whole
     * jar: no option needs them.
     */
    static void leaveOutWhatNobodyUses() {
        System.setProperty("picocli.converters.excludes", ".*");
        System.setProperty("picocli.disable.closures", "true");
    }

    /** Runs the command line on a console and returns its exit code; nothing is thrown and nothing else is written to. */
    public static int run(Console console, String... args) {
        FindingPrinter printer = new FindingPrinter(
                console.err(), Colors.of(Colors.When.AUTO, console.errIsTerminal(), console.noColor()));
        try {
            return commandLine(console, printer, args).execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return fail(printer, Failure.defect("ecs2k8s", e));
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private static CommandLine commandLine(Console console, FindingPrinter printer, String... args) {
        return Commands.commandLine(console, args)
                .setParameterExceptionHandler((e, refused) -> fail(printer, UsageErrors.failure(e)))
                .setExecutionExceptionHandler((e, commandLine, parsed) ->
                        fail(printer, e instanceof Failure failure ? failure : Failure.defect("ecs2k8s", e)));
    }

    private static int fail(FindingPrinter printer, Failure failure) {
        printer.print(failure);
        return failure.exitCode();
    }
}
