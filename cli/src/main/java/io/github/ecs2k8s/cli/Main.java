package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.options.Platform;
import io.github.ecs2k8s.options.WorkloadKind;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The {@code ecs2k8s} command: the only place that ends the process. */
public final class Main {
    private static final int HELP_WIDTH = 100;

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
        boolean colored = console.outIsTerminal() && !console.noColor();
        return RootCommand.commandLine(console)
                .registerConverter(WorkloadKind.class, new Choices<>(WorkloadKind.class))
                .registerConverter(Platform.class, new Choices<>(Platform.class))
                .registerConverter(Addon.class, new Choices<>(Addon.class))
                .registerConverter(OutputFormat.class, new Choices<>(OutputFormat.class))
                .registerConverter(FailOn.class, new Choices<>(FailOn.class))
                .registerConverter(Colors.When.class, new Choices<>(Colors.When.class))
                .registerConverter(Language.class, new Choices<>(Language.class))
                .setOut(console.out())
                .setErr(console.err())
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(Help.defaultColorScheme(colored ? Help.Ansi.ON : Help.Ansi.OFF))
                .setParameterExceptionHandler((e, args) -> fail(printer, UsageErrors.failure(e)))
                .setExecutionExceptionHandler((e, commandLine, parsed) ->
                        fail(printer, e instanceof Failure failure ? failure : Failure.defect("ecs2k8s", e)));
    }

    private static int fail(FindingPrinter printer, Failure failure) {
        printer.print(failure);
        return failure.exitCode();
    }
}
