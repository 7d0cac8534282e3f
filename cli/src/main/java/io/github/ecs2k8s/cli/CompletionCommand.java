package io.github.ecs2k8s.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ecs2k8s completion}: a script that makes bash and zsh complete this command line. */
@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh: source <(ecs2k8s completion)",
        descriptionHeading = "%n",
        optionListHeading = "%n")
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        console.print(AutoComplete.bash("ecs2k8s", spec.root().commandLine()));
        return ExitCodes.DONE;
    }
}
