package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.Translation;
import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.report.Report;
import io.github.ecs2k8s.source.BrokenInputException;
import java.io.InputStream;
import java.util.List;

/** Inputs in, manifests and findings out: the one call into the library. Threads may share it. */
final class Conversion {
    private final Sources sources;
    private final Translator translator;
    private final OutputFormat format;

    Conversion(InputStream standardInput, ConversionOptions options) {
        sources = new Sources(standardInput);
        translator = new Translator(options.translation());
        format = options.format();
    }

    /** Converts inputs as one bundle. */
    Converted bundle(InputFiles inputs) throws Failure {
        return convert(inputs.title(), inputs.files());
    }

    /** Converts one input on its own. */
    Converted single(InputFile input) throws Failure {
        return convert(input.name(), List.of(input));
    }

    private Converted convert(String title, List<InputFile> inputs) throws Failure {
        try {
            Translation translation = translator.toKubernetes(sources.read(inputs));
            String text = translation.kubernetes().objects().isEmpty() ? "" : format.write(translation);
            Report report = translation.report();
            List<Finding> findings = translation.findings();
            return new Converted(title, findings, report, text, Summary.of(report, findings));
        } catch (BrokenInputException e) {
            throw Failure.input(e);
        }
    }
}
