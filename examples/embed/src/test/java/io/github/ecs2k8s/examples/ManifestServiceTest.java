package io.github.ecs2k8s.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestServiceTest {
    private final ManifestService service = new ManifestService();

    @Test
    void prints_what_is_committed() throws IOException {
        String text = Files.readString(Path.of("worker.json"));
        assertThat(service.manifests("worker.json", text)).isEqualTo(Files.readString(Path.of("worker.yaml")));
    }

    @Test
    void says_why_not() {
        String cycle = """
                {"family": "worker", "containerDefinitions": [
                  {"name": "a", "image": "a", "dependsOn": [{"containerName": "b", "condition": "START"}]},
                  {"name": "b", "image": "b", "dependsOn": [{"containerName": "a", "condition": "START"}]}]}
                """;
        assertThatThrownBy(() -> service.manifests("worker.json", cycle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("worker.json:");
    }
}
