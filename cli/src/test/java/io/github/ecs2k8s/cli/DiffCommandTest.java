package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiffCommandTest extends CommandLineTest {

    private void golden(String name) throws IOException {
        assertThat(run("convert", "@/in", "-o", "@/" + name)).isZero();
    }

    @Test
    void equalFilesAreSilent() throws IOException {
        file("in/web.json", WEB);
        golden("golden.yaml");
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml")).isZero();
        assertThat(out).isEmpty();
        assertThat(err).isEqualTo("1 file: 1 equal\n");
    }

    @Test
    void aDifferenceIsAUnifiedDiff() throws IOException {
        file("in/web.json", WEB);
        golden("golden.yaml");
        file("golden.yaml", text("golden.yaml").replace("example/web:1", "example/web:0"));
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml")).isEqualTo(1);
        assertThat(out)
                .startsWith("--- @/golden.yaml\n+++ @/golden.yaml\tfrom @/in/web.json\n@@ -")
                .containsPattern("\n- +image: example/web:0\n\\+ +image: example/web:1\n");
        assertThat(err).isEqualTo("1 file: 1 different\n");
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml", "--color", "always"))
                .isEqualTo(1);
        assertThat(out).contains("\u001b[31m-").contains("\u001b[32m+").contains("\u001b[36m@@");
    }

    @Test
    void everyByteCounts() throws IOException {
        file("in/web.json", WEB);
        golden("golden.yaml");
        String golden = text("golden.yaml");
        file("golden.yaml", golden.substring(0, golden.length() - 1));
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml")).isEqualTo(1);
        assertThat(out).contains("\n\\ No newline at end of file\n");
        file("golden.yaml", golden + "\n");
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml")).isEqualTo(1);
        assertThat(out).endsWith("\n-\n");
        file("golden.yaml", golden.replace("\n", "\r\n"));
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml")).isEqualTo(1);
        assertThat(out).startsWith("different: @/golden.yaml (only in its line ends: CRLF");
    }

    @Test
    void againstADirectoryFilesMayBeMissingAndLeftOver() throws IOException {
        file("in/a.json", WEB);
        file("in/sub/b.json", WEB);
        assertThat(run("convert", "--each", "@/in", "-o", "@/golden")).isZero();
        assertThat(run("diff", "@/in", "--against", "@/golden")).isZero();
        assertThat(err).isEqualTo("2 files: 2 equal\n");

        file("in/c.json", WEB);
        file("golden/sub/old.yaml", "");
        file("golden/kustomization.yaml", "resources: [a.yaml]\n");
        file("golden/notes.md", "");
        assertThat(run("diff", "@/in", "--against", "@/golden")).isEqualTo(1);
        assertThat(out)
                .isEqualTo("missing: @/golden/c.yaml (from @/in/c.json)\n"
                        + "left over: @/golden/sub/old.yaml (no input becomes this file)\n");
        assertThat(err).isEqualTo("4 files: 2 equal, 1 missing, 1 left over\n");
    }

    @Test
    void updatingWritesAndNeverDeletes() throws IOException {
        file("in/a.json", WEB);
        file("in/b.json", WEB);
        assertThat(run("diff", "@/in", "--against", "@/golden", "--update")).isZero();
        assertThat(err).isEqualTo("2 files: 2 written\n");
        assertThat(run("diff", "@/in", "--against", "@/golden")).isZero();

        file("golden/a.yaml", "old\n");
        file("golden/old.yaml", "old\n");
        assertThat(run("diff", "@/in", "--against", "@/golden", "--update")).isEqualTo(1);
        assertThat(err).isEqualTo("3 files: 1 equal, 1 written, 1 left over\n");
        assertThat(files("golden")).containsExactly("a.yaml", "b.yaml", "old.yaml");
        assertThat(run("diff", "@/in/a.json", "--against", "@/new.yaml", "--update"))
                .isZero();
        assertThat(text("new.yaml")).isEqualTo(text("golden/a.yaml"));
    }

    @Test
    void theSameOptionsShapeTheOutput() throws IOException {
        file("in/web.json", WEB);
        String[] options = {"--kind=job", "--namespace=shop", "--output=json", "--platform=generic"};
        assertThat(run("convert", "@/in", "-o", "@/golden.json", options[0], options[1], options[2], options[3]))
                .isZero();
        assertThat(run("diff", "@/in", "--against", "@/golden.json", options[0], options[1], options[2], options[3]))
                .isZero();
        assertThat(run("diff", "@/in", "--against", "@/golden.json", options[0], options[1], options[2]))
                .isZero();
        assertThat(run("diff", "@/in", "--against", "@/golden.json", options[1], options[2]))
                .isEqualTo(1);
    }

    @Test
    void inputsThatCannotBeRead() throws IOException {
        file("in/a.json", BROKEN);
        file("in/b.json", WEB);
        assertThat(run("diff", "@/in/a.json", "--against", "@/golden.yaml")).isEqualTo(3);
        assertThat(err).startsWith("@/in/a.json:3:");
        assertThat(run("diff", "@/in", "--against", "@/golden")).isEqualTo(3);
        assertThat(err).startsWith("@/in/a.json:3:").endsWith("1 file: 1 missing\n");
        file("golden/a.yaml", "still expected");
        assertThat(run("diff", "@/in", "--against", "@/golden", "--update")).isEqualTo(3);
        assertThat(text("golden/a.yaml")).isEqualTo("still expected");
        assertThat(err).doesNotContain("left over");
    }

    @Test
    void findingsAreNotRepeated() throws IOException {
        file("in/web.json", WRONG);
        run("convert", "@/in", "-o", "@/golden.yaml");
        assertThat(run("diff", "@/in", "--against", "@/golden.yaml")).isZero();
        assertThat(err).isEqualTo("1 file: 1 equal\n");
    }
}
