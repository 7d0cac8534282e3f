package io.github.ecs2k8s.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ecs2k8s.internal.query.ClusterQuery.And;
import io.github.ecs2k8s.internal.query.ClusterQuery.Comparison;
import io.github.ecs2k8s.internal.query.ClusterQuery.Not;
import io.github.ecs2k8s.internal.query.ClusterQuery.Or;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterQueryTest {
    private static final Comparison A = comparison("attribute:a", Operator.EXISTS);
    private static final Comparison B = comparison("attribute:b", Operator.EXISTS);
    private static final Comparison C = comparison("attribute:c", Operator.EXISTS);

    private static Comparison comparison(String subject, Operator operator, String... arguments) {
        return new Comparison(subject, operator, List.of(arguments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "attribute:ecs.instance-type == t2.small # attribute:ecs.instance-type # EQUALS # t2.small",
                "attribute:ecs.instance-type equals t2.small # attribute:ecs.instance-type # EQUALS # t2.small",
                "attribute:ecs.instance-type=~t2.* # attribute:ecs.instance-type # MATCHES # t2.*",
                "attribute:ecs.instance-type !~ (m5|c5)[a-z]?\\.(2|4)xlarge # attribute:ecs.instance-type # NOT_MATCHES"
                        + " # (m5|c5)[a-z]?\\.(2|4)xlarge",
                "attribute:x not_matches a{2,3} # attribute:x # NOT_MATCHES # a{2,3}",
                "task:group == service:production # task:group # EQUALS # service:production",
                "attribute:stack != prod # attribute:stack # NOT_EQUALS # prod",
                "attribute:stack not_equals 'my stack' # attribute:stack # NOT_EQUALS # my stack",
                "attribute:stack == my  stack # attribute:stack # EQUALS # my  stack",
                "attribute:stack == \"it's (mine)\" # attribute:stack # EQUALS # it's (mine)",
                "attribute:stack == 'it\\'s\\\\' # attribute:stack # EQUALS # it's\\",
                "attribute:android == android # attribute:android # EQUALS # android",
                "agentVersion >= 1.50.0 # agentVersion # GREATER_THAN_EQUAL # 1.50.0",
                "agentVersion greater_than_equal 1.50.0 # agentVersion # GREATER_THAN_EQUAL # 1.50.0",
                "runningTasksCount<5 # runningTasksCount # LESS_THAN # 5",
                "runningTasksCount less_than 5 # runningTasksCount # LESS_THAN # 5",
                "runningTasksCount <= 5 # runningTasksCount # LESS_THAN_EQUAL # 5",
                "runningTasksCount > 5 # runningTasksCount # GREATER_THAN # 5",
                "agentConnected==true # agentConnected # EQUALS # true",
                "registeredAt < 2018-06-18T22:28:28+00:00 # registeredAt # LESS_THAN # 2018-06-18T22:28:28+00:00",
                "ec2InstanceId IN [i-1] # ec2InstanceId # IN # i-1",
            })
    void oneComparison(String text, String subject, Operator operator, String argument) {
        assertThat(ClusterQuery.parse(text)).isEqualTo(comparison(subject, operator, argument));
    }

    @Test
    void argumentLists() {
        assertThat(ClusterQuery.parse("attribute:ecs.availability-zone in [us-east-1a, us-east-1b]"))
                .isEqualTo(comparison("attribute:ecs.availability-zone", Operator.IN, "us-east-1a", "us-east-1b"));
        assertThat(ClusterQuery.parse("ec2InstanceId !in ['i-1','i-2' , my host,and]"))
                .isEqualTo(comparison("ec2InstanceId", Operator.NOT_IN, "i-1", "i-2", "my host", "and"));
        assertThat(ClusterQuery.parse("attribute:a not_in[ x ]"))
                .isEqualTo(comparison("attribute:a", Operator.NOT_IN, "x"));
    }

    @Test
    void existence() {
        assertThat(ClusterQuery.parse(" attribute:a exists ")).isEqualTo(A);
        assertThat(ClusterQuery.parse("attribute:a !exists"))
                .isEqualTo(comparison("attribute:a", Operator.NOT_EXISTS))
                .isEqualTo(ClusterQuery.parse("attribute:a not_exists"));
    }

    @Test
    void andBindsTighterThanOr() {
        ClusterQuery expected = new Or(List.of(A, new And(List.of(B, C))));
        assertThat(ClusterQuery.parse("attribute:a exists or attribute:b exists and attribute:c exists"))
                .isEqualTo(expected);
        assertThat(ClusterQuery.parse("attribute:a exists||attribute:b exists&&attribute:c exists"))
                .isEqualTo(expected);
        assertThat(ClusterQuery.parse("(attribute:a exists or attribute:b exists) and attribute:c exists"))
                .isEqualTo(new And(List.of(new Or(List.of(A, B)), C)));
    }

    @Test
    void notBindsTightest() {
        assertThat(ClusterQuery.parse("!attribute:a exists and not(attribute:b exists)"))
                .isEqualTo(new And(List.of(new Not(A), new Not(B))));
        assertThat(ClusterQuery.parse("not not attribute:a exists")).isEqualTo(new Not(new Not(A)));
    }

    @Test
    void theVendorsOwnExamples() {
        ClusterQuery query = ClusterQuery.parse("attribute:ecs.availability-zone in [us-west-2a, us-west-2b]"
                + " and not(task:group == service:production)");
        assertThat(query)
                .isEqualTo(new And(List.of(
                        comparison("attribute:ecs.availability-zone", Operator.IN, "us-west-2a", "us-west-2b"),
                        new Not(comparison("task:group", Operator.EQUALS, "service:production")))));
        assertThat(query)
                .hasToString("attribute:ecs.availability-zone in [us-west-2a, us-west-2b]"
                        + " and not(task:group == service:production)");
        assertThat(((Comparison) ((And) query).terms().get(0)).attribute()).isEqualTo("ecs.availability-zone");
        assertThat(ClusterQuery.parse(
                        "attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d"))
                .hasToString("attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "`` # 1 # attribute:NAME, agentConnected, agentVersion",
                "instance-type == t2 # 1 # attribute:NAME, agentConnected, agentVersion",
                "attribute: == t2 # 1 # attribute:NAME",
                "attribute:a # 12 # an operator (==, !=,",
                "attribute:a = b # 13 # an operator (==, !=,",
                "attribute:a like b # 13 # an operator (==, !=,",
                "attribute:a == # 15 # a value, found the end of the expression",
                "attribute:a == and attribute:b exists # 16 # a value, found \"and\"",
                "attribute:a == b attribute:c == d # 30 # and, or, or the end of the expression",
                "attribute:a exists attribute:b exists # 20 # and, or, or the end of the expression",
                "attribute:a in b # 16 # an argument list such as [a, b], found \"b\"",
                "attribute:a in [] # 17 # a value, found \"]\"",
                "attribute:a in [b # 18 # a comma or a closing bracket",
                "(attribute:a exists # 20 # a closing parenthesis, found the end of the expression",
                "attribute:a exists) # 19 # the end of the expression, found \")\"",
                "attribute:a == 'b # 16 # a value whose quote is closed",
                "attribute:a =~ (b # 16 # a value whose brackets are closed",
                "attribute:a exists and # 23 # attribute:NAME",
                "attribute:a == b || # 20 # attribute:NAME",
            })
    void errorsSayWhereAndWhatWasExpected(String text, int column, String expected) {
        ClusterQueryException error = catchThrowableOfType(ClusterQueryException.class, () -> ClusterQuery.parse(text));
        assertThat(error).hasMessageContaining(expected);
        assertThat(error.column()).isEqualTo(column);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> ClusterQuery.parse("(".repeat(100_000))).isInstanceOf(ClusterQueryException.class);
        assertThatThrownBy(() -> ClusterQuery.parse("!".repeat(100_000))).isInstanceOf(ClusterQueryException.class);
    }

    @Test
    void anOperatorTakesItsOwnNumberOfArguments() {
        assertThatThrownBy(() -> comparison("task:group", Operator.EQUALS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> comparison("task:group", Operator.EXISTS, "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> comparison("task:group", Operator.IN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Or(List.of(A))).isInstanceOf(IllegalArgumentException.class);
    }
}
