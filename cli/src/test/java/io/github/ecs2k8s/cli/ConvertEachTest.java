package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ConvertEachTest extends CommandLineTest {

    @Test
    void everyFileBecomesAFileOfTheSameRelativePath() throws IOException {
        file("in/web.json", WEB);
        file("in/sub.dir/shop.yaml", "family: shop\ncontainerDefinitions: [{name: app, image: example/web:1}]\n");
        file("other/third", WEB);
        assertThat(run("convert", "--each", "@/in", "@/other/third", "-o", "@/out"))
                .isZero();
        assertThat(out).isEmpty();
        assertThat(err).isEqualTo("3 files: 9 values: 9 carried exactly, 0 approximately, 0 without counterpart\n");
        assertThat(files("out")).containsExactly("sub.dir/shop.yaml", "third.yaml", "web.yaml");
        assertThat(text("out/sub.dir/shop.yaml")).contains("name: shop\n").doesNotContain("name: web");
        run("convert", "@/in/web.json");
        assertThat(text("out/web.yaml")).isEqualTo(out);
    }

    @Test
    void theExtensionIsThatOfTheFormat() throws IOException {
        file("in/web.yml", WEB);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out", "--output", "json"))
                .isZero();
        assertThat(files("out")).containsExactly("web.json");
        assertThat(text("out/web.json")).startsWith("{");
    }

    @Test
    void aFileThatFailsStopsNoOther() throws IOException {
        file("in/a.json", BROKEN);
        file("in/b.json", WEB);
        file("in/c.json", WRONG);
        file("in/d.json", new byte[] {'"', (byte) 0xFF});
        assertThat(run("convert", "--each", "@/in", "-o", "@/out")).isEqualTo(3);
        assertThat(files("out")).containsExactly("b.yaml", "c.yaml");
        assertThat(err.lines().filter(line -> line.contains(": error: ")))
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("@/in/a.json:3:"),
                        c -> assertThat(c).startsWith("@/in/c.json:3:"),
                        d -> assertThat(d).startsWith("@/in/d.json: error: not UTF-8"));
        assertThat(err).endsWith("(1 error); 2 files failed\n");
    }

    @Test
    void theWorstExitCodeCounts() throws IOException {
        file("in/a.json", WEB);
        file("in/b.json", WRONG);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out")).isEqualTo(1);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out", "--fail-on", "never"))
                .isZero();
        Files.createDirectories(directory.resolve("blocked/a.yaml"));
        assertThat(run("convert", "--each", "@/in", "-o", "@/blocked")).isEqualTo(4);
        assertThat(files("blocked")).containsExactly("b.yaml");
    }

    @Test
    void findingsStandInTheOrderOfTheFilesInEveryRun() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int i = 10; i < 60; i++) {
            file("in/" + i + ".json", SHOP_WEB);
            expected.append("@/in/").append(i);
            expected.append(".json:2:13: info: name-adjusted: family \"Shop_web\" is written shop-web\n");
        }
        assertThat(run("convert", "--each", "@/in", "-o", "@/out")).isZero();
        assertThat(err).startsWith(expected.toString());
        String first = err;
        String bytes = text("out/42.yaml");
        run("convert", "--each", "@/in", "-o", "@/out");
        assertThat(err).isEqualTo(first);
        assertThat(text("out/42.yaml")).isEqualTo(bytes);
        assertThat(files("out")).hasSize(50);
    }

    @Test
    void whatMerelyLiesInADirectoryNeedNotBeATaskDefinition() throws IOException {
        String other = "{\"name\": \"package\", \"version\": \"1\"}";
        file("in/a.json", WEB);
        file("in/package.json", other);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out")).isZero();
        assertThat(files("out")).containsExactly("a.yaml");
        assertThat(run("convert", "--each", "@/in/a.json", "@/in/package.json", "-o", "@/out"))
                .isEqualTo(3);
        assertThat(err).contains("@/in/package.json: error: nothing to translate\n");
        file("none/package.json", other);
        assertThat(run("convert", "--each", "@/none", "-o", "@/out")).isEqualTo(3);
    }

    @Test
    void twoFilesNeverBecomeOne() throws IOException {
        file("in/a.json", WEB);
        file("in/a.yaml", WEB);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out")).isEqualTo(2);
        assertThat(err)
                .isEqualTo("@/out/a.*: error: both @/in/a.json and @/in/a.yaml would be written here\n"
                        + "    hint: rename one of them, or convert them in two calls\n");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void placesThatMakeNoSense() throws IOException {
        file("in/a.json", WEB);
        file("file", "");
        assertThat(run("convert", "--each", "@/in")).isEqualTo(2);
        assertThat(err).contains("--each: error: needs a directory to write to\n");
        assertThat(run("convert", "--each", "-", "-o", "@/out")).isEqualTo(2);
        assertThat(err).contains("-: error: standard input has no file name");
        assertThat(run("convert", "--each", "@/in", "-o", "@/in/out")).isEqualTo(2);
        assertThat(err).contains("lies inside the input directory @/in:");
        assertThat(run("convert", "--each", "@/in", "-o", "@/in")).isEqualTo(2);
        assertThat(run("convert", "--each", "@/in", "-o", "@/file")).isEqualTo(2);
        assertThat(err).contains("@/file: error: is a file;");
    }

    @Test
    void oneReportTellsOfAll() throws IOException {
        file("in/a.json", SHOP_WEB);
        file("in/b.json", WEB);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out", "--report=json=@/report.json"))
                .isZero();
        assertThat(text("report.json"))
                .contains("/in/a.json")
                .contains("/in/b.json")
                .contains("\"exact\": 5");
    }
}
