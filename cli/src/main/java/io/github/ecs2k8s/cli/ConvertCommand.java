package io.github.ecs2k8s.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ecs2k8s convert}: the other side on standard output or in files, findings on standard error. */
final class ConvertCommand extends ConvertingCommand {
    private final OptionSpec output = OptionSpec.builder("-o")
            .paramLabel("FILE|DIR")
            .type(String.class)
            .description(
                    "Write to a file, whole or not at all; for ECS calls to a directory with a file for each call and a"
                            + " README, unless it ends in .json; with --each, to a directory.")
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
                "Turns ECS task definitions, services and what surrounds them into Kubernetes manifests, and manifests into"
                        + " ECS; says on standard error what it could not carry over.",
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
            requireAnother(reportFile.path());
        }
        boolean separately = each.getValue();
        return separately ? convertEach(files, printer) : convertBundle(files, printer);
    }

    /** The report would take the place of what was converted. */
    private void requireAnother(Path reportFile) throws Failure {
        String name = output.getValue();
        if (name != null
                && !name.equals("-")
                && InputFiles.absolute(InputFiles.path(name)).equals(InputFiles.absolute(reportFile))) {
            throw Failure.usage(
                    "--report",
                    "names the file of -o, " + name + "; one would replace the other",
                    "write it to another file");
        }
    }

    private int convertBundle(InputFiles files, FindingPrinter printer) throws Failure {
        String name = output.getValue();
        Path place = name == null || name.equals("-") ? null : InputFiles.path(name);
        if (place != null) {
            files.requireOutside(place, false);
        }
        Converted converted = conversion().bundle(files);
        if (converted.isEmpty()) {
            printer.print(converted.findings());
            throw converted.nothing();
        }
        write(converted, place, files, printer);
        writeReport(List.of(converted));
        printer.print(converted.findings());
        printer.summary(converted.title(), converted.summary().toString());
        return failOn().isReached(converted.summary()) ? ExitCodes.REACHED : ExitCodes.DONE;
    }

    private void write(Converted converted, @Nullable Path place, InputFiles files, FindingPrinter printer)
            throws Failure {
        Supplier<Map<String, String>> calls = converted.calls();
        if (place == null) {
            console().print(converted.text());
        } else if (calls == null || isOneFile(place)) {
            EmptiedSecrets.say(place, converted.text(), printer);
            AtomicFiles.writeAlone(place, converted.text());
        } else {
            files.requireOutside(place, true);
            sayEdited(place, CallFiles.write(place, calls.get()), printer);
        }
    }

    private static void sayEdited(Path directory, List<String> edited, FindingPrinter printer) {
        for (String file : edited) {
            printer.warn(
                    directory.resolve(file).toString(),
                    "the file was edited since the last run wrote it; it is replaced",
                    "keep edits elsewhere, such as in a version control system");
        }
    }

    /** Calls go to a directory, unless the name says JSON, or something that is no directory stands there. */
    private static boolean isOneFile(Path place) {
        return Files.exists(place)
                ? !Files.isDirectory(place)
                : place.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private int convertEach(InputFiles files, FindingPrinter printer) throws Failure {
        String directory = output.getValue();
        if (directory == null) {
            throw Failure.usage(
                    "--each", "needs a directory to write to", "ecs2k8s convert --each INPUT... -o DIRECTORY");
        }
        Targets targets = Targets.of(files, InputFiles.path(directory));
        Conversion conversion = conversion();
        EachResults results = new EachResults(printer, report.getValue() != null);
        SideBySide.run(
                files.files(),
                input -> {
                    Converted converted = conversion.single(input);
                    if (!converted.isEmpty()) {
                        AtomicFiles.writeBelow(targets.of(input, converted.extension()), converted.text());
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
