package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of Terraform configurations: all of a directory, or those that are named, with the values that lie beside them as
 * Terraform takes them ({@code terraform.tfvars}, {@code *.auto.tfvars}).
 */
final class ConfigurationFiles {
    private final Sources sources;

    /** The directories of all configurations, with what can be read of them. */
    private final Map<Path, ConfigurationFolder> folders = new LinkedHashMap<>();

    private final List<InputFile> asking = new ArrayList<>();

    ConfigurationFiles(Sources sources) {
        this.sources = sources;
    }

    /** Whether an input is a configuration, or a file of one. */
    static boolean is(InputFile input) {
        Path path = input.path();
        return path != null && (ConfigurationFolder.isConfiguration(input.name()) || Files.isDirectory(path));
    }

    /** Files whose text asks for environment files beside them. */
    List<InputFile> asking() {
        return asking;
    }

    /** Adds the files of a configuration. */
    void add(InputFile input, List<SourceFile> all) throws Failure {
        Path path = input.path();
        if (path == null) {
            return;
        }
        boolean whole = Files.isDirectory(path);
        Path parent = path.toAbsolutePath().getParent();
        Path directory = whole || parent == null ? path : parent;
        int slash = input.name().lastIndexOf('/');
        String name = whole
                ? directoryName(input.name())
                : slash < 0 ? "" : input.name().substring(0, slash);
        boolean first = !folders.containsKey(directory);
        ConfigurationFolder folder =
                folders.computeIfAbsent(directory, key -> new ConfigurationFolder(name, key, whole));
        String prefix = name.isEmpty() ? "" : name + "/";
        for (String file : whole ? names(directory) : List.of(String.valueOf(path.getFileName()))) {
            if (ConfigurationFolder.isConfiguration(file)) {
                add(new InputFile(prefix + file, file, directory.resolve(file), true), folder, all);
            }
        }
        for (String file : first ? names(directory) : List.<String>of()) {
            if (isTaken(file)) {
                add(new InputFile(prefix + file, file, directory.resolve(file), true), folder, all);
            }
        }
    }

    /** What the user calls a directory, without a slash at its end; the one he stands in has no name. */
    private static String directoryName(String argument) {
        String plain = argument;
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.equals(".") ? "" : plain;
    }

    private void add(InputFile input, ConfigurationFolder folder, List<SourceFile> all) throws Failure {
        SourceFile file = sources.read(input);
        all.add(new SourceFile(file.name(), file.text(), folder));
        if (file.text().contains("environmentFiles")) {
            asking.add(input);
        }
    }

    private static List<String> names(Path directory) {
        String[] names = directory.toFile().list();
        String[] sorted = names == null ? new String[0] : names;
        Arrays.sort(sorted);
        return Arrays.stream(sorted).filter(name -> !name.startsWith(".")).toList();
    }

    /** Whether Terraform takes the values in a file without being told. */
    private static boolean isTaken(String name) {
        return name.equals("terraform.tfvars")
                || name.equals("terraform.tfvars.json")
                || name.endsWith(".auto.tfvars")
                || name.endsWith(".auto.tfvars.json");
    }

    /** Adds the files with values that the user names; where there is none of that name, one in a configuration's directory. */
    void addVariables(List<String> names, List<SourceFile> all) throws Failure {
        for (String name : names) {
            Path path = InputFiles.path(name);
            InputFile file = Files.exists(path) ? new InputFile(name, name, path, true) : beside(name);
            if (file == null) {
                throw Failure.input(name, "no such file", "--var-file names a file with values of variables");
            }
            SourceFile read = sources.read(file);
            boolean told = name.endsWith(".tfvars") || name.endsWith(".tfvars.json");
            String extension = name.endsWith(".json") ? ".tfvars.json" : ".tfvars";
            all.add(told ? read : new SourceFile(read.name() + extension, read.text()));
        }
    }

    private @Nullable InputFile beside(String name) {
        for (Path directory : folders.keySet()) {
            Path path = directory.resolve(name);
            if (Files.isRegularFile(path)) {
                return new InputFile(name, name, path, true);
            }
        }
        return null;
    }
}
