package io.github.ecs2k8s.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which file below an output directory each input becomes: its relative path with the extension of what came out. */
final class Targets {
    private final Path directory;
    private final Map<InputFile, String> stems = new LinkedHashMap<>();

    private Targets(Path directory) {
        this.directory = directory;
    }

    /** Decides them all beforehand, so that a clash is found before anything is written. */
    static Targets of(InputFiles inputs, Path directory) throws Failure {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw Failure.usage(
                    directory.toString(), "is a file; every input becomes a file of its own", "name a directory");
        }
        inputs.requireOutside(directory, true);
        Targets targets = new Targets(directory);
        Map<Path, InputFile> taken = new HashMap<>();
        for (InputFile input : inputs.files()) {
            if (input.path() == null) {
                throw Failure.usage("-", "standard input has no file name to write to", "give -o FILE without --each");
            }
            String stem = input.relativeWith("");
            InputFile other = taken.put(directory.resolve(stem).normalize(), input);
            if (other != null) {
                throw Failure.usage(
                        directory.resolve(stem) + ".*",
                        "both " + other.name() + " and " + input.name() + " would be written here",
                        "rename one of them, or convert them in two calls");
            }
            targets.stems.put(input, stem);
        }
        return targets;
    }

    /** The file an input becomes. */
    Path of(InputFile input, String extension) {
        String stem = stems.get(input);
        if (stem == null) {
            throw new IllegalArgumentException("no input of this call: " + input.name());
        }
        return directory.resolve(stem + extension);
    }
}
