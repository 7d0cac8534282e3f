package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Manifests;
import io.github.ecs2k8s.source.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two Services of each Rollout: the one that callers use, and the one that leads to the new pods while an update is
 * under way (https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/).
 */
final class RolloutPairs {
    /** From the second of a pair to the first, both with their namespace. */
    private final Map<String, String> firsts = new LinkedHashMap<>();

    private RolloutPairs() {}

    static RolloutPairs of(Manifests manifests) {
        RolloutPairs pairs = new RolloutPairs();
        for (LocatedObject rollout : manifests.of("Rollout")) {
            Node strategy = JsonTree.at(JsonTree.of(rollout), "spec", "strategy");
            String namespace = rollout.object().getMetadata().getNamespace();
            pairs.add(
                    namespace,
                    JsonTree.text(strategy, "blueGreen", "activeService"),
                    JsonTree.text(strategy, "blueGreen", "previewService"));
            pairs.add(
                    namespace,
                    JsonTree.text(strategy, "canary", "stableService"),
                    JsonTree.text(strategy, "canary", "canaryService"));
        }
        return pairs;
    }

    private void add(@Nullable String namespace, @Nullable String first, @Nullable String second) {
        if (first != null && second != null) {
            firsts.put(namespace + "/" + second, first);
        }
    }

    /** The first of the pair that a Service is the second of; null when it is none. */
    @Nullable String first(@Nullable String namespace, String service) {
        return firsts.get(namespace + "/" + service);
    }

    /** The second of the pair that a Service is the first of; null when it is none. */
    @Nullable String second(@Nullable String namespace, String service) {
        for (Map.Entry<String, String> pair : firsts.entrySet()) {
            if (pair.getValue().equals(service) && pair.getKey().startsWith(namespace + "/")) {
                return pair.getKey().substring(pair.getKey().indexOf('/') + 1);
            }
        }
        return null;
    }
}
