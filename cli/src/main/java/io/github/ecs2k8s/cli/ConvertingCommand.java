package io.github.ecs2k8s.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code convert} and {@code diff} have in common: inputs, the options that shape the output, and how they fail. */
abstract class ConvertingCommand implements Callable<Integer> {
    private final Console console;

    private final PositionalParamSpec inputs = PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .index("0..*")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                    "Files, directories (a Terraform configuration, or every *.json, *.yaml and *.yml in them), or - for standard input.")
            .build();

    private final ConversionOptions conversionOptions = new ConversionOptions();

    private final OptionSpec color =
            Choices.option("--color", "WHEN", Colors.When.AUTO, "When to use colours, unless NO_COLOR is set");

    ConvertingCommand(Console console) {
        this.console = console;
    }

    /** The command with its own options first. */
    final CommandSpec spec(String description, String done, String reached, OptionSpec... own) {
        CommandSpec spec = Commands.spec(this, description);
        spec.addPositional(inputs);
        for (OptionSpec option : own) {
            spec.addOption(option);
        }
        conversionOptions.addTo(spec);
        spec.addOption(color);
        spec.usageMessage().exitCodeList(ExitCodes.list(done, reached));
        return spec;
    }

    @Override
    public final Integer call() {
        FindingPrinter printer = new FindingPrinter(console.err(), colors(console.errIsTerminal()));
        try {
            List<String> arguments = inputs.getValue();
            return run(InputFiles.of(arguments), printer);
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
        return colors(console.outIsTerminal());
    }

    Conversion conversion() {
        return new Conversion(console.in(), conversionOptions);
    }

    private Colors colors(boolean isTerminal) {
        return Colors.of(color.getValue(), isTerminal, console.noColor());
    }
}
