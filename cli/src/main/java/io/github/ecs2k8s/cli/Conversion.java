package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.Direction;
import io.github.ecs2k8s.EcsTranslation;
import io.github.ecs2k8s.KubernetesTranslation;
import io.github.ecs2k8s.Translation;
import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.options.KubernetesForm;
import io.github.ecs2k8s.report.Report;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Inputs in, the other side and findings out: the one call into the library. Threads may share it. */
final class Conversion {
    private final Sources sources;
    private final Translator translator;
    private final ConversionOptions options;

    Conversion(InputStream standardInput, ConversionOptions options) {
        this.sources = new Sources(standardInput, options.variableFiles());
        this.translator = new Translator(options.translation());
        this.options = options;
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
            List<SourceFile> files = sources.read(inputs);
            Direction forced = options.direction();
            Direction to = forced == null ? Direction.of(files) : forced;
            options.refuseThoseOfTheOtherSide(to);
            Converted converted = to == Direction.ECS ? toEcs(title, files) : toKubernetes(title, files);
            if (converted.isEmpty()) {
                refuseWrongSide(title, forced, files);
            }
            return converted;
        } catch (BrokenInputException e) {
            throw Failure.input(e);
        }
    }

    private Converted toKubernetes(String title, List<SourceFile> files) {
        KubernetesForm form = options.format();
        KubernetesTranslation translation = translator.toKubernetes(files);
        return converted(title, files, Direction.KUBERNETES, translation, form, form.extension(), null);
    }

    private Converted toEcs(String title, List<SourceFile> files) {
        EcsForm form = options.ecsFormat();
        EcsTranslation translation = translator.toEcs(files);
        return converted(
                title,
                files,
                Direction.ECS,
                translation,
                form,
                form.extension(),
                form == EcsForm.API ? () -> translation.files(form) : null);
    }

    private static <F extends Enum<F>> Converted converted(
            String title,
            List<SourceFile> files,
            Direction to,
            Translation<F> translation,
            F form,
            String extension,
            @Nullable Supplier<Map<String, String>> calls) {
        Report report = translation.report();
        List<Finding> findings = BesideConfiguration.added(files, translation.findings());
        return new Converted(
                title, to, findings, report, translation.text(form), extension, calls, Summary.of(report, findings));
    }

    /** Nothing came out because the input is what should have come out. */
    private static void refuseWrongSide(String title, @Nullable Direction forced, List<SourceFile> files)
            throws Failure {
        if (forced != null && Direction.of(files) != forced) {
            throw Failure.input(
                    title,
                    forced == Direction.ECS
                            ? "--to ecs translates Kubernetes manifests, and there are none"
                            : "--to kubernetes translates what is ECS's, and these are Kubernetes manifests already",
                    "leave out --to: the direction is found from what the input holds");
        }
    }
}
