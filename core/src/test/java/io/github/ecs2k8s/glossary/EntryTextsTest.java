package io.github.ecs2k8s.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.internal.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryTextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/github/ecs2k8s/glossary/entry");
    private static final Set<String> FACTS =
            Set.of("terms", "related", "pages", "before-file", "before", "after-file", "after");

    @ParameterizedTest
    @EnumSource
    void bothLanguagesHaveTheSameParagraphsAndNoneIsMissing(Theme theme) {
        Set<String> english = theme.texts(Language.EN).keys();
        Set<String> expected = new TreeSet<>(Set.of("title"));
        for (Entry entry : theme.entries()) {
            expected.addAll(List.of(entry + ".ecs", entry + ".kubernetes", entry + ".names"));
            for (Entry.Part part : Entry.Part.values()) {
                if (!part.isOptional() || english.contains(entry + "." + part)) {
                    expected.add(entry + "." + part);
                }
            }
        }
        assertThat(english).isEqualTo(expected);
        assertThat(theme.texts(Language.JA).keys()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void nothingButTheListedEntriesHasFacts(Theme theme) {
        Set<String> allowed = theme.entries().stream()
                .flatMap(entry -> FACTS.stream().map(fact -> entry + "." + fact))
                .collect(Collectors.toSet());
        allowed.add("entries");
        assertThat(allowed).containsAll(theme.facts().keys());
    }

    @Test
    void everyFileIsReadByATheme() throws IOException {
        Set<String> expected = Arrays.stream(Theme.values())
                .flatMap(theme -> Stream.of("", ".en", ".ja").map(language -> theme + language + ".properties"))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void paragraphsAreSentences(Theme theme) {
        for (Entry entry : theme.entries()) {
            for (Entry.Part part : Entry.Part.values()) {
                String english = entry.part(part, Language.EN);
                if (english != null) {
                    assertThat(english).as(entry + "." + part).endsWith(".").doesNotContain("  ");
                    assertThat(entry.part(part, Language.JA))
                            .as(entry + "." + part)
                            .endsWith("。")
                            .containsPattern("[\\p{IsHiragana}]");
                }
            }
        }
    }

    @Test
    void idsAreUniqueAndWhatIsRelatedIsThere() {
        List<String> ids = new ArrayList<>();
        Arrays.stream(Theme.values()).forEach(theme -> theme.entries().forEach(entry -> ids.add(entry.toString())));
        assertThat(ids).doesNotHaveDuplicates();
        for (Theme theme : Theme.values()) {
            for (Entry entry : theme.entries()) {
                assertThat(ids).as(entry + ".related").containsAll(entry.related());
                assertThat(entry.related()).as(entry.toString()).isNotEmpty().doesNotContain(entry.toString());
                assertThat(entry.terms()).as(entry + ".terms").doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreTheVendorsOwn(Theme theme) {
        for (Entry entry : theme.entries()) {
            assertThat(entry.pages(Language.EN))
                    .as(entry.toString())
                    .isNotEmpty()
                    .allMatch(page -> page.startsWith("https://"));
            assertThat(entry.pages(Language.JA))
                    .hasSameSizeAs(entry.pages(Language.EN))
                    .noneMatch(page -> page.startsWith("https://docs.aws.amazon.com/Amazon"));
        }
    }

    @Test
    void namesAreComparedWithoutCapitalsBlanksAndPlural() {
        assertThat(Stream.of("Task Role", "task-role", "taskRoles", "ｔａｓｋ＿ｒｏｌｅ").map(Names::key))
                .containsOnly("taskrole");
        assertThat(Names.key("IAM Policies")).isEqualTo(Names.key("iam policy"));
        assertThat(Names.key("Ingresses")).isEqualTo(Names.key("ingress"));
        assertThat(Names.key("ブルー/グリーン")).isEqualTo(Names.key("ブルーグリーン"));
        assertThat(TextFile.of(Theme.class, "entry/running.en.properties").find("nothing"))
                .isNull();
    }
}
