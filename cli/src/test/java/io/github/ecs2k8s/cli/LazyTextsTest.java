package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A conversion must not pay for texts that it does not print. */
class LazyTextsTest {
    private static final String READER = "io.github.ecs2k8s.internal.text.TextFile ";

    @Test
    void aConversionReadsNoTexts() throws Exception {
        assertThat(loaded("convert", "../examples/web/taskdef.json"))
                .contains("kind: Deployment")
                .contains("io.github.ecs2k8s.finding.FindingCode ")
                .doesNotContain(READER);
    }

    @Test
    void anExplanationReadsThem() throws Exception {
        assertThat(loaded("explain", "name-adjusted")).contains(READER);
    }

    /** What a process prints, and the classes that it loads. */
    private static String loaded(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
