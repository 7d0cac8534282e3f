package io.github.ecs2k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no cluster would take is one error each, at its place, and ECS never gets it. */
class RefusedManifestsTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: stock}
            spec:
              replicas: REPLICAS
              selector: {matchLabels: {app: stock}}
              template:
                metadata: {labels: {app: stock}}
                spec:
                  containers: [{name: stock, image: "example.com/stock:REPLICAS"}]
            """;
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: stock}
            spec:
              restartPolicy: Never
              INITcontainers:
            """;

    @Test
    void an_object_that_is_given_twice() {
        EcsTranslation ecs = toEcs(deployment(2) + "---\n" + deployment(3));
        assertThat(errors(ecs))
                .containsExactly("object-repeated 1: Deployment stock is in the input again at input.yaml:12:1, which"
                        + " counts");
        assertThat(ecs.ecs().taskDefinitions()).hasSize(1);
        assertThat(ecs.text(EcsForm.API)).contains("\"desiredCount\": 3").doesNotContain("stock:2");
    }

    @Test
    void the_same_name_of_another_namespace_or_kind_is_another_object() {
        String there = deployment(3).replace("{name: stock}\nspec", "{name: stock, namespace: depot}\nspec");
        assertThat(errors(toEcs(deployment(2) + "---\n" + there))).isEmpty();
        String other = deployment(3).replace("kind: Deployment", "kind: ReplicaSet");
        assertThat(errors(toEcs(deployment(2) + "---\n" + other)))
                .noneMatch(error -> error.startsWith("object-repeated"));
    }

    @Test
    void what_the_server_names_is_no_object_given_twice() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {generateName: count-}
                spec:
                  backoffLimit: 0
                  template: {spec: {restartPolicy: Never, containers: [{name: count, image: count}]}}
                """;
        assertThat(errors(toEcs(job + "---\n" + job))).noneMatch(error -> error.startsWith("object-repeated"));
    }

    @Test
    void containers_of_one_name() {
        EcsTranslation ecs = toEcs(
                POD.replace("INIT", "") + "    - {name: web, image: \"web:1\"}\n    - {name: web, image: \"web:2\"}\n");
        assertThat(errors(ecs)).singleElement().asString().contains("8: another container has this name");
        assertThat(ecs.text(EcsForm.API)).contains("web:1").doesNotContain("web:2");
    }

    @Test
    void container_names_that_ecs_refuses_too() {
        for (String name : List.of("é", "a@b", "A", "a.b", "-", "a\\u0007b", "a b", "x".repeat(256))) {
            EcsTranslation ecs = toEcs(POD.replace("INIT", "") + "    - {name: \"" + name + "\", image: web}\n");
            assertThat(errors(ecs)).as(name).singleElement().asString().contains("7: no container can have this name");
            assertThat(ecs.ecs().taskDefinitions().get(0).definition().containerDefinitions())
                    .allSatisfy(container -> assertThat(container.name()).matches("[a-zA-Z0-9_-]{1,255}"));
        }
    }

    private static String deployment(int replicas) {
        return DEPLOYMENT.replace("REPLICAS", String.valueOf(replicas));
    }

    private static EcsTranslation toEcs(String text) {
        return new Translator(TranslationOptions.DEFAULT).toEcs(List.of(new SourceFile("input.yaml", text)));
    }

    private static List<String> errors(EcsTranslation ecs) {
        return ecs.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(RefusedManifestsTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        return finding.code() + " " + finding.location().line() + ": " + finding.message();
    }
}
