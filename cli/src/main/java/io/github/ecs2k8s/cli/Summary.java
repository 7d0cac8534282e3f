package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.report.Report;
import java.util.List;

/** The numbers of one or more translations. */
record Summary(int exact, int resolved, int approximate, int untranslatable, int errors, int warnings) {
    static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, 0);

    /** The numbers of one translation. */
    static Summary of(Report report, List<Finding> findings) {
        int errors = 0;
        int warnings = 0;
        for (Finding finding : FindingPrinter.once(findings)) {
            errors += finding.severity() == Severity.ERROR ? 1 : 0;
            warnings += finding.severity() == Severity.WARNING ? 1 : 0;
        }
        return new Summary(
                report.count(Fidelity.EXACT),
                report.count(Fidelity.RESOLVED),
                report.count(Fidelity.APPROXIMATE),
                report.count(Fidelity.UNTRANSLATABLE),
                errors,
                warnings);
    }

    Summary plus(Summary other) {
        return new Summary(
                exact + other.exact,
                resolved + other.resolved,
                approximate + other.approximate,
                untranslatable + other.untranslatable,
                errors + other.errors,
                warnings + other.warnings);
    }

    /** {@code 60 values: 44 carried exactly, 3 resolved, 7 approximately, 6 without counterpart (6 warnings)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(counted(exact + resolved + approximate + untranslatable, "value"))
                .append(": ");
        text.append(exact).append(" carried exactly, ");
        text.append(resolved > 0 ? resolved + " resolved, " : "");
        text.append(approximate).append(" approximately, ");
        text.append(untranslatable).append(" without counterpart");
        if (errors + warnings > 0) {
            text.append(" (").append(errors > 0 ? counted(errors, "error") : "");
            text.append(errors > 0 && warnings > 0 ? ", " : "");
            text.append(warnings > 0 ? counted(warnings, "warning") : "").append(')');
        }
        return text.toString();
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
