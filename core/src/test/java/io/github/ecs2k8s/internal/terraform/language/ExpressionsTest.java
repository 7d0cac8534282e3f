package io.github.ecs2k8s.internal.terraform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Expressions have the values that Terraform itself gives them; it wrote the table. */
class ExpressionsTest {
    @TestFactory
    Stream<DynamicTest> expressions() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String expression = "";
        for (String line : lines()) {
            if (line.startsWith("    ")) {
                String of = expression;
                tests.add(
                        DynamicTest.dynamicTest(of, () -> assertThat(value(of)).isEqualTo(line.strip())));
            } else {
                expression = line;
            }
        }
        return tests.stream();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ExpressionsTest.class.getResourceAsStream("expressions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** The expression as a template that cannot be a document, so that it stays as {@code jsonencode} writes it. */
    private static String value(String expression) {
        Configurations configuration =
                Configurations.of("resource \"t\" \"t\" {", "v = \"=${jsonencode(" + expression + ")}\"", "}");
        String values = configuration.resources().get(0);
        if (!configuration.findings().isEmpty()) {
            return "ERROR";
        }
        String json = values.substring("t.t {\"v\":\"=".length(), values.length() - 2);
        return unescaped(json);
    }

    private static String unescaped(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) == '\\') {
                i++;
            }
            text.append(json.charAt(i));
        }
        return text.toString();
    }
}
