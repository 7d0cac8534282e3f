package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may read and write a file: what takes its place keeps that, and what nobody may write is not replaced. */
final class FileModes {
    private FileModes() {}

    /** Refuses a file that its owner protects; renaming another over it would not ask. */
    static void requireWritable(Path file) throws Failure, IOException {
        Set<PosixFilePermission> modes = of(file);
        boolean isProtected = modes == null
                ? Files.exists(file) && !Files.isWritable(file)
                : !modes.contains(PosixFilePermission.OWNER_WRITE);
        if (isProtected) {
            throw Failure.output(file.toString(), "is read-only; nothing was changed", "chmod u+w " + file);
        }
    }

    /** Writes a new file with the modes of the one whose place it will take, if there is one. */
    static void write(Path file, byte[] bytes, Path instead) throws IOException {
        Set<PosixFilePermission> modes = of(instead);
        if (modes != null) {
            // Never readable for more people than the old one, not even before it is whole.
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(modes));
            Files.setPosixFilePermissions(file, modes);
        }
        Files.write(file, bytes);
    }

    private static @Nullable Set<PosixFilePermission> of(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.exists(file) ? Files.getFileAttributeView(file, PosixFileAttributeView.class) : null;
        return view == null ? null : view.readAttributes().permissions();
    }
}
