package io.github.ecs2k8s.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directories with Terraform configurations below one that has none itself. */
final class TerraformDirectories {
    private static final Pattern SOURCE = Pattern.compile("\\bsource\"?\\s*[=:]\\s*\"(\\.{1,2}/[^\"]*)\"");
    private static final int MAX_DEPTH = 12;

    private final TreeMap<String, List<Path>> files = new TreeMap<>();

    private TerraformDirectories() {}

    /** Whether files of the language stand in a directory itself. */
    static boolean has(Path directory) {
        String[] names = directory.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (ConfigurationFolder.isConfiguration(name) && !name.startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** The directories below one, relative to it. */
    static TerraformDirectories below(Path above) {
        TerraformDirectories found = new TerraformDirectories();
        found.walk(above, "", MAX_DEPTH);
        return found;
    }

    /** Whether a file lies in a directory with files of the language, or below one: it belongs to those. */
    boolean owns(String file) {
        for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
            if (files.containsKey(file.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The directories, relative to the one above, whose configurations no other one calls as a module. Where there are any,
     * those that are kept as modules or examples do not count.
     */
    List<String> roots() {
        List<String> roots = new ArrayList<>(files.keySet());
        roots.removeAll(called());
        List<String> own = new ArrayList<>(roots);
        own.removeIf(root -> ("/" + root + "/").matches(".*/(modules?|examples?|tests?)/.*"));
        return own.isEmpty() ? roots : own;
    }

    private void walk(Path directory, String relative, int depth) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(".") || name.equals("node_modules")) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    if (depth > 0) {
                        walk(entry, relative.isEmpty() ? name : relative + "/" + name, depth - 1);
                    }
                } else if (ConfigurationFolder.isConfiguration(name)) {
                    files.computeIfAbsent(relative, key -> new ArrayList<>()).add(entry);
                }
            }
        } catch (IOException e) {
            // What cannot be listed is said where it is read.
        }
    }

    private Set<String> called() {
        Set<String> called = new HashSet<>();
        files.forEach((directory, inside) -> {
            for (Path file : inside) {
                Matcher sources = SOURCE.matcher(text(file));
                while (sources.find()) {
                    String path = Path.of(directory)
                            .resolve(sources.group(1))
                            .normalize()
                            .toString()
                            .replace('\\', '/');
                    if (!path.equals(directory)) {
                        called.add(path);
                    }
                }
            }
        });
        return called;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
