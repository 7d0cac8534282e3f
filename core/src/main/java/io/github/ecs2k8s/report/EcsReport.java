package io.github.ecs2k8s.report;

import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.internal.rooms.ManifestLeaves;
import io.github.ecs2k8s.internal.rooms.Ownership;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account of a translation of Kubernetes manifests to ECS. */
public final class EcsReport {
    private final Fidelities said;
    private final List<Report.Leaf> leaves = new ArrayList<>();

    private EcsReport(Fidelities said) {
        this.said = said;
    }

    /**
     * How every populated leaf of manifests was carried, in the order of the input.
     *
     * @param workloads what runs pods, with what it became
     * @param unused the objects that nothing was made of
     * @param resolved values that were only needed to find something else
     */
    public static Report of(
            Manifests manifests,
            List<TranslatedWorkload> workloads,
            List<LocatedObject> unused,
            List<Finding> findings,
            List<Node> resolved) {
        // By identity: a manifest may hold the same object twice.
        Set<LocatedObject> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(unused);
        EcsReport report = new EcsReport(new Fidelities(findings, resolved));
        for (LocatedObject located : manifests.all()) {
            EcsDestinations destinations = new EcsDestinations(located, workloads);
            boolean isLeft = left.contains(located);
            ManifestLeaves.visit(located, (leaf, owner) -> report.add(leaf, owner, isLeft, destinations));
        }
        return new Report(List.copyOf(report.leaves));
    }

    private void add(Node leaf, Ownership.@Nullable Owner owner, boolean isLeft, EcsDestinations destinations) {
        Fidelity fidelity = said.of(
                leaf,
                owner == null || isLeft
                        ? Fidelity.UNTRANSLATABLE
                        : owner.field().fidelity());
        leaves.add(new Report.Leaf(
                leaf.pointer().toString(),
                leaf.location(),
                fidelity,
                owner == null ? null : owner.room().term(),
                owner == null || fidelity == Fidelity.UNTRANSLATABLE
                        ? null
                        : destinations.of(owner.field(), leaf.pointer().toString())));
    }
}
