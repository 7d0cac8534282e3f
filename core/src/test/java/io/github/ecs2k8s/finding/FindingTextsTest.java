package io.github.ecs2k8s.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.glossary.Language;
import io.github.ecs2k8s.internal.text.TextFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextsTest {

    @Test
    void everyCodeHasASummaryInEachLanguageAndNoSummaryIsWithoutACode() throws IOException {
        Map<String, List<String>> codes = Arrays.stream(FindingCode.values())
                .collect(Collectors.groupingBy(
                        code -> code.area().toString(),
                        Collectors.mapping(FindingCode::toString, Collectors.toList())));
        TextFiles.expect(FindingCode.class, "", codes);
    }

    @ParameterizedTest
    @EnumSource
    void summariesAreSentences(FindingCode code) {
        assertThat(code.summary(Language.EN)).matches("\\p{ASCII}+\\.");
        assertThat(code.summary(Language.JA))
                .containsPattern("[\\p{IsHiragana}]")
                .endsWith("。");
    }
}
