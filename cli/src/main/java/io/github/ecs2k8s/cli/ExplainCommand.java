package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.glossary.Language;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code ecs2k8s explain}: what something is on the other side, from the glossary and the library's own lists. */
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    private final PositionalParamSpec subject = PositionalParamSpec.builder()
            .paramLabel("NAME")
            .index("0")
            .arity("0..1")
            .type(String.class)
            .description("What either side calls it, a field or a finding: 'task role', HPA, Deployment.spec.strategy,"
                    + " name-adjusted.")
            .build();

    private final OptionSpec language =
            Choices.optional("--lang", "LANG", Language.class, "The language; without it, that of the locale");

    private final OptionSpec fields = OptionSpec.builder("--fields")
            .type(boolean.class)
            .defaultValue("false")
            .description("All fields, not only the first.")
            .build();

    ExplainCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "Tells what something of ECS or of Kubernetes is on the other side, what a finding means and where a field"
                        + " goes; without an argument, lists what there is.");
        spec.addPositional(subject);
        spec.addOption(language);
        spec.addOption(fields);
        spec.usageMessage().exitCodeList(new TreeMap<>(Map.of("0", "explained", "2", "nothing is called so")));
        return spec;
    }

    @Override
    public Integer call() throws Failure {
        Language chosen = language.getValue();
        boolean all = fields.getValue();
        Explanations explanations = new Explanations(chosen == null ? Language.of(Locale.getDefault()) : chosen, all);
        String name = subject.getValue();
        console.print(name == null ? explanations.contents() : explanations.of(name));
        return ExitCodes.DONE;
    }
}
