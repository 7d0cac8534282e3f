package io.github.ecs2k8s.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ecs2k8s} itself, which does nothing without a command. */
@Command(
        name = "ecs2k8s",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        description = "Amazon ECS task definitions as the Kubernetes manifests an expert would write.",
        descriptionHeading = "%n",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but with findings (convert --fail-on) or differences (diff)",
            "2:the command line makes no sense",
            "3:an input cannot be read or holds nothing to translate",
            "4:an output cannot be written",
            "70:a defect of ecs2k8s"
        })
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    /** Tells the version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"ecs2k8s " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** The command line with all commands, writing to a console. */
    static CommandLine commandLine(Console console) {
        return new CommandLine(new RootCommand())
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new CompletionCommand(console));
    }
}
