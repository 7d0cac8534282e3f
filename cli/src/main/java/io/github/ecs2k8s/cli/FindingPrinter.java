package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes findings and failures as a compiler does: {@code file:line:col: severity: code: message}, then a hint. */
final class FindingPrinter {
    private final PrintWriter err;
    private final Colors colors;

    FindingPrinter(PrintWriter err, Colors colors) {
        this.err = err;
        this.colors = colors;
    }

    void print(List<Finding> findings) {
        for (Finding finding : once(findings)) {
            line(finding.location().toString(), finding.severity(), finding.code() + ": " + finding.message());
            hint(finding.hint());
        }
        err.flush();
    }

    /** Without those that say the same of one place: one text may be read several times, as a module that is called twice is. */
    static List<Finding> once(List<Finding> sorted) {
        List<Finding> once = new ArrayList<>(sorted.size());
        int place = 0;
        for (Finding finding : sorted) {
            if (!once.isEmpty() && !once.get(place).location().equals(finding.location())) {
                place = once.size();
            }
            boolean said = once.subList(place, once.size()).stream()
                    .anyMatch(earlier -> earlier.code() == finding.code()
                            && earlier.message().equals(finding.message()));
            if (!said || finding.location().line() == 0) {
                once.add(finding);
            }
        }
        return once;
    }

    void print(Failure failure) {
        line(failure.subject(), Severity.ERROR, failure.message());
        hint(failure.hint());
        err.flush();
    }

    /** Something about a file that is written, which no place of the input is to blame for. */
    void warn(String subject, String message, String hint) {
        line(subject, Severity.WARNING, message);
        hint(hint);
        err.flush();
    }

    /** The last line: what it is about and the numbers. */
    void summary(String subject, String text) {
        err.print(colors.bold(subject + ":") + " " + text + "\n");
        err.flush();
    }

    private void line(String subject, Severity severity, String text) {
        err.print(colors.bold(oneLine(subject) + ":") + " " + colors.severity(severity) + ": " + oneLine(text) + "\n");
    }

    private void hint(@Nullable String hint) {
        if (hint != null) {
            err.print("    " + colors.bold("hint:") + " " + oneLine(hint) + "\n");
        }
    }

    /** Names and values from an input may hold line breaks and terminal codes; a finding stays one plain line. */
    private static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                char[] plain = text.toCharArray();
                for (int j = i; j < plain.length; j++) {
                    plain[j] = Character.isISOControl(plain[j]) ? ' ' : plain[j];
                }
                return new String(plain);
            }
        }
        return text;
    }
}
