package io.github.ecs2k8s.ecs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClusterQueryPropertyTest {
    private static final String[] PIECES = {
        "attribute:a",
        "task:group",
        "runningTasksCount",
        " ",
        "  ",
        "==",
        "!=",
        ">",
        "<=",
        "=~",
        "!~",
        "!",
        "(",
        ")",
        "[",
        "]",
        ",",
        "in",
        "!in",
        "not_in",
        "exists",
        "!exists",
        "and",
        "or",
        "not",
        "&&",
        "||",
        "'",
        "\"",
        "\\",
        "b",
        "t2.*"
    };

    @Provide
    Arbitrary<ClusterQuery> queries() {
        return Arbitraries.recursive(ClusterQueryPropertyTest::comparisons, ClusterQueryPropertyTest::compounds, 0, 4);
    }

    private static Arbitrary<ClusterQuery> compounds(Arbitrary<ClusterQuery> queries) {
        Arbitrary<List<ClusterQuery>> terms = queries.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                queries.map(ClusterQuery.Not::new), terms.map(ClusterQuery.And::new), terms.map(ClusterQuery.Or::new));
    }

    private static Arbitrary<ClusterQuery> comparisons() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("abcXYZ019-_./\\")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> subjects =
                Arbitraries.oneOf(names.map("attribute:"::concat), Arbitraries.of("task:group", "ec2InstanceId"));
        return Combinators.combine(
                        subjects,
                        Arbitraries.of(Operator.class),
                        values().list().ofMinSize(1).ofMaxSize(4))
                .as(ClusterQueryPropertyTest::comparison);
    }

    private static ClusterQuery comparison(String subject, Operator operator, List<String> values) {
        int count = operator.takesNoArgument() ? 0 : operator.takesList() ? values.size() : 1;
        return new ClusterQuery.Comparison(subject, operator, values.subList(0, count));
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> reserved = Arbitraries.of("and", "OR", "not", "in", "exists", "", " ", "a b", "and+", "in.x");
        Arbitrary<String> tricky =
                Arbitraries.strings().withChars("ab1 '\"\\()[],=!<>~&|*.+").ofMaxLength(10);
        return Arbitraries.oneOf(reserved, tricky, Arbitraries.strings().ofMaxLength(10));
    }

    @Property
    void printingAndParsingGivesTheSame(@ForAll("queries") ClusterQuery query) {
        assertThat(ClusterQuery.parse(query.toString())).isEqualTo(query);
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(15).map(list -> String.join("", list));
        Arbitrary<String> spaced = Arbitraries.of(PIECES).list().ofMaxSize(15).map(list -> String.join(" ", list));
        return Arbitraries.oneOf(pieces, spaced, Arbitraries.strings().ofMaxLength(60));
    }

    @Property(tries = 5000)
    void whateverStandsThereIsReadOrRefusedWithAColumn(@ForAll("garbage") String text) {
        ClusterQuery query;
        try {
            query = ClusterQuery.parse(text);
        } catch (ClusterQueryException e) {
            assertThat(e.column()).isBetween(1, text.length() + 1);
            assertThat(e).hasMessageStartingWith("expected ");
            return;
        }
        assertThat(ClusterQuery.parse(query.toString())).isEqualTo(query);
    }
}
