package io.github.ecs2k8s.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

class EcsReaderTest {
    private static final String WEB =
            "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"b\"}]}";

    private final Findings findings = new Findings();
    private final EcsReader reader = new EcsReader(findings, TemplateValues.NONE);

    /** Every one of these holds the family web with container a and nothing to say about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                WEB,
                "{\"taskDefinition\": " + WEB + "}",
                "{\"taskDefinition\": " + WEB + ", \"tags\": [], \"failures\": []}",
                "[" + WEB + "]",
                "[{\"taskDefinition\": " + WEB + "}]",
                "{\"taskDefinitions\": [" + WEB + "]}",
                "family: web\ncontainerDefinitions:\n- name: a\n  image: b\n",
                "---\n---\ntaskDefinition:\n  family: web\n  containerDefinitions: [{name: a, image: b}]\n",
                "- family: web\n  containerDefinitions: [{name: a, image: b}]\n",
                "{\"family\": \"\", \"taskDefinitionArn\": \"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7\","
                        + " \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"b\", \"cpu\": null, \"hostname\": \"\"}],"
                        + " \"status\": \"ACTIVE\", \"requiresAttributes\": [{\"name\": \"ecs.capability.task-eni\"}],"
                        + " \"registeredAt\": \"2025-01-31T09:30:00Z\", \"registeredBy\": \"arn:aws:iam::123456789012:root\"}"
            })
    void readsEveryFormOfATaskDefinition(String text) {
        reader.read(new SourceFile("-", text));

        assertThat(findings.sorted()).isEmpty();
        TaskDefinition definition = onlyOne().definition();
        assertThat(definition.family()).isEqualTo("web");
        assertThat(definition.containerDefinitions()).extracting(c -> c.name()).containsExactly("a");
        assertThat(onlyOne()
                        .node()
                        .nearest("containerDefinitions", 0, "image")
                        .location()
                        .line())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            [{"name": "a", "image": "b"}]                          | shop-web.json                     | shop-web
            [{"Name": "a", "Image": "b"}]                          | web/container-definitions.json    | web
            {"name": "a", "image": "b"}                            | /srv/Shop_Web.taskdef.yaml        | Shop_Web
            {"containerDefinitions": [{"name": "a", "image": "b"}]} | C:\\web\\ecs-task-definition.json | web
            {"containerDefinitions": [{"name": "a", "image": "b"}]} | task_def.json                     | app
            {"containerDefinitions": [{"name": "a", "image": "b"}]} | -                                 | app
            {"containerDefinitions": [{"name": "a", "image": "b"}]} | multitask.json                    | multitask
            """)
    void takesTheFamilyFromTheFileWhereThereIsNone(String text, String file, String family) {
        reader.read(new SourceFile(file, text));

        TaskDefinitionSource source = onlyOne();
        assertThat(source.definition().family()).isEqualTo(family);
        assertThat(source.definition().containerDefinitions().get(0).image()).isEqualTo("b");
        assertThat(findings.sorted()).extracting(Finding::code).contains(FindingCode.FAMILY_ASSUMED);
    }

    @Test
    void pointsIntoTheOriginalTextOfABareArray() {
        reader.read(new SourceFile("web.json", "[{\"name\": \"a\",\n  \"image\": \"b\"}]"));

        assertThat(onlyOne().node().nearest("containerDefinitions", 0, "image").pointer())
                .hasToString("/0/image");
        assertThat(onlyOne().node().nearest("containerDefinitions", 0, "image").location())
                .hasToString("web.json:2:12");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"family": "w", "containerDefinitions": [{"name": "a"}], "tags": [{"key": "k", "value": ""}]}                      | /tags/0/key
            {"taskDefinition": {"family": "w", "containerDefinitions": [{"name": "a"}]}, "tags": [{"key": "k", "value": ""}]}  | /tags/0/key
            {"taskDefinition": {"family": "w", "containerDefinitions": [{"name": "a"}], "tags": [{"key": "k", "value": ""}]}}  | /taskDefinition/tags/0/key
            """)
    void readsTagsBesideAndInTheTaskDefinition(String text, String pointer) {
        reader.read(new SourceFile("w.json", text));

        assertThat(findings.sorted()).isEmpty();
        assertThat(onlyOne().tags())
                .containsExactly(Tag.builder().key("k").value("").build());
        assertThat(onlyOne().tagsNode().nearest("tags", 0, "key").pointer()).hasToString(pointer);
    }

    @Test
    void readsTemplateSpellingOfTagsToo() {
        reader.read(new SourceFile(
                "w.yaml",
                "Family: w\nContainerDefinitions:\n- Name: a\nTags:\n- Key: k\n  Value: v\n- Key: l\n  Valu: x\n"));

        assertThat(onlyOne().tags()).extracting(Tag::key).containsExactly("k", "l");
        assertThat(onlyOne().node()).isSameAs(onlyOne().tagsNode());
        assertThat(onlyOne().node().nearest("tags", 0, "key").pointer()).hasToString("/Tags/0/Key");
        assertThat(findings.sorted()).extracting(Finding::code).contains(FindingCode.UNKNOWN_FIELD);
    }

    @Test
    void readsNamesAndTypesOfParametersButNoValues() {
        reader.read(new SourceFile("p.json", """
                {"Parameters": [{"Name": "/a", "Type": "SecureString", "Value": "hunter2"}, {"Name": "b", "Type": "String"}]}
                {"Parameter": {"Name": "c", "Type": "StringList", "Value": "hunter2"}}
                {"Parameters": []}"""));

        assertThat(reader.bundle().parameterTypes())
                .containsExactly(
                        Map.entry("/a", "SecureString"), Map.entry("b", "String"), Map.entry("c", "StringList"));
        assertThat(reader.bundle().toString()).doesNotContain("hunter2");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void keepsEnvironmentFilesAsTheyAre() {
        reader.read(new SourceFile("conf/web.env", "A=1\n"));

        assertThat(reader.bundle().environmentFiles()).containsExactly(Map.entry("web.env", "A=1\n"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"Resources": {"T": {"Type": "AWS::SQS::Queue"}}} | a CloudFormation template without anything of ECS or around it
            {"Type": "AWS::SQS::Queue", "Properties": {}}     | a resource of a CloudFormation template
            {"serviceRevisions": [{"serviceRevisionArn": "a"}]}        | a list of service revisions
            {"serviceArns": ["arn"]}                                   | a list of the names of services
            {"TargetHealthDescriptions": []}                           | the health of registered targets
            {"taskDefinitionArns": ["arn"]}                            | a list of the names of task definitions
            {"apiVersion": "v1", "kind": "Pod"}                        | a Kubernetes manifest (Pod)
            {"services": {"web": {"image": "x"}}}                      | a Compose file
            {"service": "s", "task_definition": "t.json"}              | an ecspresso configuration
            {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}                   | an object with the keys a, b, c, d …
            {}                                                         | an empty object
            []                                                         | an empty list
            ["a"]                                                      | a list of something else
            just words                                                 | plain text
            """)
    void saysWhatADocumentIsThatIsNoTaskDefinition(String text, String kind) {
        reader.read(new SourceFile("x", text));

        assertThat(reader.bundle().isEmpty()).isTrue();
        assertThat(findings.sorted())
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple(
                        FindingCode.NOT_RECOGNISED,
                        "this is " + kind + (kind.startsWith("a CloudFormation") ? "" : ", which is not translated")
                                + "; it is left out"));
    }

    @Test
    void saysWhatStandsUnreadBesideATaskDefinition() {
        reader.read(new SourceFile("x.json", "{\"taskDefinition\": " + WEB + ", \"service\": {}}"));

        assertThat(onlyOne().definition().family()).isEqualTo("web");
        assertThat(findings.sorted())
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/service", FindingCode.NOT_RECOGNISED));
    }

    @Test
    void reportsATaskDefinitionWithoutContainers() {
        reader.read(new SourceFile("x.json", "{\"family\": \"web\", \"contanerDefinitions\": []}"));

        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(FindingCode.MISSING_FIELD, FindingCode.UNKNOWN_FIELD);
    }

    @Test
    void saysOnceThatATemplateWasNotRendered() {
        reader.read(
                new SourceFile("x.json", WEB.replace("\"b\"", "\"{{ must_env `TAG` }}\", \"user\": \"{{ .User }}\"")));

        assertThat(findings.sorted())
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/containerDefinitions/0/image", FindingCode.UNRENDERED_PLACEHOLDER));
    }

    @Test
    void readsEverythingThatCanBeRegistered() {
        Set<String> registered = names((SdkPojo) RegisterTaskDefinitionRequest.builder());
        Set<String> read = names((SdkPojo) TaskDefinition.builder());
        read.add("tags");

        assertThat(read).containsAll(registered);
    }

    @Test
    void anythingAtAllGivesABundleOrABrokenInput() {
        Random random = new Random(3);
        List<String> values =
                List.of("1", "\"\"", "\"x\"", "null", "{}", "[]", "[{}]", "true", "[null]", "{\"x\": 1}", "1e999", WEB);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(
                    "{\"taskDefinition\": {\"family\": 1, \"cpu\": 1, \"volumes\": 1, \"containerDefinitions\": [{\"name\": 1,"
                            + " \"portMappings\": [{\"containerPort\": 1}], \"dockerLabels\": 1, \"environment\": 1}]}, \"tags\": 1}");
            for (int n = random.nextInt(4); n >= 0; n--) {
                int colon = text.indexOf(":", random.nextInt(text.length()));
                if (colon > 0) {
                    int end = colon + 1;
                    while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
                        end++;
                    }
                    text.replace(colon + 1, end, values.get(random.nextInt(values.size())));
                }
            }
            EcsReader each = new EcsReader(new Findings(), TemplateValues.NONE);
            try {
                each.read(new SourceFile("x.json", text.toString()));
                each.bundle()
                        .taskDefinitions()
                        .forEach(t -> assertThat(t.definition().family()).isNotNull());
            } catch (BrokenInputException e) {
                assertThat(e.location().line()).isPositive();
            } catch (RuntimeException e) {
                throw new AssertionError(text.toString(), e);
            }
        }
    }

    private static Set<String> names(SdkPojo builder) {
        return new TreeSet<>(builder.sdkFieldNameToField().keySet());
    }

    private TaskDefinitionSource onlyOne() {
        assertThat(reader.bundle().taskDefinitions()).hasSize(1);
        return reader.bundle().taskDefinitions().get(0);
    }
}
