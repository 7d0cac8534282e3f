package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a Terraform configuration. Of modules beside it only the configuration files are read; any other file has
 * to lie below the directory, or below that of a module, links followed.
 */
final class ConfigurationFolder implements SourceFolder {
    private static final String PARENT = "..";
    private static final Pattern MANIFEST = Pattern.compile("(?m)^apiVersion: \\S+\\R+kind: ");
    private static final int MAX_SIZE = 1 << 20;
    private static final int MAX_FILES = 500;

    private final String name;
    private final Path directory;
    private final boolean whole;
    private final List<Path> allowed = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * A directory.
     *
     * @param name what the user calls it, empty where files in it are called by their own names
     * @param whole whether the user names the directory, and not files in it
     */
    ConfigurationFolder(String name, Path directory, boolean whole) {
        this.name = name;
        this.directory = directory;
        this.whole = whole;
        allow(directory);
    }

    private void allow(Path path) {
        try {
            allowed.add(path.toRealPath());
        } catch (IOException e) {
            // What is not there cannot be read either.
        }
    }

    /**
     * The files below the directory that hold task definitions or manifests and that nobody has asked for.
     *
     * @param inputs the names of inputs, which are not left out
     */
    List<String> leftOut(List<String> inputs) {
        List<String> left = new ArrayList<>();
        if (whole) {
            leftOut("", inputs, left);
        }
        return left;
    }

    private void leftOut(String folder, List<String> inputs, List<String> left) {
        for (String entry : list(folder)) {
            String path = folder.isEmpty() ? entry : folder + "/" + entry;
            if (entry.startsWith(".") || entry.equals("node_modules/") || left.size() > MAX_FILES) {
                continue;
            }
            if (entry.endsWith("/")) {
                leftOut(path.substring(0, path.length() - 1), inputs, left);
            } else if (InputFiles.isInput(entry)
                    && !isTaken(path)
                    && !inputs.contains(shown(path))
                    && holdsInput(path)) {
                left.add(shown(path));
            }
        }
    }

    private boolean isTaken(String path) {
        return taken.contains(path);
    }

    private boolean holdsInput(String path) {
        SourceFile file = read(path);
        String text = file == null ? "" : file.text();
        return text.contains("\"containerDefinitions\"")
                || MANIFEST.matcher(text).find();
    }

    @Override
    public @Nullable SourceFile read(String path) {
        Path file = resolve(path);
        if (file == null || !isAllowed(file)) {
            return null;
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE) {
                return null;
            }
            taken.add(path);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new SourceFile(shown(path), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            // No text, or not to be read: there is no such file for the configuration.
            return null;
        }
    }

    @Override
    public List<String> list(String path) {
        Path folder = resolve(path);
        List<String> names = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
            }
        } catch (IOException e) {
            return new ArrayList<>();
        }
        names.sort(null);
        boolean module = names.stream().anyMatch(ConfigurationFolder::isConfiguration);
        if (module) {
            allow(folder);
        }
        return module || isAllowed(folder) ? names : new ArrayList<>();
    }

    /** Whether a file is one of a configuration, by its name. */
    static boolean isConfiguration(String name) {
        return name.endsWith(".tf") || name.endsWith(".tf.json");
    }

    private @Nullable Path resolve(String path) {
        try {
            return path.startsWith("/") ? null : directory.resolve(path);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private boolean isAllowed(Path path) {
        try {
            Path real = path.toRealPath();
            return allowed.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            return false;
        }
    }

    /** What the user would call a file. */
    private String shown(String path) {
        String below = path;
        String above = name;
        while (below.startsWith(PARENT + "/") && !above.isEmpty() && !above.endsWith(PARENT)) {
            below = below.substring(PARENT.length() + 1);
            above = above.contains("/") ? above.substring(0, above.lastIndexOf('/')) : "";
        }
        return above.isEmpty() ? below : above + "/" + below;
    }
}
