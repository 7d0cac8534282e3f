package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every node has that a pod can run on
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/).
 */
public final class PodNodes {
    private PodNodes() {}

    /**
     * Whether the pod's containers are Windows containers. The nodes that its nodeSelector names decide, then its own word: the
     * kubelet refuses a pod whose {@code os} is not the node's. Only Windows nodes carry a Windows build
     * (https://kubernetes.io/docs/concepts/windows/user-guide/).
     */
    public static boolean areWindows(PodSpec pod) {
        return areWindows(pod, selected(pod, NodeLabels.OS), selected(pod, NodeLabels.WINDOWS_BUILD));
    }

    /** The same where the node affinity counts as well as the nodeSelector: it, too, keeps the pod off all other nodes. */
    public static boolean mustBeWindows(PodSpec pod) {
        return areWindows(pod, required(pod, NodeLabels.OS), required(pod, NodeLabels.WINDOWS_BUILD));
    }

    private static boolean areWindows(PodSpec pod, @Nullable String required, @Nullable String build) {
        String os = required == null && pod.getOs() != null ? pod.getOs().getName() : required;
        return os == null ? build != null : os.equals("windows");
    }

    /** The value of a label by the nodeSelector, or by all alternatives of the node affinity; null when both leave it open. */
    public static @Nullable String required(PodSpec pod, String label) {
        String selected = selected(pod, label);
        return selected == null ? byAffinity(pod.getAffinity(), label) : selected;
    }

    /** The value of a label by the nodeSelector alone, under its current or an old name; null when it leaves it open. */
    public static @Nullable String selected(PodSpec pod, String label) {
        Map<String, String> selector = pod.getNodeSelector() == null ? Map.of() : pod.getNodeSelector();
        for (Map.Entry<String, String> selected : selector.entrySet()) {
            if (NodeLabels.current(selected.getKey()).equals(label)) {
                return selected.getValue();
            }
        }
        return null;
    }

    private static @Nullable String byAffinity(@Nullable Affinity affinity, String label) {
        NodeSelector selector = affinity == null || affinity.getNodeAffinity() == null
                ? null
                : affinity.getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution();
        String all = null;
        for (NodeSelectorTerm term : selector == null ? List.<NodeSelectorTerm>of() : selector.getNodeSelectorTerms()) {
            String one = byTerm(term, label);
            if (one == null || all != null && !all.equals(one)) {
                return null;
            }
            all = one;
        }
        return all;
    }

    private static @Nullable String byTerm(NodeSelectorTerm term, String label) {
        String one = null;
        for (NodeSelectorRequirement requirement : term.getMatchExpressions()) {
            boolean in = "In".equals(requirement.getOperator())
                    && requirement.getValues().size() == 1
                    && NodeLabels.current(requirement.getKey()).equals(label);
            one = in ? requirement.getValues().get(0) : one;
        }
        return one;
    }
}
