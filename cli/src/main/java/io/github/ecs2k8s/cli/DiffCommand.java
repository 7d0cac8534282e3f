package io.github.ecs2k8s.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ecs2k8s diff}: compares what comes out with files that were committed, byte for byte, or writes them. */
final class DiffCommand extends ConvertingCommand {
    private static final List<String> EXTENSIONS = List.of(".yaml", ".json");

    private final OptionSpec against = OptionSpec.builder("--against")
            .required(true)
            .paramLabel("FILE|DIR")
            .type(String.class)
            .description("What to compare with; a directory unless it ends in .yaml, .yml or .json.")
            .build();

    private final OptionSpec update = OptionSpec.builder("--update")
            .type(boolean.class)
            .defaultValue("false")
            .description("Write what is different or missing; nothing is ever deleted.")
            .build();

    DiffCommand(Console console) {
        super(console);
    }

    CommandSpec spec() {
        return spec(
                "Converts and compares with files written earlier, byte for byte. Against a file, or a directory of ECS"
                        + " calls, all inputs are one bundle; against any other directory, every input is a file of its own, as"
                        + " with convert --each.",
                "equal, or written by --update",
                "different, missing or left over",
                against,
                update);
    }

    @Override
    int run(InputFiles files, FindingPrinter printer) throws Failure {
        String name = against.getValue();
        Path expected = InputFiles.path(name);
        Comparison comparison = new Comparison(console(), outputColors(), printer, update.getValue());
        if (CallFiles.isWritten(expected)) {
            comparison.compareCalls(conversion().bundle(files), expected);
        } else if (isDirectory(expected)) {
            compareEach(files, expected, comparison);
        } else {
            files.requireOutside(expected, false);
            comparison.compare(conversion().bundle(files), expected);
        }
        return comparison.finish();
    }

    private static boolean isDirectory(Path expected) {
        if (Files.exists(expected)) {
            return Files.isDirectory(expected);
        }
        String name = expected.toString().toLowerCase(Locale.ROOT);
        return !(name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private void compareEach(InputFiles files, Path directory, Comparison comparison) throws Failure {
        Targets targets = Targets.of(files, directory);
        Set<String> extensions = new TreeSet<>();
        Conversion conversion = conversion();
        SideBySide.run(files.files(), conversion::single, new SideBySide.Sink<>() {
            @Override
            public void done(InputFile input, Converted converted) throws Failure {
                extensions.add(converted.extension());
                if (!converted.isEmpty() || input.named()) {
                    comparison.compare(converted, targets.of(input, converted.extension()));
                }
            }

            @Override
            public void failed(InputFile input, Failure failure) {
                for (String extension : EXTENSIONS) {
                    comparison.made(targets.of(input, extension));
                }
                comparison.failed(failure);
            }
        });
        comparison.leftOver(directory, extensions);
    }
}
