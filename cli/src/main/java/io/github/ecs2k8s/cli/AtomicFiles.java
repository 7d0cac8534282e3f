package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole: beside their place and then renamed, so that nobody ever reads half of one. */
final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes a file into a directory that exists; what is no regular file ({@code /dev/null}, a pipe) is written to. */
    static void write(Path file, String text) throws Failure {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.isDirectory(file)) {
                throw Failure.output(file.toString(), "is a directory", "name a file in it, or give --each");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes);
            } else {
                // A link stays a link: what it leads to is replaced.
                replace(Files.exists(file) ? file.toRealPath() : file, bytes);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The same for the one file of a run, which takes away what killed runs have left beside it. */
    static void writeAlone(Path file, String text) throws Failure {
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Leftovers.clear(parent, String.valueOf(file.getFileName()));
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        write(file, text);
    }

    /** The same, making the directories above the file. */
    static void writeBelow(Path file, String text) throws Failure {
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        write(file, text);
    }

    private static void replace(Path file, byte[] bytes) throws IOException, Failure {
        FileModes.requireWritable(file);
        Path beside = file.resolveSibling(Leftovers.name(String.valueOf(file.getFileName())));
        Leftovers.open(beside);
        try {
            FileModes.write(beside, bytes, file);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Leftovers.close(beside);
        }
    }

    private static Failure failure(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return Failure.output(
                    file.toString(),
                    "its directory does not exist",
                    "mkdir -p " + file.toAbsolutePath().getParent());
        }
        if (e instanceof AccessDeniedException) {
            return Failure.output(file.toString(), "cannot be written: permission denied", null);
        }
        if (e instanceof NotDirectoryException || e instanceof java.nio.file.FileAlreadyExistsException) {
            return Failure.output(
                    file.toString(), "cannot be written: a file stands where a directory is needed", null);
        }
        return Failure.output(file.toString(), "cannot be written: " + e.getMessage(), null);
    }
}
