package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.function.FileFunctions;
import io.github.ecs2k8s.internal.terraform.syntax.HclParser;
import io.github.ecs2k8s.internal.terraform.syntax.JsonBodies;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of modules lie: local ones by their path, others where {@code terraform get} has put them and noted it
 * ({@code .terraform/modules/modules.json}).
 */
final class ModuleFiles {
    private static final String MANIFEST = ".terraform/modules/modules.json";
    private static final String WORKSPACE = ".terraform/environment";

    private final SourceFolder folder;
    private final Map<String, Module> parsed = new HashMap<>();
    private @Nullable Map<String, String> installed;

    ModuleFiles(SourceFolder folder) {
        this.folder = folder;
    }

    /** What files declare together. */
    static Module parse(List<SourceFile> files) {
        String first = files.isEmpty() ? "" : files.get(0).name();
        Module module = new Module(new SourceLocation(first, 1, 1));
        for (SourceFile file : files) {
            module.add(file.name().endsWith(".json") ? JsonBodies.file(file) : HclParser.file(file));
        }
        return module;
    }

    /** Whether a source is a path and not an address. */
    static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../");
    }

    /**
     * The directory of a module, from the root module's.
     *
     * @param path the names of the calls that lead to it: {@code web.service}
     * @return null when nobody has put it there
     */
    @Nullable String directory(String source, String callerDirectory, String path) {
        return isLocal(source)
                ? FileFunctions.path(callerDirectory, source)
                : installed().get(path);
    }

    private Map<String, String> installed() {
        Map<String, String> found = installed;
        if (found == null) {
            found = new HashMap<>();
            SourceFile manifest = folder.read(MANIFEST);
            if (manifest != null) {
                Node document = Documents.parse(manifest, new Findings()).get(0);
                for (Node module : Members.items(document, "Modules")) {
                    String key = Members.text(module, "Key");
                    String directory = Members.text(module, "Dir");
                    if (key != null && directory != null) {
                        found.put(key, FileFunctions.path(directory));
                    }
                }
            }
            installed = found;
        }
        return found;
    }

    /** The module in a directory, null when there are no files of it. */
    @Nullable Module module(String directory) {
        Module known = parsed.get(directory);
        if (known != null) {
            return known;
        }
        List<SourceFile> files = new ArrayList<>();
        for (String name : folder.list(directory)) {
            boolean source = name.endsWith(".tf") || name.endsWith(".tf.json");
            SourceFile file = source ? folder.read(FileFunctions.path(directory, name)) : null;
            if (file != null) {
                files.add(file);
            }
        }
        Module module = files.isEmpty() ? null : parse(files);
        if (module != null) {
            parsed.put(directory, module);
        }
        return module;
    }

    /** The workspace that is chosen in the directory. */
    String workspace() {
        SourceFile file = folder.read(WORKSPACE);
        return file == null || file.text().isBlank() ? "default" : file.text().strip();
    }
}
