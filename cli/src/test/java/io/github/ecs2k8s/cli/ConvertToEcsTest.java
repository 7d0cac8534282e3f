package io.github.ecs2k8s.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code convert} and {@code diff} of manifests. */
class ConvertToEcsTest extends CommandLineTest {
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
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: task}
            spec:
              containers: [{name: app, image: "example/task:1"}]
            """;

    @Test
    void theDirectionIsFoundFromTheContent() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        assertThat(run("convert", "@/shop.yaml")).isZero();
        assertThat(out).startsWith("{\n  \"taskDefinitions\": [\n").contains("\"family\": \"shop\"");
        assertThat(err).contains("@/shop.yaml:9:7: info: fargate-size: ").contains("@/shop.yaml: 5 values: ");
        assertThat(run("convert", "@/shop.yaml", "--to", "ecs")).isZero();
    }

    @Test
    void whatIsPrintedIsReadBack() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        assertThat(run("convert", "@/shop.yaml")).isZero();
        standardInput(out);
        assertThat(run("convert", "-")).isZero();
        assertThat(out).contains("kind: Deployment\nmetadata:\n  name: shop\n");
        standardInput(out);
        assertThat(run("convert", "-")).isZero();
        assertThat(out).contains("\"serviceName\": \"shop\"");
    }

    @Test
    void aTemplateIsOneText() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        assertThat(run("convert", "@/shop.yaml", "--format=cloudformation", "-o", "@/t.yaml"))
                .isZero();
        assertThat(text("t.yaml")).startsWith("AWSTemplateFormatVersion:").contains("Type: AWS::ECS::Service");
        assertThat(run("convert", "@/shop.yaml", "--format=cloudformation")).isZero();
        assertThat(out).isEqualTo(text("t.yaml"));
        assertThat(run("convert", "@/t.yaml")).isZero();
        assertThat(out).contains("name: shop\n");
    }

    @Test
    void callsAreFilesOfADirectory() throws IOException {
        file("in/shop.yaml", DEPLOYMENT);
        assertThat(run("convert", "@/in", "-o", "@/ecs")).isZero();
        assertThat(out).isEmpty();
        assertThat(files("ecs"))
                .containsExactly(
                        ".ecs2k8s-files",
                        "01-create-log-group-ecs-shop.json",
                        "02-create-role-shop-execution.json",
                        "03-put-role-policy-shop-execution.json",
                        "04-register-task-definition-shop.json",
                        "05-create-service-shop.json",
                        "README.md");
        assertThat(text("ecs/README.md")).contains("< 04-register-task-definition-shop.json)");
        assertThat(run("diff", "@/in", "--against", "@/ecs")).isZero();
        assertThat(err).isEqualTo("6 files: 6 equal\n");

        file("in/shop.yaml", DEPLOYMENT.replace("shop:1", "shop:2"));
        assertThat(run("diff", "@/in", "--against", "@/ecs")).isEqualTo(1);
        assertThat(out).contains("-      \"image\": \"example/shop:1\",\n+      \"image\": \"example/shop:2\",\n");
        file("in/shop.yaml", DEPLOYMENT.replace("name: shop", "name: store"));
        assertThat(run("convert", "@/in", "-o", "@/ecs")).isZero();
        assertThat(files("ecs")).hasSize(7).contains("05-create-service-store.json");
        assertThat(files(".")).hasSize(8);
        assertThat(run("diff", "@/in", "--against", "@/ecs", "--kind", "pod")).isEqualTo(2);
        assertThat(run("diff", "@/in", "--against", "@/ecs", "--format", "cloudformation"))
                .isEqualTo(2);
    }

    @Test
    void aCallThatIsNotMadeAnyMoreIsLeftOver() throws IOException {
        file("in/shop.yaml", DEPLOYMENT + "---\n" + POD);
        run("convert", "@/in", "-o", "@/ecs");
        int before = files("ecs").size();
        file("in/shop.yaml", DEPLOYMENT);
        assertThat(run("diff", "@/in", "--against", "@/ecs", "--update")).isEqualTo(1);
        assertThat(out).contains("left over: @/ecs/");
        assertThat(files("ecs")).hasSizeGreaterThanOrEqualTo(before);
    }

    @Test
    void nobodysFilesAreTouched() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        file("notes/README.md", "# Notes\n");
        file("notes/01-first.json", "{}");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/notes")).isEqualTo(4);
        assertThat(err).contains("@/notes: error: holds 01-first.json, which convert did not write;");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/no/such")).isEqualTo(4);
        assertThat(err)
                .contains("@/no/such: error: the directory it stands in does not exist\n    hint: mkdir -p @/no");
        assertThat(run("convert", "@/shop.yaml", "-o", "@/shop.yaml")).isEqualTo(2);
        assertThat(run("convert", "@", "-o", "@/ecs")).isEqualTo(2);
        assertThat(err).contains("lies inside the input directory @:");
        assertThat(files(".")).containsExactly("notes/01-first.json", "notes/README.md", "shop.yaml");
    }

    @Test
    void anEmptyDirectoryAndAFileMayBeNamed() throws IOException {
        file("shop.yaml", DEPLOYMENT);
        Files.createDirectory(directory.resolve("ecs"));
        assertThat(run("convert", "@/shop.yaml", "-o", "@/ecs")).isZero();
        assertThat(files("ecs")).hasSize(7);
        assertThat(run("convert", "@/shop.yaml", "-o", "@/all.json")).isZero();
        assertThat(text("all.json")).startsWith("{\n  \"taskDefinitions\"");
        assertThat(run("convert", "@/shop.yaml", "-o", "-")).isZero();
        assertThat(out).isEqualTo(text("all.json"));
    }

    @Test
    void everyFileFindsItsOwnDirection() throws IOException {
        file("in/shop.yaml", DEPLOYMENT);
        file("in/web.json", WEB);
        assertThat(run("convert", "--each", "@/in", "-o", "@/out")).isZero();
        assertThat(files("out")).containsExactly("shop.json", "web.yaml");
        assertThat(run("diff", "@/in", "--against", "@/out")).isZero();
        file("out/old.json", "{}");
        assertThat(run("diff", "@/in", "--against", "@/out")).isEqualTo(1);
        assertThat(out).isEqualTo("left over: @/out/old.json (no input becomes this file)\n");
        assertThat(run("convert", "--each", "@/in/shop.yaml", "-o", "@/cfn", "--format", "cloudformation"))
                .isZero();
        assertThat(files("cfn")).containsExactly("shop.yaml");
    }

    @Test
    void whatLiesBesideManifestsDoesNotTurnThemRound() throws IOException {
        file("in/shop.yaml", DEPLOYMENT);
        file("in/values.yaml", "image:\n  tag: 1\n");
        assertThat(run("convert", "@/in")).isZero();
        assertThat(out).contains("\"family\": \"shop\"");
        assertThat(err).contains("@/in/values.yaml:1:1: info: not-recognised: ");
        file("in/web.json", WEB);
        assertThat(run("convert", "@/in")).isZero();
        assertThat(out).contains("kind: Deployment\nmetadata:\n  name: web\n");
        assertThat(err).contains("@/in/shop.yaml:1:1: info: not-recognised: this is a Kubernetes manifest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "shop.yaml --kind pod # 2 # --kind: error: shapes Kubernetes manifests, and these inputs become ECS",
                "shop.yaml --output json # 2 # --output: error: shapes Kubernetes manifests",
                "shop.yaml --addon keda # 2 # --addon: error: shapes Kubernetes manifests",
                "web.json --format api # 2 # --format: error: shapes ECS, and these inputs become Kubernetes manifests",
                "web.json --launch-type ec2 # 2 # --launch-type: error: shapes ECS",
                "web.json --to ecs # 3 # error: --to ecs translates Kubernetes manifests, and there are none",
                "shop.yaml --to kubernetes # 3 # error: --to kubernetes translates what is ECS's",
                "map.yaml # 3 # hint: give a workload with what belongs to it",
                "broken.yaml # 3 # broken.yaml:4:",
            })
    void whatCannotBeMeantIsAnswered(String arguments, int code, String message) throws IOException {
        file("shop.yaml", DEPLOYMENT);
        file("web.json", WEB);
        file("map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {A: b}\n");
        file("broken.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a\nspec: [}\n");
        assertThat(run(("convert @/" + arguments).split(" "))).isEqualTo(code);
        assertThat(out).isEmpty();
        assertThat(err).contains(message);
    }

    @Test
    void theReportAndTheExitCodeAreThoseOfTheOtherDirection() throws IOException {
        file("shop.yaml", DEPLOYMENT.replace("kind: Deployment", "kind: Deployment\nextra: 1"));
        assertThat(run("convert", "@/shop.yaml", "--report", "json=@/r.json", "--fail-on", "warning"))
                .isEqualTo(1);
        assertThat(text("r.json"))
                .contains("\"pointer\": \"/spec/template/spec/containers/0/image\"")
                .contains("\"destination\": \"taskDefinition/shop containerDefinitions[app].image\"");
    }

    @Test
    void windowsLineEndsListsAndEmptyDocuments() throws IOException {
        file("shop.yaml", "\uFEFF---\n# nothing\n---\n".concat(DEPLOYMENT).replace("\n", "\r\n"));
        file("list.json", """
                {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "task"}, "spec": {"containers": [{"name": "app", "image": "example/task:1"}]}}]}
                """);
        assertThat(run("convert", "@/shop.yaml", "@/list.json")).isZero();
        assertThat(out).contains("\"family\": \"shop\"").contains("\"family\": \"task\"");
    }

    @Test
    void whatATemplateLeftEmptyIsNoTrouble() throws IOException {
        file("in/a/empty.yaml", "---\n# Source: shop/templates/ingress.yaml\n\n");
        file("in/b/shop.yaml", DEPLOYMENT);
        assertThat(run("convert", "@/in")).isZero();
        assertThat(out).contains("\"family\": \"shop\"");
        assertThat(run("convert", "@/in/a/empty.yaml")).isEqualTo(3);
        assertThat(run("convert", "@/in/a")).isEqualTo(3);
        assertThat(err).contains("@/in/a/empty.yaml:");
    }
}
