package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What is written takes the place of what was written before, and of nothing else. */
class FilesOfUsersTest extends CommandLineTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers: [{name: app, image: "example/shop:1"}]
            """;

    /** A process that has ended; the largest number there can be on Linux is below it. */
    private static final String GONE = "99999999";

    @Test
    void aFileThatLooksLikeACallIsNotDeleted() throws IOException {
        calls();
        file("ecs/000-mine.json", "{}");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/ecs")).isEqualTo(ExitCodes.OUTPUT);
        assertThat(err).contains("@/ecs: error: holds 000-mine.json, which convert did not write; nothing was changed");
        assertThat(text("ecs/000-mine.json")).isEqualTo("{}");
    }

    @Test
    void callsOfAnOlderVersionAreThoseOfItsReadme() throws IOException {
        calls();
        Files.delete(directory.resolve("ecs/" + WrittenFiles.NAME));
        calls();
        Files.delete(directory.resolve("ecs/" + WrittenFiles.NAME));
        file("ecs/000-mine.json", "{}");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/ecs")).isEqualTo(ExitCodes.OUTPUT);
        assertThat(text("ecs/000-mine.json")).isEqualTo("{}");
    }

    @Test
    void anEditedFileThatIsReplacedIsSaid() throws IOException {
        calls();
        assertThat(err).doesNotContain("edited");
        String call = files("ecs").stream()
                .filter(name -> name.contains("create-service"))
                .findFirst()
                .orElseThrow();
        file("ecs/" + call, "{}");
        calls();
        assertThat(err).contains("@/ecs/" + call + ": warning: the file was edited since the last run wrote it");
        calls();
        assertThat(err).doesNotContain("edited");
    }

    @Test
    void whatAKilledRunLeftIsTakenAway() throws IOException {
        calls();
        file("ecs/.ecs." + GONE + ".tmp/001.json", "{}");
        file(".other." + GONE + ".tmp", "of somebody else");
        calls();
        assertThat(files("ecs")).noneMatch(name -> name.endsWith(".json") && name.startsWith("."));
        assertThat(Files.exists(directory.resolve("ecs/.ecs." + GONE + ".tmp"))).isFalse();

        file(".new." + GONE + ".tmp/001.json", "{}");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/new")).isZero();
        assertThat(Files.exists(directory.resolve(".new." + GONE + ".tmp"))).isFalse();
        assertThat(text(".other." + GONE + ".tmp")).isEqualTo("of somebody else");

        file(".one.json." + GONE + ".tmp", "half");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/one.json")).isZero();
        assertThat(Files.exists(directory.resolve(".one.json." + GONE + ".tmp")))
                .isFalse();
    }

    @Test
    void twoRunsIntoOneDirectory() throws IOException {
        calls();
        long other = ProcessHandle.current().parent().orElseThrow().pid();
        file("ecs/.ecs." + other + ".tmp/001.json", "{}");
        String before = text("ecs/README.md");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/ecs")).isEqualTo(ExitCodes.OUTPUT);
        assertThat(err).contains("@/ecs: error: another run is writing into it; nothing was changed");
        assertThat(text("ecs/README.md")).isEqualTo(before);
        assertThat(text("ecs/.ecs." + other + ".tmp/001.json")).isEqualTo("{}");
    }

    @Test
    void aReadOnlyFileIsRefused() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        modes(file("out.json", "mine"), "r--r--r--");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/out.json")).isEqualTo(ExitCodes.OUTPUT);
        assertThat(err)
                .contains("out.json: error: is read-only; nothing was changed")
                .contains("chmod u+w");
        assertThat(text("out.json")).isEqualTo("mine");

        calls();
        String before = text("ecs/README.md");
        modes(directory.resolve("ecs/README.md"), "r--------");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/ecs", "--region", "eu-west-1"))
                .isEqualTo(ExitCodes.OUTPUT);
        assertThat(text("ecs/README.md")).isEqualTo(before);
    }

    @Test
    void modesAreKept() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        Path file = modes(file("out.json", "old"), "rw-------");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/out.json")).isZero();
        assertThat(text("out.json")).contains("\"shop\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        calls();
        Path readme = modes(directory.resolve("ecs/README.md"), "rw-rw----");
        calls();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(readme)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void theReportDoesNotReplaceTheOutput() throws IOException {
        file("web.json", WEB);
        assertThat(run("convert", "@/web.json", "-o", "@/x", "--report", "json=@/sub/../x"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err).contains("--report: error: names the file of -o");
        assertThat(Files.exists(directory.resolve("x"))).isFalse();
    }

    private void calls() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        assertThat(run("convert", "@/shop.yaml", "-o", "@/ecs")).as(() -> err).isZero();
    }

    private static Path modes(Path file, String modes) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
    }
}
