package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.glossary.Language;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code ecs2k8s explain}: what a finding, a term or a field means, from the library's own lists. */
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    private final PositionalParamSpec subject = PositionalParamSpec.builder()
            .paramLabel("CODE|TERM|FIELD")
            .index("0")
            .arity("0..1")
            .type(String.class)
            .description("For example name-adjusted, command, containerDefinitions[].image or"
                    + " Deployment.spec.strategy.")
            .build();

    private final OptionSpec language = Choices.option("--lang", "LANG", Language.EN, "The language");

    ExplainCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "Tells what a finding code, a term or a field means and where it goes; without an argument, lists them.");
        spec.addPositional(subject);
        spec.addOption(language);
        spec.usageMessage().exitCodeList(new TreeMap<>(Map.of("0", "explained", "2", "nothing is called so")));
        return spec;
    }

    @Override
    public Integer call() throws Failure {
        Explanations explanations = new Explanations(language.getValue());
        String name = subject.getValue();
        console.print(name == null ? explanations.contents() : explanations.of(name));
        return ExitCodes.DONE;
    }
}
