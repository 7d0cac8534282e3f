package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Entry;
import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.glossary.Theme;
import io.github.ecs2k8s.internal.rooms.Correspondences;
import io.github.ecs2k8s.room.Correspondence;
import io.github.ecs2k8s.room.OwnedField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest extends CommandLineTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /** The rows of the glossary, a line each: the entry, and the names that people use. */
    static Stream<String[]> names() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/glossary-names.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(
                                line.substring(line.indexOf(':') + 1).split(","))
                        .map(name -> new String[] {line.substring(0, line.indexOf(':')), name.strip()}));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameOfEveryRow(String entry, String name) {
        String plural = name.matches(".*[sS)]") ? name : name + "s";
        for (String spelling : new String[] {name, name.toLowerCase(Locale.ROOT), plural}) {
            assertThat(run("explain", spelling)).as(spelling).isZero();
            assertThat(firstEntry()).as(out).isEqualTo(entry);
        }
        assertThat(run("explain", "--lang=ja", name)).isZero();
        assertThat(firstEntry()).as(out).isEqualTo(entry);
    }

    /** The entry that is explained, or the first of a list, which is short. */
    private String firstEntry() {
        assertThat(out.lines()
                        .filter(line -> line.startsWith("  ") && line.contains(" ⇄ ") && !line.startsWith("   "))
                        .count())
                .isLessThanOrEqualTo(6);
        return out.lines()
                .map(line -> line.strip().split(": ")[0])
                .filter(id -> Arrays.stream(Theme.values())
                        .flatMap(theme -> theme.entries().stream())
                        .map(Entry::toString)
                        .anyMatch(id::equals))
                .findFirst()
                .orElse("");
    }

    @Test
    void everyEntryInBothLanguages() {
        for (Theme theme : Theme.values()) {
            for (Entry entry : theme.entries()) {
                for (Language language : Language.values()) {
                    assertThat(run("explain", entry.toString(), "--lang", language.toString()))
                            .isZero();
                    assertThat(out)
                            .contains(entry.ecs(language) + " ⇄ " + entry.kubernetes(language))
                            .contains(entry.pages(language));
                }
            }
        }
    }

    @Test
    void theLocaleChoosesTheLanguage() {
        Locale.setDefault(Locale.JAPAN);
        assertThat(run("explain", "kubelet")).isZero();
        assertThat(out).contains("落とし穴：");
        assertThat(run("explain", "kubelet", "--lang", "en")).isZero();
        assertThat(out).contains("The trap: ");
    }

    @Test
    void fieldsAreFoldedUnlessAskedFor() {
        assertThat(run("explain", "load-balancer")).isZero();
        assertThat(out).contains("… and ").contains("more: --fields");
        long folded = out.lines().count();
        assertThat(run("explain", "load-balancer", "--fields")).isZero();
        assertThat(out).doesNotContain("--fields");
        assertThat(out.lines().count()).isGreaterThan(folded + 20);
    }

    @Test
    void whatMeansSeveralThingsIsAShortList() {
        assertThat(run("explain", "NetworkPolicies")).isZero();
        assertThat(out)
                .startsWith("  network-access: ")
                .contains("\n  network-isolation: ")
                .doesNotContain("The trap");
    }

    @ParameterizedTest
    @CsvSource({"kublet, kubelet", "Deploiment, Deployment", "ConfigMapp, ConfigMap", "security grop, Security Group"})
    void nearMissesAreOffered(String typed, String meant) {
        assertThat(run("explain", typed)).isEqualTo(2);
        assertThat(err).containsIgnoringCase("did you mean " + meant + "?");
    }

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
        assertThat(out).contains("  " + field.path() + " → ").contains(room.term() + ": ");
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
        for (Theme theme : Theme.values()) {
            assertThat(out).contains(theme.title(Language.EN) + "\n");
            theme.entries().forEach(entry -> assertThat(out).contains("  " + entry + ": "));
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
