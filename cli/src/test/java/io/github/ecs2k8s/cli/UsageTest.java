package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends CommandLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "convert --help", "diff -h", "explain --help"})
    void helpListsExitCodes(String command) {
        assertThat(run(command.split(" "))).isZero();
        assertThat(out).startsWith("Usage: ecs2k8s").contains("Exit codes:\n  0 ");
        assertThat(err).isEmpty();
    }

    @Test
    void helpListsEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out).containsSubsequence("Commands:\n", "  convert ", "  diff ", "  explain ", "  completion ");
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(out).startsWith("ecs2k8s ");
    }

    @Test
    void aCompletionScriptKnowsTheCommands() {
        assertThat(run("completion")).isZero();
        assertThat(out).contains("complete -F").contains("--kubernetes-version").contains("daemonset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "convret x # no such command: convret # did you mean convert?",
                "taskdef.json # no such command: taskdef.json # ecs2k8s convert taskdef.json",
                "convert # missing required parameter: 'INPUT' # ecs2k8s convert --help",
                "convert x --knid pod # no such option: --knid # did you mean --kind?",
                "convert x --knid=pod # no such option: --knid=pod # did you mean --kind?",
                "convert x --kind deploy # 'deploy' is none of deployment, pod, job, # ecs2k8s convert --help",
                "convert x --kind Deploymnet # did you mean deployment? # ecs2k8s convert --help",
                "convert x --platform gke # 'gke' is none of eks, generic # ecs2k8s convert --help",
                "convert x --addon external-secret # did you mean external-secrets? # ecs2k8s convert --help",
                "convert x --kubernetes-version new # 'new' is no version; write it like 1. # ecs2k8s convert --help",
                "convert x --namespace My_Shop # did you mean my-shop? # ecs2k8s convert --help",
                "convert x --output xml # 'xml' is none of yaml, json # ecs2k8s convert --help",
                "convert x --fail-on info # 'info' is none of warning, error, never # ecs2k8s convert --help",
                "convert x --color yes # 'yes' is none of auto, always, never # ecs2k8s convert --help",
                "convert x --report r.json # 'r.json' is not json=FILE # ecs2k8s convert --help",
                "convert x --kind pod --kind job # should be specified only once # ecs2k8s convert --help",
                "diff x # missing required option: '--against=FILE|DIR' # ecs2k8s diff --help",
                "explain a b # too many arguments: b # ecs2k8s explain --help",
                "convert - - # standard input can be read only once # `` ",
            })
    void whatMakesNoSenseIsAnsweredInOneLineAndAHint(String command, String message, String hint) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).contains(": error: ").contains(message).contains(hint);
        assertThat(err.lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void withoutACommandTheHelpIsPointedTo() {
        assertThat(run()).isEqualTo(2);
        assertThat(err).isEqualTo("ecs2k8s: error: no command given\n    hint: ecs2k8s --help\n");
    }

    @Test
    void anAtSignIsNoFileOfArguments() {
        assertThat(Main.run(Console.of(in, nowhere(), nowhere()), "convert", "@args"))
                .isEqualTo(3);
    }

    private static java.io.PrintWriter nowhere() {
        return new java.io.PrintWriter(java.io.Writer.nullWriter());
    }
}
