package io.github.ecs2k8s.cli;

import java.util.ArrayList;
import java.util.List;

/** Gathers what came of files that were converted one by one: prints findings in order, adds up, keeps the worst code. */
final class EachResults implements SideBySide.Sink<Converted> {
    private final FindingPrinter printer;
    private final boolean keep;
    private final List<Converted> conversions = new ArrayList<>();
    private Summary total = Summary.NOTHING;
    private int converted;
    private int failed;
    private int worst = ExitCodes.DONE;

    /**
     * Starts with nothing.
     *
     * @param keep whether the conversions are needed afterwards, for a report
     */
    EachResults(FindingPrinter printer, boolean keep) {
        this.printer = printer;
        this.keep = keep;
    }

    @Override
    public void done(InputFile input, Converted result) {
        printer.print(result.findings());
        if (keep) {
            conversions.add(result);
        }
        if (!result.isEmpty()) {
            converted++;
            total = total.plus(result.summary());
        } else if (input.named()) {
            // What merely lies in a directory need not be a task definition; what was named should be.
            failed(input, result.nothing());
        }
    }

    @Override
    public void failed(InputFile input, Failure failure) {
        printer.print(failure);
        failed++;
        worst = Math.max(worst, failure.exitCode());
    }

    List<Converted> conversions() {
        return conversions;
    }

    /** Prints the summary and returns the worst exit code of all files. */
    int finish(String title, FailOn failOn) throws Failure {
        if (converted + failed == 0) {
            throw Failure.input(title, "nothing to translate in any of them", null);
        }
        String failures = failed == 0 ? "" : "; " + Summary.counted(failed, "file") + " failed";
        printer.summary(title, total + failures);
        return Math.max(worst, failOn.isReached(total) ? ExitCodes.REACHED : ExitCodes.DONE);
    }
}
