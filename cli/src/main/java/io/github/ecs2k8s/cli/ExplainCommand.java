package io.github.ecs2k8s.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecs2k8s explain}: what a finding, a term or a field means, from the library's own lists. */
@Command(
        name = "explain",
        description =
                "Tells what a finding code, a term or a field means and where it goes; without an argument, lists them.",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:nothing is called so"})
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE|TERM|FIELD",
            description = "For example name-adjusted, command, or containerDefinitions[].image.")
    private @Nullable String subject;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "en",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Language language = Language.EN;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        Explanations explanations = new Explanations(language);
        console.print(subject == null ? explanations.contents() : explanations.of(subject));
        return ExitCodes.DONE;
    }
}
