package io.github.ecs2k8s;

import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.report.EcsReport;
import io.github.ecs2k8s.report.Report;
import io.github.ecs2k8s.source.Node;
import java.util.List;

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
        List<Node> resolved) {

    /** For every populated leaf of the input, how it was carried and where it went; made anew at each call. */
    public Report report() {
        return EcsReport.of(source, workloads, unused, findings, resolved);
    }
}
