package io.github.ecs2k8s.report;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the findings of a translation say of single values. */
final class Fidelities {
    private final Map<String, Fidelity> said = new HashMap<>();

    Fidelities(List<Finding> findings) {
        this(findings, List.of());
    }

    Fidelities(List<Finding> findings, List<Node> resolved) {
        for (Finding finding : findings) {
            // Pointers repeat between documents, so the document is part of the key.
            said.merge(
                    finding.location().root() + finding.pointer(),
                    finding.code().fidelity(),
                    Fidelity::worst);
        }
        for (Node value : resolved) {
            said.merge(value.location().root() + value.pointer(), Fidelity.RESOLVED, Fidelity::worst);
        }
    }

    /** The worst that is said of a value or of an object around it. */
    Fidelity of(Node leaf, Fidelity unsaid) {
        Fidelity fidelity = unsaid;
        String root = leaf.location().root();
        String pointer = leaf.pointer().toString();
        for (int end = pointer.length(); end >= 0; end = end == 0 ? -1 : pointer.lastIndexOf('/', end - 1)) {
            Fidelity here = said.get(root + pointer.substring(0, end));
            if (here != null) {
                fidelity = fidelity.worst(here);
            }
        }
        return fidelity;
    }
}
