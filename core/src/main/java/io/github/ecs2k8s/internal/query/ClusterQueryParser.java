package io.github.ecs2k8s.internal.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the cluster query language by recursive descent: {@code or} of {@code and} of {@code not}, parentheses or one
 * comparison. Words and symbols may be mixed, words in any case.
 */
final class ClusterQueryParser {
    private static final int MAX_DEPTH = 200;
    private static final String ATTRIBUTE = "attribute:";
    private static final List<String> SUBJECTS = List.of(
            "agentConnected", "agentVersion", "ec2InstanceId", "registeredAt", "runningTasksCount", "task:group");

    private final QueryText text;
    private final QueryArguments arguments;
    private int depth;

    ClusterQueryParser(String expression) {
        text = new QueryText(expression);
        arguments = new QueryArguments(text);
    }

    ClusterQuery parse() {
        ClusterQuery query = or();
        if (!text.atEnd()) {
            throw text.expected("and, or, or the end of the expression");
        }
        return query;
    }

    private ClusterQuery or() {
        List<ClusterQuery> terms = new ArrayList<>(2);
        do {
            terms.add(and());
        } while (text.take("||") || text.takeWord("or"));
        return terms.size() == 1 ? terms.get(0) : new ClusterQuery.Or(terms);
    }

    private ClusterQuery and() {
        List<ClusterQuery> terms = new ArrayList<>(2);
        do {
            terms.add(term());
            text.skipSpace();
        } while (text.take("&&") || text.takeWord("and"));
        return terms.size() == 1 ? terms.get(0) : new ClusterQuery.And(terms);
    }

    private ClusterQuery term() {
        text.skipSpace();
        if (depth >= MAX_DEPTH) {
            throw text.expected("fewer than " + MAX_DEPTH + " nested parentheses");
        }
        depth++;
        ClusterQuery term;
        if (text.take("!") || text.takeWord("not")) {
            term = new ClusterQuery.Not(term());
        } else if (text.here() == '(') {
            term = parenthesised();
        } else {
            term = comparison();
        }
        depth--;
        return term;
    }

    private ClusterQuery parenthesised() {
        text.next();
        ClusterQuery inner = or();
        if (!text.take(")")) {
            throw text.expected("and, or, or a closing parenthesis");
        }
        return inner;
    }

    private ClusterQuery comparison() {
        String subject = subject();
        text.skipSpace();
        Operator operator = operator();
        text.skipSpace();
        if (operator.takesNoArgument()) {
            return new ClusterQuery.Comparison(subject, operator, List.of());
        }
        List<String> values = operator.takesList() ? arguments.list() : List.of(arguments.value());
        return new ClusterQuery.Comparison(subject, operator, values);
    }

    private String subject() {
        int start = text.position();
        while (!text.atEnd() && isSubjectCharacter(text.here())) {
            text.next();
        }
        String subject = text.from(start);
        boolean attribute = subject.startsWith(ATTRIBUTE) && subject.length() > ATTRIBUTE.length();
        if (!attribute && !SUBJECTS.contains(subject)) {
            text.moveTo(start);
            throw text.expected("attribute:NAME, " + String.join(", ", SUBJECTS));
        }
        return subject;
    }

    /** The characters of attribute names: letters, digits, hyphens, underscores, slashes both ways, periods. */
    private static boolean isSubjectCharacter(char c) {
        return Character.isLetterOrDigit(c) || "-_./\\:".indexOf(c) >= 0;
    }

    private Operator operator() {
        Operator symbol = Operator.bySymbol(text.all(), text.position());
        if (symbol != null) {
            text.take(symbol.symbol());
            return symbol;
        }
        int start = text.position();
        text.take("!");
        text.take(text.peekWord());
        Operator word = Operator.byWord(text.from(start));
        if (word == null) {
            text.moveTo(start);
            throw text.expected("an operator (==, !=, >, >=, <, <=, =~, !~, in, !in, exists, !exists)");
        }
        return word;
    }
}
