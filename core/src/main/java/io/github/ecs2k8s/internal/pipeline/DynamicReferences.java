package io.github.ecs2k8s.internal.pipeline;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.DynamicReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;

/**
 * Texts of manifests in which CloudFormation would read a secret of the account: it resolves them wherever they stand in a
 * template, and knows no escape
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html).
 */
final class DynamicReferences {
    private final BundleToEcs context;

    DynamicReferences(BundleToEcs context) {
        this.context = context;
    }

    /** Names them, at the text; the template has them with a blank between the braces. */
    void say() {
        for (LocatedObject located : context.manifests().all()) {
            if (context.isUsed(located)) {
                say(located.node());
            }
        }
    }

    private void say(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> say(entry.value()));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(this::say);
        } else if (node instanceof ScalarNode scalar && DynamicReference.isIn(scalar.text())) {
            context.at(node)
                    .report(
                            FindingCode.DYNAMIC_REFERENCE_IN_TEXT,
                            "CloudFormation would read a secret or a parameter of the account in place of this text; the"
                                    + " template has it as " + DynamicReference.BROKEN + "…",
                            "use the calls of -o DIR where the text is meant as it stands; where the value of a secret is"
                                    + " meant, take it from a Secret");
        }
    }
}
