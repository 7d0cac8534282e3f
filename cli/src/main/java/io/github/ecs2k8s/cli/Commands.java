package io.github.ecs2k8s.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands and how they are described. They are put together by plain calls and not by annotations: reading
 * annotations would cost 30 ms of every start.
 */
final class Commands {
    private static final int HELP_WIDTH = 100;
    private static final String CONVERT = "convert";
    private static final String DIFF = "diff";
    private static final String EXPLAIN = "explain";
    private static final String COMPLETION = "completion";

    private Commands() {}

    /**
     * {@code ecs2k8s} with the command that the first argument names, writing to a console; with all of them where it
     * names none of those that work alone. Describing the others would cost 10 ms of every start.
     */
    static CommandLine commandLine(Console console, String... args) {
        CommandSpec root = spec(
                Commands::withoutCommand,
                "Amazon ECS task definitions and services as the Kubernetes manifests an expert would write.");
        root.name("ecs2k8s");
        root.version(version());
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        switch (args.length == 0 ? "" : args[0]) {
            case CONVERT -> addConvert(console, root);
            case DIFF -> addDiff(console, root);
            case EXPLAIN -> addExplain(console, root);
            default -> {
                addConvert(console, root);
                addDiff(console, root);
                addExplain(console, root);
                root.addSubcommand(COMPLETION, completion(console, root));
            }
        }
        root.usageMessage()
                .commandListHeading("%nCommands:%n")
                .exitCodeList(
                        ExitCodes.list("done", "done, but with findings (convert --fail-on) or differences (diff)"));
        boolean colored = console.outIsTerminal() && !console.noColor();
        return new CommandLine(root)
                .setOut(console.out())
                .setErr(console.err())
                .setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(colored ? Help.Ansi.ON : Help.Ansi.OFF));
    }

    private static void addConvert(Console console, CommandSpec root) {
        root.addSubcommand(CONVERT, new ConvertCommand(console).spec());
    }

    private static void addDiff(Console console, CommandSpec root) {
        root.addSubcommand(DIFF, new DiffCommand(console).spec());
    }

    private static void addExplain(Console console, CommandSpec root) {
        root.addSubcommand(EXPLAIN, new ExplainCommand(console).spec());
    }

    /** A command with the help option and the layout that all share. */
    static CommandSpec spec(Callable<Integer> command, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.usageMessage()
                .width(HELP_WIDTH)
                .sortOptions(false)
                .description(description)
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .exitCodeListHeading("%nExit codes:%n");
        return spec;
    }

    private static CommandSpec completion(Console console, CommandSpec root) {
        return spec(
                () -> {
                    console.print(picocli.AutoComplete.bash("ecs2k8s", root.commandLine()));
                    return ExitCodes.DONE;
                },
                "Prints a completion script for bash and zsh: source <(ecs2k8s completion)");
    }

    private static String version() {
        String version = Commands.class.getPackage().getImplementationVersion();
        return "ecs2k8s " + (version == null ? "(not packaged)" : version);
    }

    private static Integer withoutCommand() throws Failure {
        throw Failure.usage("ecs2k8s", "no command given", "ecs2k8s --help");
    }
}
