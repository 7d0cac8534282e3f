package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.aws.ProviderTypes;
import io.github.ecs2k8s.internal.terraform.function.FileFunctions;
import io.github.ecs2k8s.internal.terraform.language.Configuration;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The Terraform configurations of the input, one for each directory that holds files of the language and that no other one
 * calls as a module → task definitions and resources.
 */
final class TerraformConfigurations {
    private final TemplateValues known;
    private final Findings findings;

    /** Directory → its files. */
    private final Map<String, List<SourceFile>> directories = new TreeMap<>();

    private final List<SourceFile> variableFiles = new ArrayList<>();

    TerraformConfigurations(TemplateValues known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** Whether a file is one of the language, or holds values of variables. */
    static boolean is(SourceFile file) {
        String name = file.name();
        return isConfiguration(name)
                || isVariables(name)
                || name.equals("-")
                        && !isJson(file.text())
                        && Words.BLOCK.matcher(file.text()).find();
    }

    private static boolean isJson(String text) {
        String start = text.substring(0, Math.min(text.length(), 1000)).strip();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** By what a text without a name is told; compiled only when there is one. */
    private static final class Words {
        static final Pattern BLOCK = Pattern.compile(
                "(?m)^(resource|data|module|variable|output|provider|locals|terraform)\\b[^=:\\n{]*\\{");
    }

    private static boolean isConfiguration(String name) {
        return name.endsWith(".tf") || name.endsWith(".tf.json");
    }

    private static boolean isVariables(String name) {
        return name.endsWith(".tfvars") || name.endsWith(".tfvars.json");
    }

    /** Takes a file for later. */
    void add(SourceFile file) {
        if (isVariables(file.name())) {
            variableFiles.add(file);
        } else {
            directories
                    .computeIfAbsent(file.directory(), directory -> new ArrayList<>())
                    .add(file);
        }
    }

    /** Reads all configurations taken so far. */
    void read(List<TaskDefinitionSource> taskDefinitions, ResourceGathering resources, Map<String, String> parameters) {
        roots().forEach((directory, files) -> read(directory, files, taskDefinitions, resources, parameters));
        directories.clear();
    }

    private Map<String, List<SourceFile>> roots() {
        Map<String, List<SourceFile>> roots = new LinkedHashMap<>(directories);
        if (roots.size() > 1) {
            directories.forEach((directory, files) -> {
                for (String source : Configuration.localModules(files)) {
                    roots.remove(FileFunctions.path(directory + source) + "/");
                }
            });
        }
        return roots;
    }

    private void read(
            String directory,
            List<SourceFile> files,
            List<TaskDefinitionSource> taskDefinitions,
            ResourceGathering resources,
            Map<String, String> parameters) {
        SourceFolder given = files.get(0).folder();
        SourceFolder folder = given == SourceFolder.EMPTY ? folder(directory) : given;
        Configuration configuration = new Configuration(files, variables(directory), folder, known, findings);
        TerraformResources.read(
                configuration.resources(ProviderTypes::isNeeded),
                configuration.account(),
                taskDefinitions,
                resources,
                parameters,
                findings);
    }

    /** Modules that are in the input themselves. */
    private SourceFolder folder(String root) {
        Map<String, String> files = new TreeMap<>();
        directories.forEach((directory, inside) -> {
            if (directory.startsWith(root)) {
                inside.forEach(file -> files.put(file.name().substring(root.length()), file.text()));
            }
        });
        return SourceFolder.of(files);
    }

    /** The files that Terraform takes by itself, then those that somebody names. */
    private List<SourceFile> variables(String directory) {
        List<SourceFile> ordered = new ArrayList<>();
        variableFiles.stream()
                .filter(file -> rank(file) < 2 && file.directory().equals(directory))
                .sorted(Comparator.comparing(file -> rank(file) + file.name()))
                .forEach(ordered::add);
        variableFiles.stream().filter(file -> rank(file) == 2).forEach(ordered::add);
        return ordered;
    }

    private static int rank(SourceFile file) {
        String name = file.name().substring(file.directory().length());
        if (name.startsWith("terraform.tfvars")) {
            return 0;
        }
        return name.endsWith(".auto.tfvars") || name.endsWith(".auto.tfvars.json") ? 1 : 2;
    }
}
