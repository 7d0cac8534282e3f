package io.github.ecs2k8s.ecs.output;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.EcsReader;
import io.github.ecs2k8s.ecs.api.ApiDocument;
import io.github.ecs2k8s.ecs.api.ApiOutput;
import io.github.ecs2k8s.ecs.cloudformation.TemplateWriter;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes both forms of output of ECS inputs into folders, for judges from outside to look at. */
final class WriteOutputs {

    private WriteOutputs() {}

    /** The folder to write to, followed by input files, each a bundle of its own. */
    public static void main(String[] arguments) throws IOException {
        Path to = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            EcsBundle bundle;
            try {
                EcsReader reader = new EcsReader(new Findings(), TemplateValues.NONE);
                reader.read(new SourceFile(file.getFileName().toString(), Files.readString(file)));
                bundle = reader.bundle();
            } catch (BrokenInputException e) {
                continue; // what is neither JSON nor YAML has no output
            }
            if (!bundle.isEmpty()) {
                Path folder = to.resolve(i + "-" + file.getFileName());
                write(folder.resolve("api"), ApiOutput.of(bundle).files());
                write(folder, Map.of("bundle.json", ApiDocument.of(bundle)));
                write(folder, Map.of("template.yaml", TemplateWriter.write(bundle)));
            }
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
