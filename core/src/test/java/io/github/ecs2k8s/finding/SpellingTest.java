package io.github.ecs2k8s.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN =
            List.of("cpu", "image", "portMappings", "environment", "environmentFiles", "deployment", "pod", "job");

    @ParameterizedTest
    @CsvSource({
        "imgae, image",
        "Image, image",
        "images, image",
        "imge, image",
        "imagf, image",
        "portmapping, portMappings",
        "envrionmnet, environment",
        "deploymnet, deployment",
        "cp, ",
        "gpu, cpu",
        "picture, ",
        "imgea, ",
        "'', ",
    })
    void nearest(String word, String expected) {
        assertThat(Spelling.nearest(word, KNOWN)).isEqualTo(expected);
    }
}
