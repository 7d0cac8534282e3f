package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows the learning path types its commands: each works, in that order, in one directory. */
class LearningPathTest extends CommandLineTest {
    private static final String COMMAND = "    ./ecs2k8s ";
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"learning-path.md", "learning-path.ja.md"})
    void everyCommandWorks(String page) throws IOException {
        List<String> commands = Files.readAllLines(Path.of("../docs", page)).stream()
                .filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(15);
        for (String command : commands) {
            assertThat(run(arguments(command))).as(command + "\n" + err).isZero();
        }
        assertThat(directory.resolve("laptop.yaml"))
                .content()
                .contains("kind: Deployment")
                .doesNotContain("eks.amazonaws");
        assertThat(directory.resolve("eks.yaml")).content().contains("kind: ExternalSecret");
    }

    private static String[] arguments(String command) {
        List<String> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(command);
        while (matcher.find()) {
            String argument = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            arguments.add(
                    argument.startsWith("examples/")
                            ? "../" + argument
                            : argument.endsWith(".yaml") ? "@/" + argument : argument);
        }
        return arguments.toArray(String[]::new);
    }
}
