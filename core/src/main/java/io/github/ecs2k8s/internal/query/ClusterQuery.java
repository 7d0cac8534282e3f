package io.github.ecs2k8s.internal.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the cluster query language, which {@code memberOf} placement constraints are written in. Printing one
 * gives text that parses to an equal one.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
 */
public sealed interface ClusterQuery {

    /**
     * Reads an expression such as {@code attribute:ecs.instance-type =~ t2.* and not(task:group == database)}.
     *
     * @throws ClusterQueryException when the text is no expression, with the column
     */
    static ClusterQuery parse(String expression) {
        return new ClusterQueryParser(expression).parse();
    }

    /** All of two or more terms hold. */
    record And(List<ClusterQuery> terms) implements ClusterQuery {
        /** Copies the terms. */
        public And {
            terms = atLeastTwo(terms);
        }

        @Override
        public String toString() {
            return ClusterQueryPrinter.print(this);
        }
    }

    /** One of two or more terms holds. */
    record Or(List<ClusterQuery> terms) implements ClusterQuery {
        /** Copies the terms. */
        public Or {
            terms = atLeastTwo(terms);
        }

        @Override
        public String toString() {
            return ClusterQueryPrinter.print(this);
        }
    }

    /** The term does not hold. */
    record Not(ClusterQuery term) implements ClusterQuery {
        @Override
        public String toString() {
            return ClusterQueryPrinter.print(this);
        }
    }

    /**
     * One comparison.
     *
     * @param subject {@code attribute:NAME}, {@code task:group}, {@code ec2InstanceId} ...
     * @param arguments none for {@code exists}, one or more for {@code in}, one for every other operator; without quotes
     */
    record Comparison(String subject, Operator operator, List<String> arguments) implements ClusterQuery {
        private static final String ATTRIBUTE = "attribute:";

        /** Copies the arguments and checks that the operator takes as many. */
        public Comparison {
            arguments = List.copyOf(arguments);
            int count = arguments.size();
            if (operator.takesNoArgument() ? count != 0 : operator.takesList() ? count == 0 : count != 1) {
                throw new IllegalArgumentException(operator.symbol() + " does not take " + count + " arguments");
            }
        }

        /** The attribute's name when the subject is an attribute ({@code ecs.instance-type}), otherwise null. */
        public @Nullable String attribute() {
            return subject.startsWith(ATTRIBUTE) ? subject.substring(ATTRIBUTE.length()) : null;
        }

        /** The only argument of an operator that takes one. */
        public String argument() {
            return arguments.get(0);
        }

        @Override
        public String toString() {
            return ClusterQueryPrinter.print(this);
        }
    }

    private static List<ClusterQuery> atLeastTwo(List<ClusterQuery> terms) {
        if (terms.size() < 2) {
            throw new IllegalArgumentException("one term is no compound expression");
        }
        return List.copyOf(terms);
    }
}
