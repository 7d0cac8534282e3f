package io.github.ecs2k8s.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.internal.text.TextFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TermTextsTest {

    @Test
    void everyTermHasItsTextsInEachLanguageAndNoTextIsWithoutATerm() throws IOException {
        Map<String, List<String>> terms = Arrays.stream(Term.values())
                .collect(Collectors.groupingBy(
                        term -> term.area().toString(),
                        Collectors.flatMapping(TermTextsTest::keys, Collectors.toList())));
        TextFiles.expect(Term.class, "term/", terms);
    }

    private static Stream<String> keys(Term term) {
        return Stream.of(term + ".ecs", term + ".kubernetes", term + ".explanation");
    }

    @ParameterizedTest
    @EnumSource
    void explanationsAreSentences(Term term) {
        assertThat(term.explanation(Language.EN)).endsWith(".");
        assertThat(term.explanation(Language.JA))
                .containsPattern("[\\p{IsHiragana}]")
                .endsWith("。");
    }
}
