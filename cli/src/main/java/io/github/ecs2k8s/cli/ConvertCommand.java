package io.github.ecs2k8s.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ecs2k8s convert}: manifests on standard output or in files, findings on standard error. */
@Command(
        name = "convert",
        description =
                "Turns ECS task definitions into Kubernetes manifests; says on standard error what it could not carry"
                        + " over.",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:translated",
            "1:translated, but a finding reached --fail-on",
            "2:the command line makes no sense",
            "3:an input cannot be read or holds nothing to translate",
            "4:the output cannot be written",
            "70:a defect of ecs2k8s"
        })
final class ConvertCommand extends ConvertingCommand {
    // Before the options without an order, which stand as they are declared.
    private static final int FIRST = -2;

    @Option(
            names = "-o",
            order = FIRST,
            paramLabel = "FILE",
            description = "Write to a file, whole or not at all; with --each, to a directory.")
    private @Nullable String output;

    @Option(
            names = "--each",
            order = FIRST,
            description =
                    "Convert every file on its own, side by side, into a file of the same relative path below -o.")
    private boolean each;

    @Option(
            names = "--report",
            paramLabel = "json=FILE",
            converter = ReportFile.Converter.class,
            description = "Write every finding, and for every value of the input how it was carried and where it went.")
    private @Nullable ReportFile report;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FailOn failOn = FailOn.ERROR;

    ConvertCommand(Console console) {
        super(console);
    }

    @Override
    int run(InputFiles files, FindingPrinter printer) throws Failure {
        return each ? convertEach(files, printer) : convertBundle(files, printer);
    }

    private int convertBundle(InputFiles files, FindingPrinter printer) throws Failure {
        Path file = output == null || output.equals("-") ? null : InputFiles.path(output);
        if (file != null) {
            files.requireOutside(file, false);
        }
        Converted converted = conversion().bundle(files);
        if (converted.isEmpty()) {
            printer.print(converted.translation().findings());
            throw converted.nothing();
        }
        if (file == null) {
            console().print(converted.text());
        } else {
            AtomicFiles.write(file, converted.text());
        }
        if (report != null) {
            report.write(List.of(converted.translation()));
        }
        printer.print(converted.translation().findings());
        printer.summary(converted.title(), converted.summary().toString());
        return failOn.isReached(converted.summary()) ? ExitCodes.REACHED : ExitCodes.DONE;
    }

    private int convertEach(InputFiles files, FindingPrinter printer) throws Failure {
        if (output == null) {
            throw Failure.usage(
                    "--each", "needs a directory to write to", "ecs2k8s convert --each INPUT... -o DIRECTORY");
        }
        Targets targets = Targets.of(files, InputFiles.path(output), format());
        Conversion conversion = conversion();
        EachResults results = new EachResults(printer, report != null);
        SideBySide.run(
                files.files(),
                input -> {
                    Converted converted = conversion.single(input);
                    if (!converted.isEmpty()) {
                        AtomicFiles.writeBelow(targets.of(input), converted.text());
                    }
                    return converted;
                },
                results);
        if (report != null) {
            report.write(results.translations());
        }
        return results.finish(files.title(), failOn);
    }
}
