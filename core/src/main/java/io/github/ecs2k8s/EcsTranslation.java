package io.github.ecs2k8s;

import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.internal.write.api.ApiDocument;
import io.github.ecs2k8s.internal.write.api.ApiOutput;
import io.github.ecs2k8s.internal.write.template.TemplateWriter;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.report.EcsReport;
import io.github.ecs2k8s.report.Report;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import java.util.Map;

/**
 * The result of translating Kubernetes manifests to ECS.
 *
 * @param source what was translated
 * @param workloads what runs pods, with the task definitions they became, in the order of the input
 * @param unused the objects that nothing was made of; a finding says so
 * @param ecs the ECS side; what refers to something else in it does so by its logical id, {@code ${WebTaskDefinition}}
 * @param findings everything there is to say, sorted by place
 * @param resolved values of the input that were only needed to find something else
 */
public record EcsTranslation(
        Manifests source,
        List<TranslatedWorkload> workloads,
        List<LocatedObject> unused,
        EcsBundle ecs,
        List<Finding> findings,
        List<Node> resolved)
        implements Translation<EcsForm> {

    /** Copies the lists. */
    public EcsTranslation {
        workloads = List.copyOf(workloads);
        unused = List.copyOf(unused);
        findings = List.copyOf(findings);
        resolved = List.copyOf(resolved);
    }

    @Override
    public boolean isEmpty() {
        return ecs.isEmpty();
    }

    /** One JSON document, which is read back as it is, or one template. */
    @Override
    public String text(EcsForm form) {
        if (isEmpty()) {
            return "";
        }
        return form == EcsForm.API ? ApiDocument.of(ecs) : TemplateWriter.write(ecs);
    }

    /** A file for each call, numbered in the order to run, and a README with the commands; or the template. */
    @Override
    public Map<String, String> files(EcsForm form) {
        if (isEmpty()) {
            return Map.of();
        }
        return form == EcsForm.API ? ApiOutput.of(ecs).files() : Map.of("template.yaml", text(form));
    }

    @Override
    public Report report() {
        return EcsReport.of(source, workloads, unused, findings, resolved);
    }
}
