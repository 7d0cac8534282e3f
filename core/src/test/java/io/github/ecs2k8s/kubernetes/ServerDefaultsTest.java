package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.EcsTranslation;
import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An object read from a cluster becomes the same as its file. */
class ServerDefaultsTest {

    private static final String FILE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: quotes}
            spec:
              selector: {matchLabels: {app: quotes}}
              template:
                metadata: {labels: {app: quotes}}
                spec:
                  volumes: [{name: rates, configMap: {name: rates}}]
                  containers:
                    - name: quotes
                      image: example/quotes:2
                      volumeMounts: [{name: rates, mountPath: /rates}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: rates}
            data: {eur: "1"}
            """;

    private static final String LIVE = FILE.replace(
                    "metadata: {name: quotes}", "metadata: {name: quotes, namespace: ''}")
            .replace(
                    "spec:\n  selector",
                    "spec:\n  progressDeadlineSeconds: 600\n  revisionHistoryLimit: 10\n  selector")
            .replace("configMap: {name: rates}", "configMap: {name: rates, defaultMode: 420}");

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: lone}
            spec:
              containers:
                - name: lone
                  image: example/lone:1
            """;

    private static final String LIVE_POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: lone}
            spec:
              nodeName: ip-10-0-0-1
              serviceAccountName: default
              tolerations:
                - {effect: NoExecute, key: node.kubernetes.io/not-ready, operator: Exists, tolerationSeconds: 300}
                - {effect: NoExecute, key: node.kubernetes.io/unreachable, operator: Exists, tolerationSeconds: 300}
              containers:
                - name: lone
                  image: example/lone:1
                  volumeMounts:
                    - {name: kube-api-access-x1y2z, mountPath: /var/run/secrets/kubernetes.io/serviceaccount, readOnly: true}
              volumes:
                - name: kube-api-access-x1y2z
                  projected:
                    defaultMode: 420
                    sources: [{serviceAccountToken: {expirationSeconds: 3607, path: token}}]
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: default}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: lone-abc12}
            addressType: IPv4
            endpoints: []
            """;

    @Test
    void a_deployment_of_a_server_is_its_file() {
        assertThat(text(LIVE)).isEqualTo(text(FILE)).contains("quotes");
    }

    @Test
    void a_pod_of_a_server_is_its_file() {
        assertThat(text(LIVE_POD)).isEqualTo(text(POD)).contains("lone");
    }

    @Test
    void another_deadline_than_the_usual_one_is_a_circuit_breaker() {
        assertThat(text(LIVE.replace("600", "601"))).contains("deploymentCircuitBreaker");
    }

    private static String text(String manifests) {
        EcsTranslation ecs =
                new Translator(TranslationOptions.DEFAULT).toEcs(List.of(new SourceFile("all.yaml", manifests)));
        return ecs.text(EcsForm.API);
    }
}
