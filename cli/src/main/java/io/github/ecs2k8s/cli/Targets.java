package io.github.ecs2k8s.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which file below an output directory each input becomes: its relative path with the extension of the format. */
final class Targets {
    private final Map<InputFile, Path> byInput = new LinkedHashMap<>();

    private Targets() {}

    /** Decides them all beforehand, so that a clash is found before anything is written. */
    static Targets of(InputFiles inputs, Path directory, OutputFormat format) throws Failure {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw Failure.usage(
                    directory.toString(), "is a file; every input becomes a file of its own", "name a directory");
        }
        inputs.requireOutside(directory, true);
        Targets targets = new Targets();
        Map<Path, InputFile> taken = new HashMap<>();
        for (InputFile input : inputs.files()) {
            if (input.path() == null) {
                throw Failure.usage("-", "standard input has no file name to write to", "give -o FILE without --each");
            }
            Path target = directory.resolve(input.relativeWith(format.extension()));
            InputFile other = taken.put(target.normalize(), input);
            if (other != null) {
                throw Failure.usage(
                        target.toString(),
                        "both " + other.name() + " and " + input.name() + " would be written here",
                        "rename one of them, or convert them in two calls");
            }
            targets.byInput.put(input, target);
        }
        return targets;
    }

    /** The file an input becomes. */
    Path of(InputFile input) {
        Path target = byInput.get(input);
        if (target == null) {
            throw new IllegalArgumentException("no input of this call: " + input.name());
        }
        return target;
    }

    /** Whether some input becomes this file. */
    boolean contains(Path file) {
        return byInput.containsValue(file);
    }
}
