package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run wrote into a directory, as {@code sha256sum} lists it, in a file there: the next run deletes and replaces these
 * files and no others, and says which of them somebody edited. A directory that an older version wrote has no such list;
 * there, the commands of its README name the files.
 */
final class WrittenFiles {
    /** The file with the list. */
    static final String NAME = ".ecs2k8s-files";

    private static final String README = "README.md";
    private static final String HEADING = "# Commands in the order to run them\n";
    private static final int DIGEST = 64;

    private final Path directory;
    private final Map<String, String> digests;
    private final String commands;

    private WrittenFiles(Path directory, Map<String, String> digests, String commands) {
        this.directory = directory;
        this.digests = digests;
        this.commands = commands;
    }

    /** What was written into a directory, nothing where no run has written. */
    static WrittenFiles of(Path directory) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String line : text(directory.resolve(NAME)).split("\n")) {
            if (line.length() > DIGEST + 2) {
                digests.put(line.substring(DIGEST + 2), line.substring(0, DIGEST));
            }
        }
        String readme = digests.isEmpty() ? text(directory.resolve(README)) : "";
        return new WrittenFiles(directory, digests, readme.startsWith(HEADING) ? readme : "");
    }

    /** Whether a run wrote a file of this name. */
    boolean has(String name) {
        return digests.isEmpty()
                ? !commands.isEmpty() && (name.equals(README) || commands.contains(name))
                : digests.containsKey(name) || name.equals(NAME);
    }

    /** The files that are there and no longer as they were written. */
    List<String> edited() throws IOException {
        List<String> edited = new ArrayList<>();
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            Path file = directory.resolve(entry.getKey());
            if (Files.isRegularFile(file) && !digest(Files.readAllBytes(file)).equals(entry.getValue())) {
                edited.add(entry.getKey());
            }
        }
        return edited;
    }

    /** The list of these files. */
    static byte[] list(Map<String, byte[]> files) {
        StringBuilder list = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, bytes) ->
                        list.append(digest(bytes)).append("  ").append(name).append('\n'));
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
