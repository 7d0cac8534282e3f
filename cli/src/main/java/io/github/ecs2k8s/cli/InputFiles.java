package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the arguments of a command name: files, standard input, and the JSON and YAML files in directories. */
final class InputFiles {
    private final List<InputFile> files = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();

    private InputFiles() {}

    /** Finds everything the arguments name, directories in the order of their relative paths; nothing is read yet. */
    static InputFiles of(List<String> arguments) throws Failure {
        InputFiles inputs = new InputFiles();
        for (String argument : arguments) {
            inputs.add(argument);
        }
        return inputs;
    }

    /** The files, each once; never empty. */
    List<InputFile> files() {
        return files;
    }

    /** What to call all of them in a summary. */
    String title() {
        return files.size() == 1 ? files.get(0).name() : Summary.counted(files.size(), "file");
    }

    /** Refuses an output file or directory that the next run would read as input, or that is one of the inputs. */
    void requireOutside(Path output, boolean isDirectory) throws Failure {
        Path real = absolute(output);
        boolean wouldBeRead = isDirectory || isInput(String.valueOf(output.getFileName()));
        for (Path directory : directories) {
            if (wouldBeRead && real.startsWith(directory)) {
                throw Failure.usage(
                        output.toString(),
                        "lies inside the input directory " + directory + ": the next run would read it as input",
                        "write to a directory beside it");
            }
        }
        if (known.contains(real)) {
            throw Failure.usage(output.toString(), "is an input; it would be overwritten", "write to another file");
        }
    }

    private void add(String argument) throws Failure {
        if (argument.equals("-")) {
            if (files.contains(InputFile.STANDARD_INPUT)) {
                throw Failure.usage("-", "standard input can be read only once", null);
            }
            files.add(InputFile.STANDARD_INPUT);
            return;
        }
        Path path = path(argument);
        if (Files.isDirectory(path)) {
            addDirectory(argument, path);
        } else if (!Files.exists(path)) {
            throw Failure.input(argument, "no such file or directory", null);
        } else if (known.add(absolute(path))) {
            files.add(new InputFile(argument, String.valueOf(path.getFileName()), path, true));
        }
    }

    private void addDirectory(String argument, Path directory) throws Failure {
        if (TerraformDirectories.has(directory)) {
            addConfiguration(
                    argument, directory, String.valueOf(absolute(directory).getFileName()), true);
            return;
        }
        directories.add(absolute(directory));
        List<String> found = new ArrayList<>();
        walk(directory, "", new ArrayDeque<>(), found);
        String prefix = argument.equals(".") ? "" : argument.endsWith("/") ? argument : argument + "/";
        TerraformDirectories terraform = TerraformDirectories.below(directory);
        String configuration = configuration(argument, terraform);
        if (configuration != null) {
            addConfiguration(prefix + configuration, directory.resolve(configuration), configuration, false);
            found.removeIf(terraform::owns);
        } else if (found.isEmpty()) {
            throw Failure.input(argument, "no *.tf, *.json, *.yaml or *.yml file in this directory", null);
        }
        found.sort(null);
        for (String relative : found) {
            Path path = directory.resolve(relative);
            if (known.add(absolute(path))) {
                files.add(new InputFile(prefix + relative, relative, path, false));
            }
        }
    }

    /** A configuration reads what is beside it by itself. */
    private void addConfiguration(String name, Path directory, String relative, boolean named) {
        if (known.add(absolute(directory))) {
            files.add(new InputFile(name, relative, directory, named));
        }
    }

    /** The only configuration below a directory, null when there is none. */
    private static @Nullable String configuration(String argument, TerraformDirectories below) throws Failure {
        List<String> roots = below.roots();
        if (roots.size() > 1) {
            throw Failure.input(
                    argument,
                    roots.size() + " Terraform configurations in this directory: " + String.join(", ", roots),
                    "name one of them");
        }
        return roots.isEmpty() ? null : roots.get(0);
    }

    /** Collects relative paths; hidden files and directories belong to tools, not to the user's inputs. */
    private static void walk(Path directory, String prefix, Deque<Path> above, List<String> found) throws Failure {
        try {
            Path real = directory.toRealPath();
            if (above.contains(real)) {
                throw Failure.input(
                        directory.toString(),
                        "a symbolic link leads back to " + real,
                        "remove the link, or name the files instead of the directory");
            }
            above.push(real);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    if (name.startsWith(".")) {
                        continue;
                    }
                    if (Files.isDirectory(entry)) {
                        walk(entry, prefix + name + "/", above, found);
                    } else if (isInput(name)) {
                        found.add(prefix + name);
                    }
                }
            }
            above.pop();
        } catch (AccessDeniedException e) {
            throw Failure.input(directory.toString(), "permission denied", "chmod +rx " + directory);
        } catch (IOException e) {
            throw Failure.input(directory.toString(), "cannot be listed: " + e.getMessage(), null);
        }
    }

    /** Whether a file of a directory is an input, by its name. */
    static boolean isInput(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json")
                || lower.endsWith(".yaml")
                || lower.endsWith(".yml")
                || lower.endsWith(".tfstate");
    }

    /** The path an argument spells. */
    static Path path(String argument) throws Failure {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw Failure.usage(argument, "is no file name here: " + e.getReason(), null);
        }
    }

    /** The absolute path with links resolved as far as it exists, so that two spellings of one file are equal. */
    static Path absolute(Path path) {
        Path plain = path.toAbsolutePath().normalize();
        Path rest = plain.getFileSystem().getPath("");
        for (Path existing = plain; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath().resolve(rest).normalize();
            } catch (IOException e) {
                Path name = existing.getFileName();
                rest = name == null ? rest : name.resolve(rest);
            }
        }
        return plain;
    }
}
