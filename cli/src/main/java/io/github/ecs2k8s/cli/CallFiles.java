package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory with the input of each call and a README: everything is written beside its place first and then renamed. What
 * was written before is replaced; a directory that holds anything else is never touched.
 */
final class CallFiles {
    private static final String README = "README.md";
    private static final String HEADING = "# Commands in the order to run them\n";

    private CallFiles() {}

    /** Refuses a directory that holds files which were not written by {@link #write}. */
    private static void requireOwn(Path directory) throws Failure {
        if (Files.isDirectory(directory)) {
            String foreign = foreign(directory);
            if (foreign != null) {
                throw Failure.output(
                        directory.toString(),
                        "holds " + foreign + ", which convert did not write; nothing was changed",
                        "name a directory of its own, for example " + directory.resolve("ecs"));
            }
        } else if (Files.exists(directory)) {
            throw Failure.output(
                    directory.toString(), "is a file; the calls need a directory", "name another, or a *.json file");
        }
    }

    /** Whether a directory holds calls that were written earlier. */
    static boolean isWritten(Path directory) throws Failure {
        return Files.isRegularFile(directory.resolve(README)) && foreign(directory) == null;
    }

    /** Writes files into a directory that does not exist, is empty, or holds what was written before. */
    static void write(Path directory, Map<String, String> files) throws Failure {
        requireOwn(directory);
        boolean exists = Files.isDirectory(directory);
        Path name = directory.toAbsolutePath().normalize().getFileName();
        String mark = "." + (name == null ? "ecs2k8s" : name) + "."
                + ProcessHandle.current().pid() + ".tmp";
        // Inside a directory that is there, because somebody may be standing in it, or a link lead to it.
        Path whole = exists
                ? directory.resolve(mark)
                : directory.toAbsolutePath().normalize().resolveSibling(mark);
        try {
            Files.createDirectory(whole);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.write(whole.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            if (exists) {
                replace(directory, whole, files);
            } else {
                Files.move(whole, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw failure(directory, e);
        } finally {
            remove(whole);
        }
    }

    /** Everything has been written by now, so that only names have to change. */
    private static void replace(Path directory, Path whole, Map<String, String> files) throws IOException {
        for (Path file : list(directory)) {
            if (!file.equals(whole) && !files.containsKey(String.valueOf(file.getFileName()))) {
                Files.delete(file);
            }
        }
        for (String file : files.keySet()) {
            Files.move(whole.resolve(file), directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void remove(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                for (Path file : list(directory)) {
                    Files.delete(file);
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            // What is left has a name that nobody reads.
        }
    }

    /** The name of something in a directory that is not of this making; null when there is nothing. */
    private static @Nullable String foreign(Path directory) throws Failure {
        try {
            List<Path> files = list(directory);
            boolean own = files.isEmpty()
                    || Files.isRegularFile(directory.resolve(README))
                            && Files.readString(directory.resolve(README)).startsWith(HEADING);
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!own || !name.equals(README) && !(isCall(name) && Files.isRegularFile(file))) {
                    return name;
                }
            }
            return null;
        } catch (IOException e) {
            throw failure(directory, e);
        }
    }

    /** {@code 07-create-service-web.json}. */
    private static boolean isCall(String name) {
        int digits = 0;
        while (digits < name.length() && name.charAt(digits) >= '0' && name.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 1 && name.startsWith("-", digits) && name.endsWith(".json");
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private static Failure failure(Path directory, IOException e) {
        String name = directory.toString();
        if (e instanceof NoSuchFileException) {
            Path parent = directory.toAbsolutePath().getParent();
            return Failure.output(name, "the directory it stands in does not exist", "mkdir -p " + parent);
        }
        if (e instanceof AccessDeniedException) {
            return Failure.output(name, "cannot be written: permission denied", null);
        }
        return Failure.output(name, "cannot be written: " + e.getMessage(), null);
    }
}
