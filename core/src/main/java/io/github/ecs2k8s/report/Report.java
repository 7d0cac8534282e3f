package io.github.ecs2k8s.report;

import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.Ownership;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account of one translation.
 *
 * @param leaves every populated leaf of the task definitions, then of what surrounds them, in the order of the input
 */
public record Report(List<Leaf> leaves) {

    /**
     * One populated leaf of the input.
     *
     * @param pointer its JSON pointer in the document
     * @param location where its value stands
     * @param fidelity how it was carried; exact when its room has nothing to say about it
     * @param term the glossary entry that answers for it, null when no room owns it
     * @param destination where it went, for example {@code Deployment/web spec.template.spec.containers[app].image};
     *     null when nothing corresponds to it
     */
    public record Leaf(
            String pointer,
            SourceLocation location,
            Fidelity fidelity,
            @Nullable Term term,
            @Nullable String destination) {}

    /**
     * The account of a bundle.
     *
     * @param tasks those of its task definitions that were translated
     */
    public static Report of(EcsBundle bundle, List<TranslatedLaunch> tasks, List<Finding> findings) {
        Fidelities said = new Fidelities(findings);
        Origins origins = new Origins(tasks);
        List<Leaf> leaves = new ArrayList<>();
        for (TaskDefinitionSource source : bundle.taskDefinitions()) {
            TranslatedLaunch of = origins.launchOf(source);
            // Null for a task definition of which a newer revision was translated.
            KubernetesDestinations destinations = of == null ? null : new KubernetesDestinations(of);
            Ownership.LeafVisitor visitor = (leaf, owner) -> leaves.add(leaf(leaf, owner, said, destinations));
            Ownership.ecs().leaves(source.node(), visitor);
            Node tags = source.tagsNode().get("tags");
            if (tags != null && source.tagsNode() != source.node()) {
                Ownership.ecs().leavesOf("tags", tags, visitor);
            }
        }
        for (Resource<?> resource : bundle.resources().all()) {
            KubernetesDestinations destinations = new KubernetesDestinations(origins.launchedBy(resource));
            Ownership.ecs()
                    .leavesOf(
                            resource.kind().prefix(),
                            resource.node(),
                            (leaf, owner) -> leaves.add(leaf(leaf, owner, said, destinations)));
        }
        return new Report(List.copyOf(leaves));
    }

    private static Leaf leaf(
            Node leaf,
            Ownership.@Nullable Owner owner,
            Fidelities said,
            @Nullable KubernetesDestinations destinations) {
        String pointer = leaf.pointer().toString();
        Fidelity fidelity = said.of(
                leaf,
                owner == null || destinations == null
                        ? Fidelity.UNTRANSLATABLE
                        : owner.field().fidelity());
        if (owner == null) {
            return new Leaf(pointer, leaf.location(), fidelity, null, null);
        }
        String destination = destinations == null || fidelity == Fidelity.UNTRANSLATABLE
                ? null
                : destinations.of(owner.field(), pointer);
        return new Leaf(pointer, leaf.location(), fidelity, owner.room().term(), destination);
    }

    /** How many leaves were carried this way. */
    public int count(Fidelity fidelity) {
        int count = 0;
        for (Leaf leaf : leaves) {
            if (leaf.fidelity() == fidelity) {
                count++;
            }
        }
        return count;
    }
}
