package io.github.ecs2k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inputs that would take hours or gigabytes end in a message at their place. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {
    private static final String BIG = "x".repeat(1_000_000);

    @Test
    void aliases_of_a_long_text() {
        String text = "a: &a " + BIG + "\nb:\n" + "- *a\n".repeat(100_000);
        broken(text).hasMessageContaining("aliases and merge keys repeat more than");
    }

    @Test
    void merges_of_a_long_text() {
        String text = "a: &a {k: " + BIG + "}\nb:\n" + "- {<<: *a}\n".repeat(50_000);
        broken(text).hasMessageContaining("aliases and merge keys repeat more than");
    }

    @Test
    void aliases_as_keys() {
        String text = "a: &a " + BIG + "\nb:\n" + "- {*a : 1}\n".repeat(50_000);
        broken(text).hasMessageContaining("aliases and merge keys repeat more than");
    }

    @Test
    void a_substitution_that_doubles() {
        String value = "abc";
        for (int i = 0; i < 45; i++) {
            value = "{\"Fn::Sub\": [\"${x}${x}\", {\"x\": " + (i == 0 ? "\"abc\"" : value) + "}]}";
        }
        broken(template("", variable(value))).hasMessageContaining("a function gives a text longer than 1048576");
    }

    @Test
    void names_that_double() {
        String clusters = many(
                80,
                i -> ", \"C" + i + "\": {\"Type\": \"AWS::ECS::Cluster\", \"Properties\": {\"ClusterName\": "
                        + (i == 79 ? "\"x\"" : "{\"Fn::Sub\": \"${C" + (i + 1) + "}${C" + (i + 1) + "}\"}") + "}}");
        broken(template("", variable("{\"Ref\": \"C0\"}") + clusters)).hasMessageContaining("a text longer than");
    }

    @Test
    void look_ups_in_look_ups() {
        String value = "\"k\"";
        for (int i = 0; i < 60; i++) {
            value = "{\"Fn::FindInMap\": [" + value + ", \"a\", \"b\"]}";
        }
        assertThat(translated(template("", variable(value))).findings()).isNotEmpty();
    }

    @Test
    void a_delimiter_of_a_megabyte() {
        String items = many(3_000, i -> (i == 0 ? "" : ",") + "\"a\"");
        String value = "{\"Fn::Join\": [\"" + BIG + "\", [" + items + "]]}";
        broken(template("", variable(value))).hasMessageContaining("a function gives a text longer than");
    }

    @Test
    void a_parameter_of_a_megabyte_in_many_places() {
        String parameters = "\"Parameters\": {\"P\": {\"Type\": \"String\", \"Default\": \"" + BIG + "\"}},";
        String variables =
                many(2_000, i -> (i == 0 ? "" : ",") + "{\"Name\": \"X" + i + "\", \"Value\": {\"Ref\": \"P\"}}");
        broken(template(parameters, task(variables))).hasMessageContaining("the functions of the template give more");
    }

    @Test
    void a_chain_of_conditions() {
        String conditions = "\"Conditions\": {\"C0\": {\"Fn::Equals\": [1, 2]}"
                + many(5_000, i -> ", \"C" + (i + 1) + "\": {\"Fn::Not\": [{\"Condition\": \"C" + i + "\"}]}") + "},";
        String value = "{\"Fn::If\": [\"C5000\", \"a\", \"b\"]}";
        broken(template(conditions, variable(value))).hasMessageContaining("conditions refer to each other deeper");
    }

    @Test
    void a_chain_of_dependencies() {
        String containers = many(
                2_000,
                i -> (i == 0 ? "" : ",") + "{\"name\": \"c" + i + "\", \"image\": \"i\""
                        + (i == 0
                                ? ""
                                : ", \"dependsOn\": [{\"containerName\": \"c" + (i - 1)
                                        + "\", \"condition\": \"START\"}]")
                        + "}");
        assertThat(errors(taskDefinition(containers, ""))).anyMatch(error -> error.contains("takes 10 containers"));
    }

    @Test
    void volumes_from_two_others_each() {
        String containers = many(
                40,
                i -> (i == 0 ? "" : ",") + "{\"name\": \"c" + i
                        + "\", \"image\": \"i\", \"mountPoints\": [{\"sourceVolume\": \"v\", \"containerPath\": \"/" + i
                        + "\"}]"
                        + (i < 2
                                ? ""
                                : ", \"volumesFrom\": [{\"sourceContainer\": \"c" + (i - 1)
                                        + "\"}, {\"sourceContainer\": \"c" + (i - 2) + "\"}]")
                        + "}");
        assertThat(translated(taskDefinition(containers, ", \"volumes\": [{\"name\": \"v\"}]"))
                        .yaml())
                .contains("mountPath: /39");
    }

    @Test
    void an_expression_of_a_hundred_thousand_values() {
        String values = many(100_000, i -> (i == 0 ? "" : ",") + "v" + i);
        String constraints = ", \"placementConstraints\": [{\"type\": \"memberOf\", \"expression\": \"attribute:x in ["
                + values + "]\"}]";
        assertThat(errors(taskDefinition("{\"name\": \"a\", \"image\": \"i\"}", constraints)))
                .singleElement()
                .asString()
                .contains("expressions of at most 2000 characters");
    }

    @Test
    void numbers_out_of_every_range() {
        for (String number : List.of("1e999999", "-1e999999", "99999999999999999999", "1e-999999", "\"1e999999\"")) {
            for (String member : List.of("cpu", "memory", "stopTimeout", "startTimeout")) {
                String container = "{\"name\": \"a\", \"image\": \"i\", \"" + member + "\": " + number + "}";
                assertThat(errors(taskDefinition(container, "")))
                        .as(member + " " + number)
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_revision_that_is_none() {
        for (String revision : List.of("a", "0", "-1", "99999999999", "1.5", "")) {
            String manifest = """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, annotations: {ecs2k8s.io/revision: "%s"}}
                    spec:
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec: {containers: [{name: web, image: nginx}]}
                    """.formatted(revision);
            EcsTranslation translation =
                    new Translator(TranslationOptions.DEFAULT).toEcs(List.of(new SourceFile("web.yaml", manifest)));
            assertThat(messages(translation.findings(), Severity.ERROR))
                    .as(revision)
                    .singleElement()
                    .asString()
                    .contains("no revision");
        }
    }

    private static String variable(String value) {
        return task("{\"Name\": \"X\", \"Value\": " + value + "}");
    }

    private static String task(String variables) {
        return "\"T\": {\"Type\": \"AWS::ECS::TaskDefinition\", \"Properties\": {\"Family\": \"web\","
                + " \"ContainerDefinitions\": [{\"Name\": \"web\", \"Image\": \"nginx\", \"Environment\": [" + variables
                + "]}]}}";
    }

    private static String template(String sections, String resources) {
        return "{" + sections + "\"Resources\": {" + resources + "}}";
    }

    private static String taskDefinition(String containers, String more) {
        return "{\"family\": \"web\", \"containerDefinitions\": [" + containers + "]" + more + "}";
    }

    private static String many(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
    }

    private static KubernetesTranslation translated(String text) {
        return new Translator(TranslationOptions.DEFAULT).toKubernetes(List.of(new SourceFile("input.yaml", text)));
    }

    private static List<String> errors(String text) {
        return messages(translated(text).findings(), Severity.ERROR);
    }

    private static List<String> messages(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::message)
                .toList();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> broken(String text) {
        ThrowingCallable translation = () -> translated(text);
        return assertThatThrownBy(translation).isInstanceOf(BrokenInputException.class);
    }
}
