package io.github.ecs2k8s.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ecs2k8s convert}: manifests on standard output or in files, findings on standard error. */
final class ConvertCommand extends ConvertingCommand {
    private final OptionSpec output = OptionSpec.builder("-o")
            .paramLabel("FILE")
            .type(String.class)
            .description("Write to a file, whole or not at all; with --each, to a directory.")
            .build();

    private final OptionSpec each = OptionSpec.builder("--each")
            .type(boolean.class)
            .defaultValue("false")
            .description("Convert every file on its own, side by side, into a file of the same relative path below -o.")
            .build();

    private final OptionSpec report = OptionSpec.builder("--report")
            .paramLabel("json=FILE")
            .type(ReportFile.class)
            .converters(ReportFile::parse)
            .description("Write every finding, and for every value of the input how it was carried and where it went.")
            .build();

    private final OptionSpec failOn = Choices.option(
            "--fail-on", "SEVERITY", FailOn.ERROR, "Exit with 1 when there are findings of this severity or above");

    ConvertCommand(Console console) {
        super(console);
    }

    CommandSpec spec() {
        return spec(
                "Turns ECS task definitions, services and what surrounds them into Kubernetes manifests; says on standard"
                        + " error what it could not carry over.",
                "translated",
                "translated, but a finding reached --fail-on",
                output,
                each,
                report,
                failOn);
    }

    @Override
    int run(InputFiles files, FindingPrinter printer) throws Failure {
        ReportFile reportFile = report.getValue();
        if (reportFile != null) {
            files.requireOutside(reportFile.path(), false);
        }
        boolean separately = each.getValue();
        return separately ? convertEach(files, printer) : convertBundle(files, printer);
    }

    private int convertBundle(InputFiles files, FindingPrinter printer) throws Failure {
        String name = output.getValue();
        Path file = name == null || name.equals("-") ? null : InputFiles.path(name);
        if (file != null) {
            files.requireOutside(file, false);
        }
        Converted converted = conversion().bundle(files);
        if (converted.isEmpty()) {
            printer.print(converted.findings());
            throw converted.nothing();
        }
        if (file == null) {
            console().print(converted.text());
        } else {
            AtomicFiles.write(file, converted.text());
        }
        writeReport(List.of(converted));
        printer.print(converted.findings());
        printer.summary(converted.title(), converted.summary().toString());
        return failOn().isReached(converted.summary()) ? ExitCodes.REACHED : ExitCodes.DONE;
    }

    private int convertEach(InputFiles files, FindingPrinter printer) throws Failure {
        String directory = output.getValue();
        if (directory == null) {
            throw Failure.usage(
                    "--each", "needs a directory to write to", "ecs2k8s convert --each INPUT... -o DIRECTORY");
        }
        Targets targets = Targets.of(files, InputFiles.path(directory), format());
        Conversion conversion = conversion();
        EachResults results = new EachResults(printer, report.getValue() != null);
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
        writeReport(results.conversions());
        return results.finish(files.title(), failOn());
    }

    private void writeReport(List<Converted> conversions) throws Failure {
        ReportFile file = report.getValue();
        if (file != null) {
            file.write(conversions);
        }
    }

    private FailOn failOn() {
        return failOn.getValue();
    }
}
