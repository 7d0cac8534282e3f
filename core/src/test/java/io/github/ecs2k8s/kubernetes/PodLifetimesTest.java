package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;

class PodLifetimesTest {
    @Test
    void jobs_and_templates_run_once_and_what_keeps_pods_running_does_not() {
        assertThat(PodLifetimes.runsOnce(new Job())).isTrue();
        assertThat(PodLifetimes.runsOnce(new CronJob())).isTrue();
        assertThat(PodLifetimes.runsOnce(new PodTemplate())).isTrue();
        assertThat(PodLifetimes.runsOnce(new Deployment())).isFalse();
        assertThat(PodLifetimes.runsOnce(new StatefulSet())).isFalse();
        assertThat(PodLifetimes.runsOnce(new Service())).isFalse();
    }

    @Test
    void a_pod_runs_once_only_where_it_says_so() {
        assertThat(PodLifetimes.runsOnce(new Pod())).isFalse();
        assertThat(PodLifetimes.runsOnce(pod(null))).isFalse();
        assertThat(PodLifetimes.runsOnce(pod("Always"))).isFalse();
        assertThat(PodLifetimes.runsOnce(pod("Never"))).isTrue();
        assertThat(PodLifetimes.runsOnce(pod("OnFailure"))).isTrue();
    }

    @Test
    void an_init_container_that_is_always_restarted_is_a_sidecar() {
        assertThat(PodLifetimes.isSidecar(
                        new ContainerBuilder().withRestartPolicy("Always").build()))
                .isTrue();
        assertThat(PodLifetimes.isSidecar(new ContainerBuilder().build())).isFalse();
    }

    private static Pod pod(String restartPolicy) {
        return new PodBuilder()
                .withNewSpec()
                .withRestartPolicy(restartPolicy)
                .endSpec()
                .build();
    }
}
