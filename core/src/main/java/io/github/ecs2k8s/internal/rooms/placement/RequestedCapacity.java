package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pod says about Spot and on-demand machines, with the place of each word.
 *
 * @param capacity what is asked for
 * @param weight how much it is preferred, 0 where it is required
 * @param path where it stands below the pod template
 */
record RequestedCapacity(Capacity capacity, int weight, Object[] path) {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    static List<RequestedCapacity> of(PodSpec pod) {
        List<RequestedCapacity> all = new ArrayList<>();
        if (pod.getNodeSelector() != null) {
            for (Map.Entry<String, String> label : pod.getNodeSelector().entrySet()) {
                Capacity capacity = Capacity.of(label.getKey(), List.of(label.getValue()));
                if (capacity != null) {
                    all.add(new RequestedCapacity(capacity, 0, new Object[] {"spec", "nodeSelector", label.getKey()}));
                }
            }
        }
        Affinity affinity = pod.getAffinity();
        if (affinity != null && affinity.getNodeAffinity() != null) {
            required(affinity.getNodeAffinity(), all);
            List<PreferredSchedulingTerm> wishes =
                    affinity.getNodeAffinity().getPreferredDuringSchedulingIgnoredDuringExecution();
            for (int i = 0; i < wishes.size(); i++) {
                Capacity capacity = of(wishes.get(i));
                if (capacity != null) {
                    int weight = wishes.get(i).getWeight() == null
                            ? 1
                            : wishes.get(i).getWeight();
                    all.add(new RequestedCapacity(
                            capacity, weight, new Object[] {"spec", "affinity", "nodeAffinity", PREFERRED, i}));
                }
            }
        }
        return all;
    }

    /** The capacity that one wish is about, null when it is about something else. */
    static @Nullable Capacity of(PreferredSchedulingTerm wish) {
        List<NodeSelectorRequirement> expressions =
                wish.getPreference() == null ? List.of() : wish.getPreference().getMatchExpressions();
        return expressions.size() == 1 ? of(expressions.get(0)) : null;
    }

    private static @Nullable Capacity of(NodeSelectorRequirement requirement) {
        return "In".equals(requirement.getOperator())
                ? Capacity.of(requirement.getKey(), requirement.getValues())
                : null;
    }

    private static void required(NodeAffinity affinity, List<RequestedCapacity> all) {
        if (affinity.getRequiredDuringSchedulingIgnoredDuringExecution() == null) {
            return;
        }
        List<NodeSelectorTerm> terms =
                affinity.getRequiredDuringSchedulingIgnoredDuringExecution().getNodeSelectorTerms();
        for (int i = 0; i < terms.size(); i++) {
            List<NodeSelectorRequirement> expressions = terms.get(i).getMatchExpressions();
            for (int j = 0; j < expressions.size(); j++) {
                Object[] path = {
                    "spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms", i, "matchExpressions", j
                };
                Capacity capacity = of(expressions.get(j));
                if (capacity != null) {
                    all.add(new RequestedCapacity(capacity, 0, path));
                }
            }
        }
    }
}
