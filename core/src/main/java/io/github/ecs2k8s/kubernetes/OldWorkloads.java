package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;

/** Workloads before apps/v1: the selector was optional, the labels of the template stood for it. */
final class OldWorkloads {
    private OldWorkloads() {}

    static MappingNode upgrade(MappingNode object) {
        return NodeForms.change(object, "spec", OldWorkloads::spec);
    }

    private static MappingNode spec(MappingNode spec) {
        MappingNode current = spec;
        for (String gone : new String[] {"rollbackTo", "templateGeneration"}) {
            if (current.get(gone) != null) {
                current = NodeForms.replace(current, gone, gone, null);
            }
        }
        if (current.has("selector")
                || !(current.get("template") instanceof MappingNode template)
                || !(template.get("metadata") instanceof MappingNode metadata)) {
            return current;
        }
        Node labels = NodeForms.get(metadata, "labels");
        return labels == null
                ? current
                : NodeForms.replace(current, "selector", "selector", NodeForms.object("matchLabels", labels));
    }
}
