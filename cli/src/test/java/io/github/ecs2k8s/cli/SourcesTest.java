package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest extends CommandLineTest {

    private List<String> names(String... arguments) throws Failure {
        InputFiles inputs = InputFiles.of(List.of(arguments));
        return new Sources(InputStream.nullInputStream(), List.of())
                .read(inputs.files()).stream()
                        .map(SourceFile::name)
                        .map(name -> name.replace(directory.toString(), "@"))
                        .toList();
    }

    @Test
    void environmentFilesBesideAnInputThatWantsSomeAreReadToo() throws IOException, Failure {
        String top = directory.toString();
        file("in/a.json", "{\"environmentFiles\": []}");
        file("in/sub/b.json", WEB);
        file("in/app.env", "A=1\n");
        file("in/base.env", "B=2\n");
        file("in/.env", "SECRET=1\n");
        file("in/dir.env/x", "");
        file("in/sub/unrelated.env", "C=3\n");
        assertThat(names(top + "/in"))
                .containsExactly("@/in/a.json", "@/in/sub/b.json", "@/in/app.env", "@/in/base.env");
        assertThat(names(top + "/in/sub/b.json")).containsExactly("@/in/sub/b.json");
    }

    @Test
    void anEnvironmentFileThatIsAnInputIsReadOnce() throws IOException, Failure {
        String top = directory.toString();
        file("in/a.json", "{\"environmentFiles\": []}");
        file("in/app.env", "A=1\n");
        assertThat(names(top + "/in/app.env", top + "/in/a.json")).containsExactly("@/in/app.env", "@/in/a.json");
    }

    @Test
    void aByteOrderMarkIsLeftToTheReader() throws IOException, Failure {
        file("a.json", "\uFEFF{}");
        assertThat(names(directory + "/a.json")).containsExactly("@/a.json");
    }
}
