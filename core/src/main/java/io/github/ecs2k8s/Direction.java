package io.github.ecs2k8s;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import java.util.Locale;

/** Which way to translate; found from what the inputs hold. */
public enum Direction {
    /** ECS → Kubernetes. */
    KUBERNETES,
    /** Kubernetes → ECS. */
    ECS;

    /**
     * The direction that inputs ask for: to ECS when every document in them is a Kubernetes object, otherwise to
     * Kubernetes.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when a text that could be a manifest cannot be parsed
     */
    public static Direction of(List<SourceFile> inputs) {
        boolean manifests = false;
        for (SourceFile input : inputs) {
            if (input.name().endsWith(".env")) {
                continue;
            }
            // Most inputs are ECS's own; they need not be parsed twice to see that.
            if (!input.text().contains("apiVersion")) {
                return KUBERNETES;
            }
            for (Node document : Documents.parse(input, new Findings())) {
                if (!isManifest(document) && !document.isNull()) {
                    return KUBERNETES;
                }
                manifests |= isManifest(document);
            }
        }
        return manifests ? ECS : KUBERNETES;
    }

    private static boolean isManifest(Node document) {
        return document instanceof MappingNode object && object.has("apiVersion") && object.has("kind");
    }

    /** The name as the command line spells it: {@code ecs}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
