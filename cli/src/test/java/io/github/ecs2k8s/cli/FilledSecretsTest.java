package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Somebody fills in the Secrets of what was written: their values get into no difference, and are not lost in silence. */
class FilledSecretsTest extends CommandLineTest {
    private static final String VALUE = "S3CR3TM4RK";
    private static final String TASK = """
            {"family": "web", "containerDefinitions": [{"name": "web", "image": "nginx:1",
              "secrets": [{"name": "PW", "valueFrom": "/web/pw"}]}]}
            """;

    private static final String TYPE = "type: Opaque\n";

    @Test
    void differencesShowNoValue() throws IOException {
        file("web.json", TASK);
        assertThat(run("convert", "@/web.json", "-o", "@/k.yaml")).isZero();
        String written = text("k.yaml");
        for (String filled : new String[] {
            "stringData:\n  PW: " + VALUE + "\n",
            "stringData: {PW: " + VALUE + "}\n",
            "stringData: {\n  PW: \"" + VALUE + "\"}\n",
            "data:\n  PW: " + VALUE + "\n",
            "data:\n  PW: |\n    first\n    PW: " + VALUE + "\n",
            "data:\n  # " + VALUE + "\n  PW: >-\n      " + VALUE + "\n",
            "data:\n  PW: \"" + VALUE + "\n    and more " + VALUE + "\"\n",
            "data: {'PW': '" + VALUE + "'} # " + VALUE + "\n",
        }) {
            file("k.yaml", written.replace(TYPE, TYPE + filled).replace("nginx:1", "nginx:0"));
            assertThat(run("diff", "@/web.json", "--against", "@/k.yaml")).isEqualTo(1);
            assertThat(out + err).as(filled).doesNotContain(VALUE).contains("nginx:0");
        }
    }

    @Test
    void neitherInJson() throws IOException {
        file("web.json", TASK);
        assertThat(run("convert", "@/web.json", "--output", "json", "-o", "@/k.json"))
                .isZero();
        String written = text("k.json");
        String filled = written.replace(
                "\"type\": \"Opaque\"",
                "\"type\": \"Opaque\",\n  \"stringData\": {\n    \"PW\": \"" + VALUE + "\"\n  }");
        for (String text : new String[] {filled, filled.replace("\n", " ")}) {
            assertThat(text).contains(VALUE);
            file("k.json", text);
            assertThat(run("diff", "@/web.json", "--output", "json", "--against", "@/k.json"))
                    .isEqualTo(1);
            assertThat(out + err).doesNotContain(VALUE).contains("PW");
        }
    }

    @Test
    void norWhereTheFileIsBroken() throws IOException {
        file("web.json", TASK);
        file("k.yaml", "kind: Secret\nstringData:\n  PW: " + VALUE + "\n ]\n");
        assertThat(run("diff", "@/web.json", "--against", "@/k.yaml")).isEqualTo(1);
        assertThat(out + err).doesNotContain(VALUE).contains("its lines are not shown");
    }

    @Test
    void whereOnlyValuesDifferThatIsSaid() throws IOException {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData:\n  PW: ";
        assertThat(SecretValues.of(secret + "a\n").masked(secret + "a\n"))
                .isEqualTo(SecretValues.of(secret + "b\n").masked(secret + "b\n"))
                .isEqualTo(secret + "***\n");
    }

    @Test
    void whatIsEmptiedIsSaid() throws IOException {
        file("web.json", TASK);
        assertThat(run("convert", "@/web.json", "-o", "@/k.yaml")).isZero();
        String written = text("k.yaml");
        String filled = written.replace(TYPE, TYPE + "stringData:\n  PW: " + VALUE + "\n");
        file("k.yaml", filled);
        assertThat(run("convert", "@/web.json", "-o", "@/k.yaml")).isZero();
        assertThat(err)
                .contains("@/k.yaml: warning: somebody had filled in the Secret web-pw; the file is written without")
                .doesNotContain(VALUE);
        assertThat(run("convert", "@/web.json", "-o", "@/k.yaml")).isZero();
        assertThat(err).doesNotContain("filled in");

        file("k.yaml", filled);
        assertThat(run("diff", "@/web.json", "--against", "@/k.yaml", "--update"))
                .isZero();
        assertThat(err).contains("somebody had filled in the Secret web-pw").doesNotContain(VALUE);
    }
}
