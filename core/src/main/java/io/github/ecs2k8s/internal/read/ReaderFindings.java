package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import org.jspecify.annotations.Nullable;

/** Findings of the readers, which speak for no glossary term. */
record ReaderFindings(Findings findings) {

    /** Says something about a value. */
    void at(Node node, FindingCode code, String message, @Nullable String hint) {
        findings.add(new Finding(code, node.pointer().toString(), node.location(), message, hint, null));
    }

    /** One member in two spellings: the first counts. */
    void twice(MappingNode.Entry again, MappingNode.Entry first) {
        at(
                again,
                FindingCode.DUPLICATE_KEY,
                "\"" + again.key() + "\" is the same as \"" + first.key() + "\" at "
                        + first.keyLocation().line() + ":" + first.keyLocation().column() + ", which counts",
                "remove one of the two");
    }

    /** Says something about a key; the pointer is that of its value. */
    void at(MappingNode.Entry entry, FindingCode code, String message, @Nullable String hint) {
        findings.add(new Finding(code, entry.value().pointer().toString(), entry.keyLocation(), message, hint, null));
    }
}
