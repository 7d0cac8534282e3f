package io.github.ecs2k8s.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One input.
 *
 * @param name what the user knows it by: the path as given, or below the directory as given; {@code -} for standard input
 * @param relative its path below the directory it was found in, with {@code /}; the file name when it was named itself
 * @param path where it is, null for standard input; a directory when it is a Terraform configuration
 * @param named whether it was named on the command line, not found in a directory
 */
record InputFile(String name, String relative, @Nullable Path path, boolean named) {
    /** Standard input. */
    static final InputFile STANDARD_INPUT = new InputFile("-", "-", null, true);

    /** The relative path with another extension. */
    String relativeWith(String extension) {
        boolean directory = path != null && Files.isDirectory(path);
        int dot = directory ? -1 : relative.lastIndexOf('.');
        return (dot > relative.lastIndexOf('/') + 1 ? relative.substring(0, dot) : relative) + extension;
    }
}
