package io.github.ecs2k8s;

import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.ManifestWriter;
import io.github.ecs2k8s.report.Report;
import java.util.List;

/**
 * The result of one translation and everything there is to say about it; they travel together.
 *
 * @param source what was read
 * @param tasks every task definition that was translated, with the workload it became
 * @param kubernetes the objects, in the order of application
 * @param findings sorted by place
 */
public record KubernetesTranslation(
        EcsBundle source, List<TranslatedLaunch> tasks, KubernetesBundle kubernetes, List<Finding> findings) {

    /** The objects as one YAML stream, the same bytes for the same input. */
    public String yaml() {
        return ManifestWriter.yaml(kubernetes.objects());
    }

    /** The objects as JSON: one object, or a {@code List} of several. */
    public String json() {
        return ManifestWriter.json(kubernetes.objects());
    }

    /** For every populated leaf of the input, how it was carried and where it went; made anew at each call. */
    public Report report() {
        return Report.of(source, tasks, findings);
    }
}
