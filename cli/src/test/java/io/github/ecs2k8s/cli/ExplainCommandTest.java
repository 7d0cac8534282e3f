package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.Correspondences;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest extends CommandLineTest {

    @ParameterizedTest
    @EnumSource
    void everyFindingCode(FindingCode code) {
        assertThat(run("explain", code.toString())).isZero();
        assertThat(out).startsWith(code + " (" + code.severity() + ")\n").contains(code.summary(Language.EN));
        assertThat(run("explain", "--lang", "ja", code.toString())).isZero();
        assertThat(out).contains(code.summary(Language.JA));
    }

    @ParameterizedTest
    @EnumSource
    void everyTerm(Term term) {
        assertThat(run("explain", term.toString())).isZero();
        assertThat(out)
                .contains(term.ecs(Language.EN) + " ⇄ " + term.kubernetes(Language.EN))
                .contains(term.explanation(Language.EN));
        assertThat(run("explain", "--lang=ja", term.toString())).isZero();
        assertThat(out)
                .contains(term.ecs(Language.JA) + " ⇄ " + term.kubernetes(Language.JA))
                .contains(term.explanation(Language.JA));
    }

    @Test
    void everyField() {
        for (Correspondence room : Correspondences.ALL) {
            for (OwnedField field : room.ecs()) {
                assertExplained(field, room);
            }
            for (OwnedField field : room.kubernetes()) {
                assertExplained(field, room);
            }
        }
    }

    private void assertExplained(OwnedField field, Correspondence room) {
        assertThat(run("explain", field.path())).isZero();
        assertThat(out).contains("  " + field.path() + " → ").contains("    " + room.term() + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deployment.spec.template.spec.containers[].command",
                "cronjob.spec.jobTemplate.spec.template.spec.initContainers.command",
                "Pod.spec.containers[0].command",
                "/spec/template/spec/containers/0/command/1",
                "containerDefinitions[].entryPoint[]",
                "containerDefinitions.entryPoint",
                "/containerDefinitions/0/entryPoint/1",
                "entryPoint",
                "containerDefinitions",
                "pod.spec.containers[].command[]",
            })
    void fieldsMayBeSpelledInManyWays(String spelling) {
        assertThat(run("explain", spelling)).isZero();
        assertThat(out).contains("command: entry point and command ⇄ command and args\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment.spec.replicas", "deployment.spec.replicas", "StatefulSet.spec.replicas"})
    void whatKindsShareIsFoundUnderEach(String field) {
        assertThat(run("explain", field)).isZero();
        assertThat(out).contains("spec.replicas → ").contains("desiredCount");
    }

    @Test
    void withoutAnArgumentEverythingIsListed() {
        assertThat(run("explain")).isZero();
        for (FindingCode code : FindingCode.values()) {
            assertThat(out).contains("  " + code + ": ");
        }
        for (Term term : Term.values()) {
            assertThat(out).contains("  " + term + ": ");
        }
    }

    @Test
    void whatNobodyKnows() {
        assertThat(run("explain", "name-ajusted")).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err)
                .isEqualTo("explain: error: no finding, term or field is called 'name-ajusted'\n"
                        + "    hint: did you mean name-adjusted?\n");
        assertThat(run("explain", "zzz")).isEqualTo(2);
        assertThat(run("explain", "")).isEqualTo(2);
        assertThat(run("explain", "--lang", "fr", "command")).isEqualTo(2);
        assertThat(err).contains("'fr' is none of en, ja");
    }
}
