package io.github.ecs2k8s.internal.query;

import java.util.List;

/** Prints expressions with the fewest parentheses and quotes that keep their meaning. */
final class ClusterQueryPrinter {
    private final StringBuilder out = new StringBuilder();

    private ClusterQueryPrinter() {}

    static String print(ClusterQuery query) {
        ClusterQueryPrinter printer = new ClusterQueryPrinter();
        printer.write(query);
        return printer.out.toString();
    }

    private void write(ClusterQuery query) {
        if (query instanceof ClusterQuery.And and) {
            join(and.terms(), " and ");
        } else if (query instanceof ClusterQuery.Or or) {
            join(or.terms(), " or ");
        } else if (query instanceof ClusterQuery.Not not) {
            out.append("not(");
            write(not.term());
            out.append(')');
        } else if (query instanceof ClusterQuery.Comparison comparison) {
            write(comparison);
        }
    }

    private void join(List<ClusterQuery> terms, String word) {
        for (int i = 0; i < terms.size(); i++) {
            out.append(i == 0 ? "" : word);
            ClusterQuery term = terms.get(i);
            // "and" binds tighter, so only an "and" inside an "or" needs no parentheses.
            boolean bare = term instanceof ClusterQuery.Comparison
                    || term instanceof ClusterQuery.Not
                    || (term instanceof ClusterQuery.And && word.equals(" or "));
            if (bare) {
                write(term);
            } else {
                out.append('(');
                write(term);
                out.append(')');
            }
        }
    }

    private void write(ClusterQuery.Comparison comparison) {
        Operator operator = comparison.operator();
        out.append(comparison.subject()).append(' ').append(operator.symbol());
        if (operator.takesNoArgument()) {
            return;
        }
        out.append(operator.takesList() ? " [" : " ");
        List<String> arguments = comparison.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            writeArgument(arguments.get(i));
        }
        out.append(operator.takesList() ? "]" : "");
    }

    private void writeArgument(String argument) {
        if (isPlain(argument)) {
            out.append(argument);
            return;
        }
        out.append('\'');
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('\'');
    }

    private static boolean isPlain(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && "-_.:/@*+?^$\\".indexOf(c) < 0) {
                return false;
            }
        }
        return !argument.isEmpty() && !argument.endsWith("\\") && !QueryText.isReserved(argument);
    }
}
