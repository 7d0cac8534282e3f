package io.github.ecs2k8s.internal.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "db.password",
                "a|b",
                "!x",
                "{x}",
                "[x]",
                "@this",
                "a*b?",
                "#",
                "a\\b",
                "a\"b",
                "ü",
                "a b"
            })
    void a_key_comes_back_from_the_paths_that_are_written_for_it(String key) {
        assertThat(GjsonPath.key(GjsonPath.of(key))).isEqualTo(key);
        assertThat(JmesPath.key(JmesPath.of(key))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a|b", "a.#", "#", "@this", "!literal", "{a,b}", "[a]", "a*", "a?"})
    void gjson_leads_deeper(String path) {
        assertThat(GjsonPath.key(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a[0]", "length(a)", "a || b", "\"a\".b", "a-b", "@", "`1`", "\"a\" || \"b\""})
    void JMESPath_leads_deeper(String expression) {
        assertThat(JmesPath.key(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "web-1 | 'web-1'",
                "it's | `\"it\\u0027s\"`",
                "a`b | `\"a\\u0060b\"`",
                "$(x) | `\"\\u0024\\u0028x\\u0029\"`"
            })
    void a_literal_of_a_query_holds_nothing_that_a_reader_could_take_for_its_own(String text, String literal) {
        assertThat(JmesPath.literal(text)).isEqualTo(literal);
    }

    @Test
    void a_word_of_a_shell_is_bare_where_that_is_safe() {
        assertThat(Shell.word("prod/db-1")).isEqualTo("prod/db-1");
        assertThat(Shell.word("")).isEqualTo("''");
        assertThat(Shell.word("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
        assertThat(Shell.query("Names[?Name=='a'] | [0]")).isEqualTo("\"Names[?Name=='a'] | [0]\"");
        assertThat(Shell.query("Names[?Name==`\"a\"`]")).isEqualTo("'Names[?Name==`\"a\"`]'");
    }
}
