package io.github.ecs2k8s.internal.rooms.label;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Hook;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.List;

/** Annotations of workloads, not of their pods: what controllers and tools of the cluster read says nothing to ECS. */
final class WorkloadAnnotations {
    private static final String OWN = "ecs2k8s.io/";

    private WorkloadAnnotations() {}

    /** Says once what is not read; a Pod's annotations are its own. */
    static void say(LocatedObject workload, MappingNode annotations, BundleToEcs context) {
        List<String> left = new ArrayList<>();
        for (MappingNode.Entry entry : annotations.entries()) {
            if (!entry.key().startsWith(OWN) && !Hook.isReadOf(entry.key(), workload.object())) {
                left.add(entry.key());
            }
        }
        if (left.isEmpty() || "Pod".equals(workload.object().getKind())) {
            return;
        }
        String of = workload.object().getKind() + " "
                + workload.object().getMetadata().getName();
        if (left.size() == annotations.entries().size()) {
            context.at(annotations)
                    .report(
                            FindingCode.METADATA_LEFT_OUT,
                            "the annotations of " + of + " say nothing to ECS; not written",
                            "do with the means of AWS what their reader did");
            return;
        }
        for (String key : left) {
            context.at(annotations, key)
                    .report(
                            FindingCode.METADATA_LEFT_OUT,
                            "annotation " + key + " of " + of + " says nothing to ECS; not written",
                            "do with the means of AWS what its reader did");
        }
    }
}
