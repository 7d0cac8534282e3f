package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodNodesTest {
    @Test
    void a_pod_is_for_Windows_by_its_own_word_and_by_the_nodes_it_selects() {
        assertThat(PodNodes.areWindows(os("windows").build())).isTrue();
        assertThat(PodNodes.areWindows(selecting("kubernetes.io/os", "windows")))
                .isTrue();
        assertThat(PodNodes.areWindows(selecting("beta.kubernetes.io/os", "windows")))
                .isTrue();
        assertThat(PodNodes.areWindows(selecting("node.kubernetes.io/windows-build", "10.0.20348")))
                .isTrue();
        // Node affinity is a placement constraint in ECS, which says nothing of the task's platform.
        assertThat(PodNodes.areWindows(affinity(term("kubernetes.io/os", "windows"))))
                .isFalse();
        assertThat(PodNodes.mustBeWindows(affinity(term("kubernetes.io/os", "windows"))))
                .isTrue();
        assertThat(PodNodes.mustBeWindows(affinity(term("node.kubernetes.io/windows-build", "10.0.20348"))))
                .isTrue();
        assertThat(PodNodes.mustBeWindows(affinity(term("kubernetes.io/os", "windows"), term("zone", "a"))))
                .isFalse();
    }

    @Test
    void nodes_decide_before_the_pods_word() {
        assertThat(PodNodes.areWindows(os("windows")
                        .addToNodeSelector("kubernetes.io/os", "linux")
                        .build()))
                .isFalse();
        assertThat(PodNodes.areWindows(os("linux")
                        .addToNodeSelector("node.kubernetes.io/windows-build", "10.0.20348")
                        .build()))
                .isFalse();
    }

    @Test
    void a_pod_that_says_nothing_is_for_Linux() {
        assertThat(PodNodes.areWindows(new PodSpec())).isFalse();
        assertThat(PodNodes.areWindows(selecting("kubernetes.io/arch", "amd64")))
                .isFalse();
    }

    @Test
    void every_alternative_of_the_affinity_must_ask_for_the_same_value() {
        NodeSelectorTerm windows = term("kubernetes.io/os", "windows");
        assertThat(PodNodes.required(affinity(windows, term("beta.kubernetes.io/os", "windows")), NodeLabels.OS))
                .isEqualTo("windows");
        assertThat(PodNodes.required(affinity(windows, term("zone", "a")), NodeLabels.OS))
                .isNull();
        assertThat(PodNodes.required(affinity(term("kubernetes.io/os", "linux", "windows")), NodeLabels.OS))
                .isNull();
        assertThat(PodNodes.selected(affinity(windows), NodeLabels.OS)).isNull();
    }

    private static PodSpecBuilder os(String name) {
        return new PodSpecBuilder().withNewOs(name);
    }

    private static PodSpec selecting(String label, String value) {
        return new PodSpecBuilder().withNodeSelector(Map.of(label, value)).build();
    }

    private static NodeSelectorTerm term(String label, String... values) {
        return new NodeSelectorTermBuilder()
                .addNewMatchExpression()
                .withKey(label)
                .withOperator("In")
                .withValues(values)
                .endMatchExpression()
                .build();
    }

    private static PodSpec affinity(NodeSelectorTerm... terms) {
        return new PodSpecBuilder()
                .withNewAffinity()
                .withNewNodeAffinity()
                .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                .withNodeSelectorTerms(terms)
                .endRequiredDuringSchedulingIgnoredDuringExecution()
                .endNodeAffinity()
                .endAffinity()
                .build();
    }
}
