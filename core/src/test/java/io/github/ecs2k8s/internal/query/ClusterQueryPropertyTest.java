package io.github.ecs2k8s.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random queries and random garbage, the same in every run. */
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

    private static final List<String> RESERVED =
            List.of("and", "OR", "not", "in", "exists", "", " ", "a b", "and+", "in.x");
    private static final String NAME_CHARACTERS = "abcXYZ019-_./\\";
    private static final String TRICKY_CHARACTERS = "ab1 '\"\\()[],=!<>~&|*.+";

    private static Stream<ClusterQuery> queries() {
        Random random = new Random(17);
        return Stream.generate(() -> query(random, 4)).limit(1000);
    }

    private static ClusterQuery query(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 1 -> new ClusterQuery.Not(query(random, depth - 1));
            case 2 -> new ClusterQuery.And(terms(random, depth - 1));
            case 3 -> new ClusterQuery.Or(terms(random, depth - 1));
            default -> comparison(random);
        };
    }

    private static List<ClusterQuery> terms(Random random, int depth) {
        List<ClusterQuery> terms = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            terms.add(query(random, depth));
        }
        return terms;
    }

    private static ClusterQuery comparison(Random random) {
        String subject = switch (random.nextInt(4)) {
            case 0 -> "task:group";
            case 1 -> "ec2InstanceId";
            default -> "attribute:" + text(random, NAME_CHARACTERS, 1, 12);
        };
        Operator operator = Operator.values()[random.nextInt(Operator.values().length)];
        int most = operator.takesList() ? 1 + random.nextInt(4) : 1;
        List<String> values = new ArrayList<>();
        for (int i = operator.takesNoArgument() ? 0 : most; i > 0; i--) {
            values.add(value(random));
        }
        return new ClusterQuery.Comparison(subject, operator, values);
    }

    private static String value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> RESERVED.get(random.nextInt(RESERVED.size()));
            case 1 -> text(random, TRICKY_CHARACTERS, 0, 10);
            default -> anything(random, 10);
        };
    }

    private static String text(Random random, String characters, int min, int max) {
        StringBuilder text = new StringBuilder();
        for (int i = min + random.nextInt(max - min + 1); i > 0; i--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    /** Any characters but halves of surrogate pairs, which no text has. */
    private static String anything(Random random, int max) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            int c = random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
            text.append(Character.isSurrogate((char) c) ? ' ' : (char) c);
        }
        return text.toString();
    }

    @Test
    void printingAndParsingGivesTheSame() {
        queries()
                .forEach(query -> assertThat(ClusterQuery.parse(query.toString()))
                        .as(query.toString())
                        .isEqualTo(query));
    }

    private static Stream<String> garbage() {
        Random random = new Random(23);
        return Stream.generate(() -> garbage(random)).limit(5000);
    }

    private static String garbage(Random random) {
        if (random.nextInt(3) == 0) {
            return anything(random, 60);
        }
        List<String> pieces = new ArrayList<>();
        for (int i = random.nextInt(16); i > 0; i--) {
            pieces.add(PIECES[random.nextInt(PIECES.length)]);
        }
        return String.join(random.nextBoolean() ? " " : "", pieces);
    }

    @Test
    void whateverStandsThereIsReadOrRefusedWithAColumn() {
        garbage().forEach(ClusterQueryPropertyTest::readOrRefused);
    }

    private static void readOrRefused(String text) {
        ClusterQuery query;
        try {
            query = ClusterQuery.parse(text);
        } catch (ClusterQueryException e) {
            assertThat(e.column()).as(text).isBetween(1, text.length() + 1);
            assertThat(e).hasMessageStartingWith("expected ");
            return;
        }
        assertThat(ClusterQuery.parse(query.toString())).as(text).isEqualTo(query);
    }
}
