package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory with the input of each call and a README: everything is written beside its place first and then renamed. What
 * was written before is replaced; a directory that holds anything else is never touched.
 */
final class CallFiles {
    private static final String README = "README.md";

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

    /**
     * Writes files into a directory that does not exist, is empty, or holds what was written before.
     *
     * @return the files that are no longer as the run before wrote them, and were replaced
     */
    static List<String> write(Path directory, Map<String, String> files) throws Failure {
        Path place = directory.toAbsolutePath().normalize();
        String name =
                place.getFileName() == null ? "ecs2k8s" : place.getFileName().toString();
        boolean exists = Files.isDirectory(directory);
        // Inside a directory that is there, because somebody may be standing in it, or a link lead to it.
        Path around = exists || place.getParent() == null ? directory : place.getParent();
        try {
            requireAlone(directory, around, name);
            requireOwn(directory);
            Path whole = around.resolve(Leftovers.name(name));
            Leftovers.open(whole);
            try {
                Files.createDirectory(whole);
                requireAlone(directory, around, name);
                return write(directory, whole, files);
            } finally {
                Leftovers.close(whole);
            }
        } catch (IOException e) {
            throw failure(directory, e);
        }
    }

    private static void requireAlone(Path directory, Path around, String name) throws Failure, IOException {
        Path writing = Leftovers.clear(around, name);
        if (writing != null) {
            throw Failure.output(
                    directory.toString(),
                    "another run is writing into it; nothing was changed",
                    "let it end; where none is running, rm -r " + writing);
        }
    }

    private static List<String> write(Path directory, Path whole, Map<String, String> files)
            throws Failure, IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            all.put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        all.put(WrittenFiles.NAME, WrittenFiles.list(all));
        List<String> before = Files.isDirectory(directory) ? names(directory, whole) : List.of();
        for (String file : before) {
            FileModes.requireWritable(directory.resolve(file));
        }
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            FileModes.write(whole.resolve(file.getKey()), file.getValue(), directory.resolve(file.getKey()));
        }
        if (!Files.isDirectory(directory)) {
            Files.move(whole, directory, StandardCopyOption.ATOMIC_MOVE);
            return List.of();
        }
        List<String> edited = WrittenFiles.of(directory).edited();
        Leftovers.whole(() -> replace(directory, whole, all.keySet(), before));
        return edited;
    }

    /** Everything has been written by now, so that only names have to change. */
    private static void replace(Path directory, Path whole, Set<String> files, List<String> before) throws IOException {
        for (String file : before) {
            if (!files.contains(file)) {
                Files.delete(directory.resolve(file));
            }
        }
        for (String file : files) {
            Files.move(whole.resolve(file), directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static List<String> names(Path directory, Path whole) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : Leftovers.list(directory)) {
            if (!file.equals(whole)) {
                names.add(String.valueOf(file.getFileName()));
            }
        }
        return names;
    }

    /** The name of something in a directory that the run before did not write; null when there is nothing. */
    private static @Nullable String foreign(Path directory) throws Failure {
        try {
            List<Path> files = Leftovers.list(directory);
            WrittenFiles written = WrittenFiles.of(directory);
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!written.has(name) || !Files.isRegularFile(file)) {
                    return name;
                }
            }
            return null;
        } catch (IOException e) {
            throw failure(directory, e);
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
