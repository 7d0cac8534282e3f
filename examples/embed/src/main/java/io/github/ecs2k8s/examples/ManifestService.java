package io.github.ecs2k8s.examples;

import io.github.ecs2k8s.KubernetesTranslation;
import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.options.Platform;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import java.util.Set;

/** What a deployment portal does with the library: task definition in, manifests out, or the reasons why not. */
public final class ManifestService {
    // One translator serves all threads.
    private final Translator translator = new Translator(TranslationOptions.DEFAULT
            .withTarget(new Target(Platform.EKS, Target.DEFAULT.version(), Set.of()))
            .withNamespace("shop"));

    /**
     * Translates the text of one task definition.
     *
     * @throws IllegalArgumentException when the result must not be applied; its message is fit for the user
     */
    public String manifests(String name, String text) {
        KubernetesTranslation translation = translator.toKubernetes(List.of(new SourceFile(name, text)));
        StringBuilder reasons = new StringBuilder();
        for (Finding finding : translation.findings()) {
            if (finding.severity() == Severity.ERROR) {
                reasons.append(finding.location())
                        .append(": ")
                        .append(finding.message())
                        .append('\n');
            }
        }
        if (reasons.length() > 0) {
            throw new IllegalArgumentException(reasons.toString());
        }
        return translation.yaml();
    }
}
