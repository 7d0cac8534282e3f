package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.Bounds;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvertCommandTest extends CommandLineTest {

    @Test
    void manifestsGoToStandardOutputAndFindingsToStandardError() throws IOException {
        file("taskdef.json", SHOP_WEB);
        assertThat(run("convert", "@/taskdef.json")).isZero();
        assertThat(out).startsWith("apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop-web\n");
        assertThat(err)
                .startsWith("@/taskdef.json:2:13: info: name-adjusted: family \"Shop_web\" is written shop-web\n")
                .endsWith("@/taskdef.json: 3 values: 2 carried exactly, 1 approximately, 0 without counterpart\n");
    }

    @Test
    void standardInputIsCalledByItsDash() {
        standardInput(SHOP_WEB);
        assertThat(run("convert", "-")).isZero();
        assertThat(out).contains("name: shop-web");
        assertThat(err).startsWith("-:2:13: info: name-adjusted");
    }

    @Test
    void allInputsOfOneCallAreOneBundle() throws IOException {
        file("in/b/two.yml", "family: two\ncontainerDefinitions: [{name: app, image: example/web:1}]\n");
        file("in/a.json", WEB);
        file("in/.git/hidden.json", BROKEN);
        file("in/readme.txt", "no input");
        file("three.json", WEB.replace("web", "three"));
        assertThat(run("convert", "@/three.json", "@/in", "@/in/a.json")).isZero();
        assertThat(names()).containsExactly("three", "web", "two");
        assertThat(err).contains("3 files: 9 values: 9 carried exactly");
    }

    @Test
    void theOptionsShapeTheOutput() throws IOException {
        file("taskdef.json", WEB);
        assertThat(run("convert", "@/taskdef.json", "--kind", "daemonset", "--namespace=shop", "--output", "json"))
                .isZero();
        Node list = parse(out);
        assertThat(strings(list, "kind")).containsExactly("List", "Namespace", "DaemonSet");
        assertThat(strings(list, "namespace")).containsExactly("shop");
    }

    @Test
    void aFileIsWrittenWhole() throws IOException {
        file("taskdef.json", WEB);
        file("out.yaml", "old");
        assertThat(run("convert", "@/taskdef.json", "-o", "@/out.yaml")).isZero();
        assertThat(out).isEmpty();
        assertThat(text("out.yaml")).startsWith("apiVersion:").endsWith("\n");
        assertThat(files(".")).containsExactly("out.yaml", "taskdef.json");
    }

    @Test
    void aLinkIsWrittenThrough() throws IOException {
        file("taskdef.json", WEB);
        Path real = file("real/out.yaml", "old");
        Files.createSymbolicLink(directory.resolve("out.yaml"), real);
        assertThat(run("convert", "@/taskdef.json", "-o", "@/out.yaml")).isZero();
        assertThat(directory.resolve("out.yaml")).isSymbolicLink();
        assertThat(text("real/out.yaml")).startsWith("apiVersion:");
    }

    @Test
    void findingsDecideTheExitCode() throws IOException {
        file("info.json", SHOP_WEB);
        file("warning.json", WARNED);
        file("error.json", WRONG);
        assertThat(run("convert", "@/info.json", "--fail-on", "warning")).isZero();
        assertThat(run("convert", "@/warning.json")).isZero();
        assertThat(err).contains("(1 warning)");
        assertThat(run("convert", "@/warning.json", "--fail-on", "warning")).isEqualTo(1);
        assertThat(out).isNotEmpty();
        assertThat(run("convert", "@/error.json")).isEqualTo(1);
        assertThat(out).isNotEmpty();
        assertThat(err).contains(": error: wrong-type: ").contains("(1 error)");
        assertThat(run("convert", "@/error.json", "--fail-on", "never")).isZero();
    }

    @Test
    void colorsAreForTerminals() throws IOException {
        file("taskdef.json", SHOP_WEB);
        String info = "\u001b[1m\u001b[36minfo\u001b[0m";
        run("convert", "@/taskdef.json");
        assertThat(err).doesNotContain("\u001b");
        run("convert", "@/taskdef.json", "--color", "always");
        assertThat(err).contains(info);
        assertThat(out).doesNotContain("\u001b");
        terminal = true;
        run("convert", "@/taskdef.json");
        assertThat(err).contains(info);
        run("convert", "@/taskdef.json", "--color=never");
        assertThat(err).doesNotContain("\u001b");
        noColor = true;
        run("convert", "@/taskdef.json");
        assertThat(err).doesNotContain("\u001b");
    }

    @Test
    void theReportTellsOfEveryValue() throws IOException {
        file("taskdef.json", SHOP_WEB);
        assertThat(run("convert", "@/taskdef.json", "--report", "json=@/report.json"))
                .isZero();
        Node report = parse(text("report.json"));
        assertThat(strings(report.nearest("findings"), "code")).containsExactly("name-adjusted");
        assertThat(strings(report.nearest("findings"), "severity")).containsExactly("info");
        assertThat(strings(report.nearest("values"), "pointer"))
                .containsExactly("/family", "/containerDefinitions/0/name", "/containerDefinitions/0/image");
        assertThat(strings(report.nearest("values"), "fidelity")).containsExactly("approximate", "exact", "exact");
        assertThat(strings(report.nearest("values"), "destination"))
                .contains("Deployment/shop-web spec.template.spec.containers[app].image");
        assertThat(strings(report.nearest("values"), "line")).containsExactly("2", "3", "3");
        assertThat(strings(report.nearest("summary"), "exact")).containsExactly("2");
    }

    @Test
    void inputsThatCannotBeRead() throws IOException {
        file("broken.json", BROKEN);
        file("latin.json", "{\n\"family\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        file("utf16.json", WEB.getBytes(StandardCharsets.UTF_16));
        file("huge.json", new byte[Bounds.MAX_TEXT + 1]);
        file("other.json", "{\"name\": \"package\", \"version\": \"1\"}");
        Files.createDirectory(directory.resolve("empty"));
        Files.createSymbolicLink(directory.resolve("dangling.json"), directory.resolve("gone"));
        file("loop/a.json", WEB);
        Files.createSymbolicLink(directory.resolve("loop/again"), directory.resolve("loop"));

        assertRefused("@/broken.json:3:", "convert", "@/broken.json");
        assertRefused("@/missing.json: error: no such file", "convert", "@/missing.json");
        assertRefused("@/dangling.json: error: no such file", "convert", "@/dangling.json");
        assertRefused("@/empty: error: no *.tf, *.json, *.yaml or *.yml file", "convert", "@/empty");
        assertRefused("@/loop/again: error: a symbolic link leads back to @/loop\n", "convert", "@/loop");
        assertRefused("@/latin.json: error: not UTF-8: byte 0xe9 at offset 16, line 2\n", "convert", "@/latin.json");
        assertRefused("@/utf16.json: error: not UTF-8: byte 0xfe at offset 0", "convert", "@/utf16.json");
        assertThat(err).contains("iconv -f UTF-16");
        assertRefused("@/huge.json: error: larger than 16 MiB\n", "convert", "@/huge.json");
        assertRefused("@/other.json: error: nothing to translate\n", "convert", "@/other.json");
        standardInput("");
        assertRefused("-:1:1: error: ", "convert", "-");
    }

    @Test
    void outputsThatCannotBeWritten() throws IOException {
        file("taskdef.json", WEB);
        file("file", "");
        Files.createDirectory(directory.resolve("out"));
        assertThat(run("convert", "@/taskdef.json", "-o", "@/no/such/out.yaml")).isEqualTo(4);
        assertThat(err)
                .isEqualTo("@/no/such/out.yaml: error: its directory does not exist\n    hint: mkdir -p @/no/such\n");
        assertThat(run("convert", "@/taskdef.json", "-o", "@/out")).isEqualTo(4);
        assertThat(err).startsWith("@/out: error: is a directory\n    hint: ");
        assertThat(run("convert", "@/taskdef.json", "-o", "@/file/out.yaml")).isEqualTo(4);
        assertThat(run("convert", "@/taskdef.json", "--report", "json=@/no/report.json"))
                .isEqualTo(4);
    }

    @Test
    void nothingIsWrittenWhenAnInputIsBroken() throws IOException {
        file("a.json", WEB);
        file("b.json", BROKEN);
        assertThat(run("convert", "@/a.json", "@/b.json", "-o", "@/out.yaml")).isEqualTo(3);
        assertThat(directory.resolve("out.yaml")).doesNotExist();
    }

    @Test
    void anOutputIsNeverAnInput() throws IOException {
        file("in/a.yaml", "family: a\n");
        assertThat(run("convert", "@/in/a.yaml", "-o", "@/in/../in/a.yaml")).isEqualTo(2);
        assertThat(err).contains("is an input; it would be overwritten");
        assertThat(run("convert", "@/in", "-o", "@/in/out.yaml")).isEqualTo(2);
        assertThat(err).contains("@/in/out.yaml: error: lies inside the input directory @/in:");
        assertThat(run("convert", "@/in", "--report", "json=@/in/report.json")).isEqualTo(2);
        assertThat(text("in/a.yaml")).isEqualTo("family: a\n");
    }

    @Test
    void aReaderThatHasGoneIsAnswered() throws IOException {
        file("taskdef.json", WEB);
        PrintWriter closed = new PrintWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        StringWriter errText = new StringWriter();
        Console console = Console.of(in, closed, new PrintWriter(errText));
        String file = directory.resolve("taskdef.json").toString();
        assertThat(Main.run(console, "convert", file)).isEqualTo(4);
        assertThat(errText)
                .hasToString("standard output: error: cannot be written: its reader has gone, or the disk is full\n");
    }

    @Test
    void aDefectIsOneLineAndNoStackTrace() {
        in = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("with a secret\nin it");
            }
        };
        assertThat(run("convert", "-")).isEqualTo(70);
        assertThat(err)
                .matches(
                        "ecs2k8s: error: defect in ecs2k8s: IllegalStateException at \\w+\\.java:\\d+\n    hint: please report .*\n");
    }

    private void assertRefused(String beginning, String... arguments) {
        assertThat(run(arguments)).isEqualTo(3);
        assertThat(out).isEmpty();
        assertThat(err.substring(err.lastIndexOf('\n', err.lastIndexOf(": error: ")) + 1))
                .startsWith(beginning);
    }

    /** The names of the Deployments in the output, in order. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (String document : out.split("---\n")) {
            names.add(strings(parse(document).nearest("metadata"), "name").get(0));
        }
        return names;
    }

    private static Node parse(String text) {
        return Documents.parse(new SourceFile("x", text), new Findings()).get(0);
    }

    /** The texts of every member with this key, anywhere. */
    private static List<String> strings(Node node, String key) {
        List<String> found = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                if (entry.key().equals(key) && entry.value() instanceof ScalarNode scalar) {
                    found.add(scalar.text());
                }
                found.addAll(strings(entry.value(), key));
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> found.addAll(strings(item, key)));
        }
        return found;
    }
}
