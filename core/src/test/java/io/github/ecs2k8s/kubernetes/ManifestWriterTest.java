package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects as manifests: key order, what is left out, several objects, both formats. */
class ManifestWriterTest {

    @Test
    void writesADocumentPerObject() {
        assertThat(ManifestWriter.yaml(List.of(configMap(), deployment()))).isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: web
                        data:
                          FEATURE_X: "on"
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          replicas: 1
                          template:
                            spec:
                              terminationGracePeriodSeconds: 60
                              containers:
                                - name: web
                                  image: example/web:1
                                  args:
                                    - --port
                                    - "80"
                        """);
        assertThat(ManifestWriter.yaml(List.of())).isEmpty();
    }

    @Test
    void writesOneObjectAsItselfAndSeveralAsAList() throws JsonProcessingException {
        assertThat(ManifestWriter.json(List.of(configMap()))).isEqualTo("""
                        {
                          "apiVersion": "v1",
                          "kind": "ConfigMap",
                          "metadata": {
                            "name": "web"
                          },
                          "data": {
                            "FEATURE_X": "on"
                          }
                        }
                        """);
        JsonNode list = new ObjectMapper().readTree(ManifestWriter.json(List.of(configMap(), deployment())));
        assertThat(list.at("/kind").asText()).isEqualTo("List");
        assertThat(list.at("/items/1/spec/template/spec/containers/0/args/1").isTextual())
                .isTrue();
    }

    @Test
    void everyStringIsReadBackFromJson() throws JsonProcessingException {
        StringBuilder text = new StringBuilder("\"quoted\" \\ / ");
        for (char c = 0; c < 0x3000; c++) {
            text.append(c);
        }
        text.append("😀\ufeff\uffff");
        ConfigMap map = configMap();
        map.setData(Map.of(text.toString(), text.toString()));
        String printed = ManifestWriter.json(List.of(map));
        assertThat(new ObjectMapper()
                        .readTree(printed)
                        .path("data")
                        .path(text.toString())
                        .asText())
                .isEqualTo(text.toString());
        map.setData(Map.of("half", "\ud83d"));
        assertThat(ManifestWriter.json(List.of(map))).contains("\"half\": \"\\ufffd\"");
    }

    private static ConfigMap configMap() {
        ConfigMap map = new ConfigMap();
        map.setMetadata(name("web"));
        map.setData(Map.of("FEATURE_X", "on"));
        return map;
    }

    private static Deployment deployment() {
        Container web = new Container();
        web.setArgs(List.of("--port", "80"));
        web.setImage("example/web:1");
        web.setName("web");
        Deployment deployment = new Deployment();
        deployment.setMetadata(name("web"));
        deployment.setSpec(new DeploymentSpec());
        deployment.getSpec().setReplicas(1);
        deployment.getSpec().setTemplate(new PodTemplateSpec());
        deployment.getSpec().getTemplate().setSpec(new PodSpec());
        deployment.getSpec().getTemplate().getSpec().setContainers(List.of(web));
        deployment.getSpec().getTemplate().getSpec().setTerminationGracePeriodSeconds(60L);
        return deployment;
    }

    private static ObjectMeta name(String name) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        return metadata;
    }
}
