package io.github.ecs2k8s;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.EcsReader;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which way to translate; found from what the inputs hold. */
public enum Direction {
    /** Kubernetes → ECS. */
    ECS,
    /** ECS → Kubernetes. */
    KUBERNETES;

    /**
     * The direction that inputs ask for: to ECS when there are Kubernetes objects in them and nothing of ECS, otherwise to
     * Kubernetes. Files of other tools beside manifests (a chart's values) do not count.
     *
     * @throws io.github.ecs2k8s.source.BrokenInputException when there are manifests and a text cannot be parsed
     */
    public static Direction of(List<SourceFile> inputs) {
        // Most inputs are ECS's own; they need not be parsed twice to see that.
        boolean terraform = inputs.stream().anyMatch(EcsReader::isTerraform);
        return !terraform && mayHoldManifests(inputs) && holdOnlyManifests(inputs) ? ECS : KUBERNETES;
    }

    private static boolean mayHoldManifests(List<SourceFile> inputs) {
        for (SourceFile input : inputs) {
            if (input.text().contains("apiVersion")) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdOnlyManifests(List<SourceFile> inputs) {
        boolean manifests = false;
        List<SourceFile> others = new ArrayList<>();
        for (SourceFile input : inputs) {
            if (input.name().endsWith(".env")) {
                continue;
            }
            boolean other = false;
            for (Node document : Documents.parse(input, new Findings())) {
                boolean manifest = isManifest(document);
                manifests |= manifest;
                other |= !manifest && !document.isNull();
            }
            if (other) {
                others.add(input);
            }
        }
        return manifests && !holdEcs(others);
    }

    private static boolean holdEcs(List<SourceFile> inputs) {
        EcsReader reader = new EcsReader(new Findings(), TemplateValues.NONE);
        for (SourceFile input : inputs) {
            reader.read(input);
        }
        return !reader.bundle().isEmpty();
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
