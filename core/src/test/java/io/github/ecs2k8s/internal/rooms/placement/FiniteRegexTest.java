package io.github.ecs2k8s.internal.rooms.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteRegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "prod prod",
                "^prod$ prod",
                "t3\\.large t3.large",
                "a|b|a a,b",
                "(c5|m5)\\.x?large c5.xlarge,c5.large,m5.xlarge,m5.large",
                "(?:a|b(c|d)) a,bc,bd",
                "us-east-1[ab] us-east-1a,us-east-1b",
                "r[4-6] r4,r5,r6",
                "[a-] a,-",
            })
    void spells_out_what_matches(String regex, String values) {
        assertThat(FiniteRegex.values(regex, false)).containsExactly(values.split(","));
        for (String value : values.split(",")) {
            assertThat(value).matches(Pattern.compile(regex));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t2.*",
                "t2.",
                "a+",
                "a{2}",
                "(a|b)*",
                "[ab]+",
                "[^a]",
                "[b-a]",
                "[]",
                "[a",
                "(a",
                "a)",
                "\\d",
                "\\",
                "a\\",
                "*a",
                "a$b",
                "[a-z][a-z]",
                "\\.*",
                "(a|b",
            })
    void refuses_what_has_no_end_or_no_sense(String regex) {
        assertThat(FiniteRegex.values(regex, false)).isNull();
    }

    @Test
    void takes_a_dot_for_a_dot_where_that_is_meant() {
        assertThat(FiniteRegex.values("t3.(micro|small)", true)).isEqualTo(List.of("t3.micro", "t3.small"));
        assertThat(FiniteRegex.values("t3.*", true)).isNull();
        assertThat(FiniteRegex.values("t3.?", true)).isEqualTo(List.of("t3.", "t3"));
    }
}
