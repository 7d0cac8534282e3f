package io.github.ecs2k8s.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.Yaml;

/** What is printed looks as people write it, and two independent readers (YAML 1.1 and 1.2) read it back as it was. */
class YamlPrinterTest {
    private static final String ALPHABET = "-?:,[]{}#&*!|>'\"%@`~<=. \t\n\r\\/$()_+0123456789eExXoObBtTnNyYfFaA"
            + "\u0000\u001b\u007f\u0085\u00a0\u00ad\u00e9\u200b\u2028\u202e\u3042\ufeff\ud83d\ude00\ufffd\uffff";
    private static final List<String> PIECES = List.of(
            "no",
            "null",
            "true",
            ".inf",
            "0x1F",
            "12:30",
            "1_000",
            "2025-01-31",
            "---",
            "...",
            ": ",
            " #",
            "- ",
            "\n",
            "\n\n",
            "  ",
            "\t",
            "${X}",
            "it's",
            "\"q\"",
            "e+3",
            "0o17",
            "<<",
            "https://a/b?c=d&e",
            "  indented\n");

    private final Load core =
            new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
    private final Load json = new Load(LoadSettings.builder().build());
    private final Yaml yaml11 = new Yaml();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "N",
                "yes",
                "No",
                "ON",
                "off",
                "TRUE",
                "false",
                "null",
                "Null",
                "~",
                "",
                " ",
                " a",
                "a ",
                "<<",
                "=",
                "0",
                "-1",
                "+1",
                "1.0",
                ".5",
                "-.5",
                "1.",
                "1e3",
                "1E-3",
                "1.5e+3",
                "0o17",
                "017",
                "0x1F",
                "-0x1F",
                "0b11",
                "1_000",
                "1,000",
                "0x_1",
                "12:30:45",
                "8080:80",
                "1:20.5",
                ".inf",
                "-.INF",
                "+.Inf",
                ".NaN",
                "2025-01-31",
                "2025-1-1",
                "2025-01-31T10:00:00Z",
                "2025-01-31 10:00:00",
                "-",
                "- a",
                "--- a",
                "...",
                "? a",
                ": a",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "'a",
                "%a",
                "@a",
                "`a",
                "[a",
                "{a",
                "]",
                "}",
                ",a",
                "?",
                ":80",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "\ufeffa",
                "a\u0000",
                "a\rb",
                "\n",
                "a\u202eb"
            })
    void quotes(String text) {
        assertThat(print(text)).startsWith("v: \"").endsWith("\"\n");
        assertReadBack(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "production",
                "--greeting",
                "-c",
                "$$(HELLO)",
                "/bin/sh",
                "curl -f http://localhost:8080/healthz || exit 1",
                "arn:aws:iam::123456789012:role/shop-web-task",
                "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/shop/web:1.42.0",
                "10.0.0.0/8",
                "1.42.0",
                "750m",
                "1Gi",
                "1a2b3c",
                "2025-01-31-backup",
                "2025-01",
                "a:b",
                "a#b",
                "it's",
                "say \"hi\"",
                "C:\\temp",
                "a, b",
                "日本語",
                "café 😀",
                "yesterday",
                "nullable",
                "."
            })
    void leavesBare(String text) {
        assertThat(print(text)).isEqualTo("v: " + text + "\n");
        assertReadBack(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"Cost Center\":\"R&D 12\"} ~ '{\"Cost Center\":\"R&D 12\"}'",
                "{\"a\":\"it's\"} ~ '{\"a\":\"it''s\"}'",
                "'it' ~ \"'it'\"",
                "[\\d] ~ '[\\d]'"
            })
    void choosesTheQuotesThatNeedFewerEscapes(String text, String printed) {
        assertThat(print(text)).isEqualTo("v: " + printed + "\n");
        assertReadBack(text);
    }

    @Test
    void writesLinesAsBlocks() {
        assertThat(print("a\nb")).isEqualTo("v: |-\n  a\n  b\n");
        assertThat(print("a\n\n b \n")).isEqualTo("v: |\n  a\n\n   b \n");
        assertThat(print("a\n\n")).isEqualTo("v: |+\n  a\n\n");
        assertThat(print(" a\nb")).isEqualTo("v: \" a\\nb\"\n");
        assertThat(print("a\r\nb")).isEqualTo("v: \"a\\r\\nb\"\n");
        assertThat(YamlPrinter.print(List.of(Map.of("k", List.of("a\nb\n", List.of("c\nd"), Map.of("e", "f\ng"))))))
                .isEqualTo("""
                        k:
                          - |
                            a
                            b
                          - - |-
                              c
                              d
                          - e: |-
                              f
                              g
                        """);
    }

    @Test
    void tagged_text_keeps_its_tag_whatever_it_looks_like() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ref", new YamlTag("Ref", "Cluster"));
        document.put("word", new YamlTag("Sub", "yes"));
        document.put("lines", new YamlTag("Sub", "a ${B}\nc\n"));
        document.put("list", List.of(new YamlTag("GetAtt", "Group.Arn")));
        assertThat(YamlPrinter.print(List.of(document))).isEqualTo("""
                ref: !Ref Cluster
                word: !Sub "yes"
                lines: !Sub |
                  a ${B}
                  c
                list:
                  - !GetAtt Group.Arn
                """);
    }

    @Test
    void nestsAndSeparatesDocuments() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("on", true);
        document.put("empty", Map.of());
        document.put("none", List.of());
        document.put("list", Arrays.asList(1, null, List.of(), List.of(2, 3), Map.of("a", Map.of("b", "c"))));
        assertThat(YamlPrinter.print(List.of(document, Map.of("m", 1.5e10)))).isEqualTo("""
                        "on": true
                        empty: {}
                        none: []
                        list:
                          - 1
                          - null
                          - []
                          - - 2
                            - 3
                          - a:
                              b: c
                        ---
                        m: 15000000000
                        """);
        assertThat(YamlPrinter.print(List.of())).isEmpty();
    }

    @Test
    void writesNumbersThatEveryReaderTakesForNumbers() {
        assertThat(YamlPrinter.print(List.of(List.of(1.0e-7, new BigDecimal("1E+3"), Double.NaN, 12L))))
                .isEqualTo("- 0.00000010\n- 1000\n- .nan\n- 12\n");
    }

    @Test
    void announcesKeysThatAreTooLongToLookAhead() {
        String key = "k".repeat(2000);
        assertThat(json.loadFromString(YamlPrinter.print(List.of(Map.of(key, Map.of(key, "v"))))))
                .isEqualTo(Map.of(key, Map.of(key, "v")));
    }

    @Test
    void replacesHalfASurrogatePair() {
        assertThat(print("a\ud83d")).isEqualTo("v: \"a\\ufffd\"\n");
        assertThat(print("\ude00\ud83d\ude00")).isEqualTo("v: \"\\ufffd😀\"\n");
    }

    @Test
    void everyStringIsReadBackTheSame() {
        Random random = new Random(20250131);
        for (int i = 0; i < 20_000; i++) {
            assertReadBack(i % 2 == 0 ? characters(random) : pieces(random));
        }
    }

    private static String characters(Random random) {
        int[] alphabet = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left >= 0; left--) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(4); left >= 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String print(Object value) {
        return YamlPrinter.print(List.of(Map.of("v", value)));
    }

    /** As a value, a key, a list item and inside nested lists, and in a document that is not the last one. */
    private void assertReadBack(String text) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("value", text);
        document.put("items", List.of(text, Map.of("in", text, "z", 1), List.of(text, text)));
        document.put("k" + text, text);
        document.put(text, Map.of(text, text));
        document.put("end", "end");
        String printed = YamlPrinter.print(List.of(document, document));
        assertThat(core.loadAllFromString(printed)).as(printed).containsExactly(document, document);
        assertThat(json.loadAllFromString(printed)).as(printed).containsExactly(document, document);
        assertThat(yaml11.loadAll(printed)).as(printed).containsExactly(document, document);
    }
}
