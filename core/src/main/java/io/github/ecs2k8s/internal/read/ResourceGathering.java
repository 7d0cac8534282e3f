package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.ResourceParts.Part;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found beside task definitions, until all inputs are read: then descriptions of the same thing are laid over
 * each other, parts are put where they belong, and everything is bound to its model.
 */
final class ResourceGathering {
    private final Findings findings;
    private final ReaderFindings said;
    private final List<Resource<MappingNode>> found = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<MappingNode> taskSets = new ArrayList<>();

    /** Where in {@link #found} something is that is identified or named so. */
    private final Map<String, Integer> indexes = new HashMap<>();

    /** The objects that tell only what changes about a resource, by their identity. */
    private final Set<MappingNode> changes = Collections.newSetFromMap(new IdentityHashMap<>());

    ResourceGathering(Findings findings) {
        this.findings = findings;
        this.said = new ReaderFindings(findings);
    }

    /** Adds a resource; of one that is described already the members given in both places count as changed. */
    void add(ResourceKind kind, MappingNode object, @Nullable String logicalId) {
        MappingNode node = ResourceNodes.of(kind, object);
        boolean partial = Identities.isPartial(kind, object);
        if (partial) {
            changes.add(node);
        }
        Integer earlier = logicalId == null ? known(kind, node) : null;
        if (earlier != null) {
            boolean earlierPartial = changes.contains(found.get(earlier).node());
            // Two whole descriptions of a service contradict each other; which one counts its room decides.
            if (kind != ResourceKind.SERVICE || partial || earlierPartial) {
                merge(earlier, node, earlierPartial && !partial);
                return;
            }
        }
        if (logicalId == null) {
            Identities.keys(kind, node).forEach(key -> indexes.put(key, found.size()));
        }
        found.add(new Resource<>(kind, node, node, logicalId));
    }

    private @Nullable Integer known(ResourceKind kind, MappingNode node) {
        for (String key : Identities.keys(kind, node)) {
            Integer index = indexes.get(key);
            if (index != null && Identities.same(found.get(index), node)) {
                return index;
            }
        }
        return null;
    }

    /** What changes a resource is laid over what describes it, whichever was read first; otherwise the later counts. */
    private void merge(int index, MappingNode later, boolean earlierOnTop) {
        Resource<MappingNode> earlier = found.get(index);
        MappingNode top = earlierOnTop ? earlier.node() : later;
        MappingNode base = earlierOnTop ? later : earlier.node();
        sayRepeated(earlier, base, top);
        replace(index, NodeEdits.overlay(base, top));
        Identities.keys(earlier.kind(), found.get(index).node()).forEach(key -> indexes.put(key, index));
    }

    private void sayRepeated(Resource<MappingNode> what, MappingNode base, MappingNode top) {
        // At the name: what is said at an object covers everything in it.
        Node place = top;
        for (String member : what.kind().naming()) {
            Node name = Recognition.member(top, member);
            place = name == null ? place : name;
        }
        said.at(
                place,
                FindingCode.RESOURCE_MERGED,
                what.title() + " also stands at " + base.location() + "; what is given here counts",
                null);
    }

    /** Adds a part of a resource that was or will be added. */
    void add(Part part) {
        parts.add(part);
    }

    /** Adds a task set that stands apart from its service. */
    void addTaskSet(MappingNode taskSet) {
        taskSets.add(taskSet);
    }

    /** Whether nothing was found. */
    boolean isEmpty() {
        return found.isEmpty() && parts.isEmpty() && taskSets.isEmpty();
    }

    /** Everything, bound to its model; what belongs nowhere gets a finding. */
    Resources bind() {
        taskSets.forEach(this::attachTaskSet);
        parts.forEach(this::attach);
        PartOwners owners = new PartOwners(found);
        List<Resource<?>> bound = new ArrayList<>();
        for (Resource<MappingNode> resource : found) {
            MappingNode node = owners.complete(resource.kind(), resource.node(), said);
            if (node != null) {
                bound.add(ResourceNodes.bind(resource.kind(), node, resource.logicalId(), findings));
            }
        }
        return new Resources(bound);
    }

    private void attachTaskSet(MappingNode taskSet) {
        String reference = ResourceParts.text(taskSet, "service");
        int index = new PartOwners(found).index(ResourceKind.SERVICE, reference, taskSet);
        if (index < 0) {
            sayHomeless(taskSet, ResourceKind.SERVICE, "this task set", reference);
            return;
        }
        replace(index, ServiceNodes.withTaskSet(found.get(index).node(), taskSet));
    }

    private void attach(Part part) {
        int index = new PartOwners(found)
                .index(part.owner(), part.reference(), part.value(), owner -> ElbAttributes.fit(part, owner));
        if (index < 0) {
            sayHomeless(part.value(), part.owner(), part.title(), part.reference());
            return;
        }
        MappingNode owner = found.get(index).node();
        Node value = part.value();
        replace(
                index,
                value instanceof SequenceNode list
                        ? NodeEdits.append(owner, part.member(), list)
                        : NodeEdits.with(owner, part.member(), value));
    }

    private void replace(int index, MappingNode node) {
        Resource<MappingNode> old = found.get(index);
        found.set(index, new Resource<>(old.kind(), node, node, old.logicalId()));
    }

    private void sayHomeless(Node place, ResourceKind owner, String what, @Nullable String reference) {
        PartOwners.sayHomeless(said, place, owner, what, reference, new PartOwners(found).count(owner));
    }
}
