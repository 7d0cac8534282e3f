package io.github.ecs2k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.ManifestWriter;
import io.github.ecs2k8s.options.KubernetesForm;
import io.github.ecs2k8s.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of translating ECS to Kubernetes.
 *
 * @param source what was read
 * @param tasks every task definition that was translated, with the workload it became
 * @param kubernetes the objects, in the order of application
 * @param findings sorted by place
 */
public record KubernetesTranslation(
        EcsBundle source, List<TranslatedLaunch> tasks, KubernetesBundle kubernetes, List<Finding> findings)
        implements Translation<KubernetesForm> {

    /** Copies the lists. */
    public KubernetesTranslation {
        tasks = List.copyOf(tasks);
        findings = List.copyOf(findings);
    }

    @Override
    public boolean isEmpty() {
        return kubernetes.objects().isEmpty();
    }

    @Override
    public String text(KubernetesForm form) {
        return isEmpty() ? "" : text(kubernetes.objects(), form);
    }

    private static String text(List<HasMetadata> objects, KubernetesForm form) {
        return form == KubernetesForm.YAML ? ManifestWriter.yaml(objects) : ManifestWriter.json(objects);
    }

    /** A file for each object: {@code deployment-web.yaml}, in a folder of its namespace where it names one. */
    @Override
    public Map<String, String> files(KubernetesForm form) {
        Map<String, String> files = new LinkedHashMap<>();
        for (HasMetadata object : kubernetes.objects()) {
            String namespace = object.getMetadata().getNamespace();
            String name = (namespace == null ? "" : namespace + "/")
                    + object.getKind().toLowerCase(Locale.ROOT) + "-"
                    + object.getMetadata().getName() + form.extension();
            files.put(name, text(List.of(object), form));
        }
        return files;
    }

    /** The objects as one YAML stream. */
    public String yaml() {
        return text(KubernetesForm.YAML);
    }

    @Override
    public Report report() {
        return Report.of(source, tasks, findings);
    }
}
