package io.github.ecs2k8s.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code convert} and {@code diff} have in common: inputs, the options that shape the output, and how they fail. */
abstract class ConvertingCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Files, directories (every *.json, *.yaml and *.yml in them), or - for standard input.")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private ConversionOptions conversionOptions = new ConversionOptions();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}; never when NO_COLOR is set).")
    private Colors.When color = Colors.When.AUTO;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ConvertingCommand(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() {
        FindingPrinter printer =
                new FindingPrinter(console.err(), Colors.of(color, console.errIsTerminal(), console.noColor()));
        try {
            return run(InputFiles.of(inputs), printer);
        } catch (Failure e) {
            printer.print(e);
            return e.exitCode();
        }
    }

    /** Does it, and returns the exit code. */
    abstract int run(InputFiles files, FindingPrinter printer) throws Failure;

    Console console() {
        return console;
    }

    Colors outputColors() {
        return Colors.of(color, console.outIsTerminal(), console.noColor());
    }

    OutputFormat format() {
        return conversionOptions.format();
    }

    Conversion conversion() {
        return new Conversion(console.in(), conversionOptions);
    }
}
