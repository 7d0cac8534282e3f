package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the API server and its clients note on an object they hold: {@code kubectl get -o yaml} prints it, nobody wrote it,
 * and it means nothing anywhere else (https://kubernetes.io/docs/reference/using-api/api-concepts/).
 */
final class ServerNotes {
    private static final Set<String> METADATA = Set.of(
            "managedFields",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "selfLink",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");
    private static final Set<String> ANNOTATIONS = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "kubectl.kubernetes.io/restartedAt",
            "deployment.kubernetes.io/revision",
            "deprecated.daemonset.template.generation",
            "pv.kubernetes.io/bind-completed",
            "pv.kubernetes.io/bound-by-controller");
    // Where objects lie within objects.
    private static final Set<String> AROUND = Set.of("spec", "template", "jobTemplate", "volumeClaimTemplates");

    private ServerNotes() {}

    /** The object as somebody wrote it; the same node when there is no note. */
    static MappingNode without(MappingNode object) {
        return object.has("status") ? without(drop(object, Set.of("status")), 0) : without(object, 0);
    }

    private static MappingNode without(MappingNode object, int depth) {
        List<MappingNode.Entry> entries = new ArrayList<>(object.entries().size());
        boolean changed = false;
        for (MappingNode.Entry entry : object.entries()) {
            Node value = depth > 6 ? entry.value() : value(entry.key(), entry.value(), depth);
            changed |= value != entry.value();
            entries.add(
                    value == entry.value() ? entry : new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
        }
        return changed ? with(object, entries) : object;
    }

    private static Node value(String key, Node value, int depth) {
        if (key.equals("metadata") && value instanceof MappingNode metadata) {
            return metadata(metadata);
        }
        if (AROUND.contains(key) && value instanceof MappingNode inner) {
            return without(inner, depth + 1);
        }
        if (key.equals("volumeClaimTemplates") && value instanceof SequenceNode claims) {
            List<Node> items = new ArrayList<>(claims.items().size());
            for (Node claim : claims.items()) {
                items.add(claim instanceof MappingNode mapping ? without(mapping) : claim);
            }
            return new SequenceNode(claims.location(), claims.pointer(), claims.tag(), items);
        }
        return value;
    }

    private static MappingNode metadata(MappingNode metadata) {
        MappingNode own = drop(metadata, METADATA);
        if (!(own.get("annotations") instanceof MappingNode annotations)) {
            return own;
        }
        MappingNode kept = drop(annotations, ANNOTATIONS);
        if (kept == annotations) {
            return own;
        }
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (MappingNode.Entry entry : own.entries()) {
            if (!entry.key().equals("annotations")) {
                entries.add(entry);
            } else if (!kept.entries().isEmpty()) {
                entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), kept));
            }
        }
        return with(own, entries);
    }

    private static MappingNode drop(MappingNode object, Set<String> keys) {
        List<MappingNode.Entry> kept = new ArrayList<>(object.entries().size());
        for (MappingNode.Entry entry : object.entries()) {
            if (!keys.contains(entry.key())) {
                kept.add(entry);
            }
        }
        return kept.size() == object.entries().size() ? object : with(object, kept);
    }

    private static MappingNode with(MappingNode object, List<MappingNode.Entry> entries) {
        return new MappingNode(object.location(), object.pointer(), object.tag(), entries);
    }
}
