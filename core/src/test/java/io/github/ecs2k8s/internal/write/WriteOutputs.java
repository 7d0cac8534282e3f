package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.EcsReader;
import io.github.ecs2k8s.internal.write.api.ApiDocument;
import io.github.ecs2k8s.internal.write.api.ApiOutput;
import io.github.ecs2k8s.internal.write.template.TemplateWriter;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes both forms of output of inputs, ECS or Kubernetes, into folders, for judges from outside to look at. */
final class WriteOutputs {

    private WriteOutputs() {}

    /** The folder to write to, followed by input files, each a bundle of its own. */
    public static void main(String[] arguments) throws IOException {
        Path to = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            EcsBundle bundle;
            try {
                bundle = bundle(new SourceFile(file.getFileName().toString(), Files.readString(file)));
                if (bundle.isEmpty()) {
                    continue;
                }
            } catch (BrokenInputException e) {
                continue; // what is neither JSON nor YAML has no output
            }
            Path folder = to.resolve(i + "-" + file.getFileName());
            write(folder.resolve("api"), ApiOutput.of(bundle).files());
            write(folder, Map.of("template.yaml", TemplateWriter.write(bundle)));
            String document = ApiDocument.of(bundle);
            write(folder, Map.of("bundle.json", document, "input", Files.readString(file)));
            String again = ApiDocument.of(bundle(new SourceFile("bundle.json", document)));
            if (!again.equals(document)) {
                throw new IllegalStateException(folder.resolve("bundle.json") + " is read as something else");
            }
        }
    }

    private static EcsBundle bundle(SourceFile file) {
        EcsReader reader = new EcsReader(new Findings(), TemplateValues.NONE);
        reader.read(file);
        EcsBundle bundle = reader.bundle();
        return bundle.isEmpty()
                ? new Translator(TranslationOptions.DEFAULT)
                        .toEcs(List.of(file))
                        .ecs()
                : bundle;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
