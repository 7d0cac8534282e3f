package io.github.ecs2k8s.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ecs2k8s diff}: compares what comes out with files that were committed, byte for byte, or writes them. */
@Command(
        name = "diff",
        description =
                "Converts and compares with files written earlier, byte for byte. Against a file, all inputs are one"
                        + " bundle; against a directory, every input is a file of its own, as with convert --each.",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:equal, or written by --update",
            "1:different, missing or left over",
            "2:the command line makes no sense",
            "3:an input cannot be read or holds nothing to translate",
            "4:the output cannot be written",
            "70:a defect of ecs2k8s"
        })
final class DiffCommand extends ConvertingCommand {
    @Option(
            names = "--against",
            required = true,
            paramLabel = "FILE|DIR",
            description = "What to compare with; a directory unless it ends in .yaml, .yml or .json.")
    private String against = "";

    @Option(names = "--update", description = "Write what is different or missing; nothing is ever deleted.")
    private boolean update;

    DiffCommand(Console console) {
        super(console);
    }

    @Override
    int run(InputFiles files, FindingPrinter printer) throws Failure {
        Path expected = InputFiles.path(against);
        Comparison comparison = new Comparison(console(), outputColors(), printer, update);
        if (isDirectory(expected)) {
            compareEach(files, expected, comparison);
        } else {
            files.requireOutside(expected, false);
            comparison.compare(conversion().bundle(files), expected);
        }
        return comparison.finish();
    }

    private boolean isDirectory(Path expected) {
        if (Files.exists(expected)) {
            return Files.isDirectory(expected);
        }
        String name = against.toLowerCase(Locale.ROOT);
        return !(name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private void compareEach(InputFiles files, Path directory, Comparison comparison) throws Failure {
        Targets targets = Targets.of(files, directory, format());
        Conversion conversion = conversion();
        SideBySide.run(files.files(), conversion::single, new SideBySide.Sink<>() {
            @Override
            public void done(InputFile input, Converted converted) throws Failure {
                if (!converted.isEmpty() || input.named()) {
                    comparison.compare(converted, targets.of(input));
                }
            }

            @Override
            public void failed(InputFile input, Failure failure) {
                comparison.failed(targets.of(input), failure);
            }
        });
        comparison.leftOver(directory, format());
    }
}
