package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonAnnotationsTest {

    @Test
    void writesOneLineInOrder() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("b", "1");
        values.put("a \"quoted\"", "line\nbreak");

        assertThat(JsonAnnotations.write(values)).isEqualTo("{\"b\":\"1\",\"a \\\"quoted\\\"\":\"line\\nbreak\"}");
    }

    @Test
    void readsWhatItWrote() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Cost Center", "R&D \\ 12");
        values.put("", "ü€\t");

        assertThat(JsonAnnotations.read(JsonAnnotations.write(values))).containsExactlyEntriesOf(values);
    }

    @Test
    void anythingElseIsNothing() {
        assertThat(JsonAnnotations.read(null)).isEmpty();
        assertThat(JsonAnnotations.read("")).isEmpty();
        assertThat(JsonAnnotations.read("{not json")).isEmpty();
        assertThat(JsonAnnotations.read("[\"a\"]")).isEmpty();
    }
}
