package io.github.ecs2k8s.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.JsonWriter;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

class TemplateReaderTest {
    private final Findings findings = new Findings();

    private String family(String expression, TemplateValues values) {
        String template = """
                Parameters:
                  Env: {Type: String, Default: prod}
                  Zones: {Type: CommaDelimitedList, Default: "a, b"}
                  Unknown: {Type: String}
                  Image: {Type: "AWS::SSM::Parameter::Value<String>", Default: /images/web}
                  Password: {Type: String, NoEcho: true, Default: hunter2}
                Mappings:
                  Sizes: {prod: {Cpu: large}, test: {Cpu: small}}
                Conditions:
                  IsProd: !Equals [!Ref Env, prod]
                  IsTest: !Not [!Condition IsProd]
                  Both: !And [!Condition IsProd, !Condition IsTest]
                  Either: !Or [!Condition IsProd, !Condition IsTest]
                Resources:
                  Role: {Type: AWS::IAM::Role, Properties: {RoleName: web, Path: /apps/}}
                  Other: {Type: AWS::IAM::Role}
                  Hidden: {Type: AWS::ECS::TaskDefinition, Condition: IsTest}
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Family: %s
                """.formatted(expression);
        MappingNode document = (MappingNode)
                Documents.parse(new SourceFile("t.yaml", template), findings).get(0);
        List<TemplateReader.Resource> resources = new TemplateReader(document, values, "stack", new Exports(), findings)
                .resources("AWS::ECS::TaskDefinition"::equals);
        assertThat(resources).hasSize(1);
        return JsonWriter.write(
                        TemplateReader.named(resources.get(0).properties(), RegisterTaskDefinitionRequest.builder()))
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Env | prod",
                "{Ref: Env} | prod",
                "!Sub 'web-${Env}-${!literal}' | web-prod-${literal}",
                "!Sub ['${A}-${AWS::StackName}', {A: !Ref Env}] | prod-stack",
                "!Join ['-', [a, !Ref Env, !Select [1, !Ref Zones]]] | a-prod-b",
                "!Join [',', !Ref Zones] | a,b",
                "!Select [2, !Split ['/', 'x/y/z']] | z",
                "!Select [1, !Split [':', 'a:${AWS::AccountId}:c']] | ${AWS::AccountId}",
                "!FindInMap [Sizes, !Ref Env, Cpu] | large",
                "!If [IsProd, yes-prod, no-prod] | yes-prod",
                "!If [IsTest, yes-test, no-test] | no-test",
                "!If [Both, x, y] | y",
                "!If [Either, x, y] | x",
                "!ImportValue base-Vpc | vpc-1",
                "!Base64 hello | aGVsbG8=",
                "!Select [1, !Cidr [10.0.0.0/16, 4, 8]] | 10.0.1.0/24",
                "!GetAtt Role.Arn | arn:aws:iam::111122223333:role/apps/web",
                "!GetAtt [Other, Arn] | ${Other.Arn}",
                "!Ref Role | web",
                "!Ref Other | ${Other}",
                "!Ref Unknown | ${Unknown}",
                "!Ref Image | ${Image}",
                "!Ref Password | ${Password}",
                "!Ref AWS::Region | ${AWS::Region}",
            })
    void resolves(String expression, String expected) {
        TemplateValues values = new TemplateValues(Map.of(), Map.of("base-Vpc", "vpc-1"), null, "111122223333");
        assertThat(family(expression, values)).isEqualTo("{ \"family\": \"" + expected + "\" } ");
        assertThat(findings.sorted()).extracting(Finding::message).noneMatch(m -> m.contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NoEcho: true",
                "NoEcho: True",
                "NoEcho: TRUE",
                "NoEcho: yes",
                "NoEcho: 'yes'",
                "NoEcho: on",
                "NoEcho: y",
                "NoEcho: 1",
                "NoEcho: '1'",
                "NoEcho: 'true '",
                "NoEcho: no",
                "NoEcho: null",
                "NoEcho: ''",
                "NoEcho: []",
                "NoEcho: {a: b}",
                "NoEcho: !Ref Env",
                "NoEcho: !Not false",
                "noEcho: true",
                "noecho: true",
                "NOECHO: true",
                "no_echo: true",
                "'No Echo': true",
                "NoEchoo: true",
                "NoEcoh: true",
                "NoEcho: false, noEcho: true",
            })
    void whoever_writes_no_echo_means_to_hide_a_value(String written) {
        TemplateValues given = new TemplateValues(Map.of("Given", "hunter3"), Map.of(), null, null);
        String template = """
                Parameters:
                  Env: {Type: String, Default: prod}
                  Default: {Type: String, Default: hunter2, %1$s}
                  Given: {Type: String, %1$s}
                Resources:
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: !Sub "${Default} ${Given}"}}
                """.formatted(written);
        MappingNode document = (MappingNode)
                Documents.parse(new SourceFile("t.yaml", template), findings).get(0);
        String family = JsonWriter.write(new TemplateReader(document, given, "stack", new Exports(), findings)
                .resources("AWS::ECS::TaskDefinition"::equals)
                .get(0)
                .properties());
        assertThat(family).contains("${Default} ${Given}");
        assertThat(findings.sorted()).extracting(Finding::toString).noneMatch(text -> text.contains("hunter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoEcho: false", "NoEcho: 'false'", "NoEcho: False", "Description: no echo"})
    void what_is_not_hidden_is_shown(String written) {
        String template = """
                Parameters: {P: {Type: String, Default: shown, %s}}
                Resources: {Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: !Ref P}}}
                """.formatted(written);
        MappingNode document = (MappingNode)
                Documents.parse(new SourceFile("t.yaml", template), findings).get(0);
        assertThat(JsonWriter.write(new TemplateReader(document, TemplateValues.NONE, "s", new Exports(), findings)
                        .resources("AWS::ECS::TaskDefinition"::equals)
                        .get(0)
                        .properties()))
                .contains("shown");
    }

    @Test
    void no_value_takes_the_key_away() {
        assertThat(family("!If [IsTest, x, !Ref AWS::NoValue]", TemplateValues.NONE))
                .isEqualTo("{} ");
    }

    @Test
    void given_parameters_win_and_decide_conditions() {
        TemplateValues values = new TemplateValues(Map.of("Unknown", "u"), Map.of(), "eu-west-1", null);
        assertThat(family("!Sub '${Unknown}.${AWS::Region}.${AWS::URLSuffix}'", values))
                .isEqualTo("{ \"family\": \"u.eu-west-1.amazonaws.com\" } ");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void what_is_unknown_is_said_once_with_the_option_that_resolves_it() {
        family("!Sub '${Unknown}${Unknown}'", TemplateValues.NONE);
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.hint()).isEqualTo("give it with --parameter Unknown=…");
            assertThat(finding.pointer()).isEqualTo("/Resources/Task/Properties/Family");
        });
    }

    @Test
    void a_circle_of_conditions_is_an_error_with_a_place() {
        String template = """
                {"Conditions": {"A": {"Condition": "A"}},
                 "Resources": {"T": {"Type": "AWS::ECS::TaskDefinition", "Condition": "A"}}}
                """;
        MappingNode document = (MappingNode)
                Documents.parse(new SourceFile("t.json", template), findings).get(0);
        TemplateReader reader = new TemplateReader(document, TemplateValues.NONE, "stack", new Exports(), findings);
        assertThatThrownBy(() -> reader.others(String::isEmpty))
                .isInstanceOfSatisfying(
                        BrokenInputException.class,
                        e -> assertThat(e.location().line()).isEqualTo(1));
    }
}
