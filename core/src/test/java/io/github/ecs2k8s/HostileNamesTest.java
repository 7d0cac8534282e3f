package io.github.ecs2k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.options.KubernetesForm;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that a shell or a query would run, through every command that we print: a shell whose {@code aws} and
 * {@code kubectl} only record their arguments runs them, and nothing else happens.
 */
class HostileNamesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMMAND = Pattern.compile("\\b(?:aws|kubectl) .*", Pattern.DOTALL);

    /** Two commands print what the script waits for; all others any word. */
    private static final String STUB = """
            #!/bin/sh
            printf '%s\\0' "$@" >> "$RECORD"
            case "$*" in *Operation.Status*) echo SUCCESS ;; *) echo value ;; esac
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a$(touch CANARY)",
                "a`touch CANARY`",
                "a\"; touch CANARY; \"",
                "a'; touch CANARY; '",
                "a\ntouch CANARY\n",
                "a' || '1'=='1",
                "a\\",
                "a\", \"launchType\": \"EC2"
            })
    void nothing_of_a_name_runs(String name) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
        assumeTrue(isOnPath("envsubst"), "no envsubst (GNU gettext)");
        EcsTranslation translation =
                new Translator(TranslationOptions.DEFAULT).toEcs(List.of(new SourceFile("shop.json", manifests(name))));
        for (Map.Entry<String, String> file : translation.files(EcsForm.API).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String readme = Files.readString(folder.resolve("README.md"));
        List<String> arguments = run(String.join("\n", blocks(readme)).replace("file://VALUE", "file:///dev/null"));

        assertThat(arguments).as("the Secrets Manager secret to fill").contains(name);
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (arguments.get(i - 1).equals("--cli-input-json") && !argument.startsWith("file://")) {
                Map<?, ?> body = JSON.readValue(argument, Map.class);
                assertThat(body.get("launchType")).isIn(null, "FARGATE");
                assertThat(body.get("cluster")).isIn(null, name);
            } else if (argument.startsWith("Namespaces[?")) {
                assertThat(literal(argument)).isEqualTo(name);
            }
        }
        runHints(translation.findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$(touch CANARY)", "a`touch CANARY`", "a\"; touch CANARY; \"", "a'; touch CANARY; '"})
    void nothing_of_a_name_on_ECS_runs(String name) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
        String text = JsonPrinter.print(Map.of(
                "family",
                name,
                "taskRoleArn",
                name,
                "containerDefinitions",
                List.of(Map.of(
                        "name",
                        name,
                        "image",
                        "example/till:1",
                        "memory",
                        128,
                        "secrets",
                        List.of(Map.of("name", "KEY", "valueFrom", name)),
                        "repositoryCredentials",
                        Map.of("credentialsParameter", name),
                        "environmentFiles",
                        List.of(Map.of("type", "s3", "value", "arn:aws:s3:::" + name + "/" + name + ".env"))))));
        KubernetesTranslation translation =
                new Translator(TranslationOptions.DEFAULT).toKubernetes(List.of(new SourceFile("till.json", text)));
        assertThat(translation.text(KubernetesForm.YAML)).contains("kind: Deployment");
        runHints(translation.findings());
    }

    /** Whatever stands behind the first command of a hint is prose at worst, which a shell refuses. */
    private void runHints(List<Finding> findings) throws Exception {
        List<String> hints = new ArrayList<>();
        for (Finding finding : findings) {
            Matcher command = COMMAND.matcher(finding.hint() == null ? "" : finding.hint());
            if (command.find()) {
                hints.add(command.group());
            }
        }
        assertThat(hints).isNotEmpty();
        for (String hint : hints) {
            run(hint);
        }
    }

    /** What the recorded commands were given. */
    private List<String> run(String script) throws IOException, InterruptedException {
        Path record = folder.resolve("record");
        Files.deleteIfExists(record);
        Files.createFile(record);
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String stub : List.of("aws", "kubectl")) {
            Files.writeString(bin.resolve(stub), STUB);
            assertThat(bin.resolve(stub).toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        shell.environment().put("RECORD", record.toString());
        shell.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("CANARY")).as(script).doesNotExist();
        return List.of(new String(Files.readAllBytes(record), StandardCharsets.UTF_8).split("\0"));
    }

    private static boolean isOnPath(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> blocks(String markdown) {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```sh\n(.*?)```").matcher(markdown);
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    /** The text that a query compares with. */
    private static String literal(String query) throws IOException {
        String literal = query.substring(query.indexOf("==") + 2, query.lastIndexOf("] | [0]"));
        assertThat(literal).matches("(?s)'[^'\\\\]*'|`[^`]*`");
        return literal.startsWith("'")
                ? literal.substring(1, literal.length() - 1)
                : JSON.readValue(literal.substring(1, literal.length() - 1), String.class);
    }

    private static String manifests(String name) {
        Map<String, Object> metadata = Map.of("name", name, "namespace", name);
        Map<String, Object> labels = Map.of("app", "till");
        Map<String, Object> claim =
                Map.of("storageClassName", name, "accessModes", List.of("ReadWriteOnce"), "resources", Map.of());
        Map<String, Object> container = Map.of(
                "name",
                "till",
                "image",
                "example/till:1",
                "ports",
                List.of(Map.of("containerPort", 8080)),
                "envFrom",
                List.of(Map.of("secretRef", Map.of("name", name)), Map.of("configMapRef", Map.of("name", name))),
                "volumeMounts",
                List.of(Map.of("name", "data", "mountPath", "/data")));
        Map<String, Object> pod = Map.of(
                "containers",
                List.of(container),
                "volumes",
                List.of(Map.of("name", "data", "ephemeral", Map.of("volumeClaimTemplate", Map.of("spec", claim)))));
        Map<String, Object> deployment = Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                metadata,
                "spec",
                Map.of(
                        "selector",
                        Map.of("matchLabels", labels),
                        "template",
                        Map.of("metadata", Map.of("labels", labels), "spec", pod)));
        Map<String, Object> service = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                metadata,
                "spec",
                Map.of("selector", labels, "ports", List.of(Map.of("port", 8080))));
        Map<String, Object> secret =
                Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata, "stringData", Map.of(name, "x"));
        return JsonPrinter.print(
                Map.of("apiVersion", "v1", "kind", "List", "items", List.of(deployment, service, secret)));
    }
}
