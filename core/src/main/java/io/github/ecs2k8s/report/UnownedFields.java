package io.github.ecs2k8s.report;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.rooms.ManifestLeaves;
import io.github.ecs2k8s.internal.rooms.Ownership;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.source.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member of a model that no room owns (a model newer than this library) must not vanish. */
public final class UnownedFields implements Ownership.LeafVisitor {
    private final Findings findings;

    private UnownedFields(Findings findings) {
        this.findings = findings;
    }

    /** Says which values of an ECS bundle nothing was written for. */
    public static void say(EcsBundle bundle, BundleToKubernetes context, Findings findings) {
        UnownedFields leftovers = new UnownedFields(findings);
        for (TaskDefinitionSource source : bundle.taskDefinitions()) {
            Ownership.ecs().leaves(source.node(), leftovers);
        }
        for (Resource<?> resource : bundle.resources().all()) {
            // That nothing was made of it at all has been said.
            if (context.isUsed(resource)) {
                Ownership.ecs().leavesOf(resource.kind().prefix(), resource.node(), leftovers);
            }
        }
    }

    /**
     * Says which values of manifests nothing was written for.
     *
     * @param unused the objects that nothing was made of at all, which has been said
     */
    public static void say(Manifests manifests, List<LocatedObject> unused, Findings findings) {
        UnownedFields leftovers = new UnownedFields(findings);
        // By identity: a manifest may hold the same object twice.
        Set<LocatedObject> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(unused);
        for (LocatedObject located : manifests.all()) {
            if (!left.contains(located)) {
                ManifestLeaves.visit(located, leftovers);
            }
        }
    }

    @Override
    public void visit(Node leaf, Ownership.@Nullable Owner owner) {
        String pointer = leaf.pointer().toString();
        if (owner == null && !findings.covers(leaf.location(), pointer)) {
            findings.add(new Finding(
                    FindingCode.NOT_TRANSLATED,
                    pointer,
                    leaf.location(),
                    "nothing was written for this value",
                    null,
                    null));
        }
    }
}
