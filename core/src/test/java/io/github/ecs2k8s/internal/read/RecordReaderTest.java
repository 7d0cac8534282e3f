package io.github.ecs2k8s.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ecs2k8s.ecs.record.RecordShape;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.CloudMapInstance;
import io.github.ecs2k8s.ecs.resource.EcsParameters;
import io.github.ecs2k8s.ecs.resource.EventRule;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordReaderTest {
    private final Findings findings = new Findings();

    private <T> RecordReader.Bound<T> read(Class<T> type, String text) {
        MappingNode document = (MappingNode)
                Documents.parse(new SourceFile("x.yaml", text), findings).get(0);
        return RecordReader.read(document, type, findings, Set.of());
    }

    @Test
    void readsWhatTheApiPrints() {
        TargetGroup read = read(TargetGroup.class, """
                        {"TargetGroupName": "web", "Port": "8080", "HealthCheckEnabled": true, "HealthCheckPort": 8081,
                         "HealthCheckPath": "/", "VpcId": null, "Matcher": {"HttpCode": "200-299"},
                         "LoadBalancerArns": ["arn:a", null], "Tags": [{"Key": "team", "Value": ""}, {"Key": "", "Value": null}],
                         "TargetGroupAttributes": [{"Key": "stickiness.enabled", "Value": true}]}""").value();

        assertThat(findings.sorted()).isEmpty();
        assertThat(read.targetGroupName()).isEqualTo("web");
        assertThat(read.port()).isEqualTo(8080);
        assertThat(read.healthCheckPort()).isEqualTo("8081");
        assertThat(read.vpcId()).isNull();
        assertThat(read.matcher()).isEqualTo(new TargetGroup.Matcher("200-299", null));
        assertThat(read.loadBalancerArns()).containsExactly("arn:a");
        assertThat(read.tags()).hasSize(1);
        assertThat(read.tags().get(0).value()).isEmpty();
        assertThat(read.targetGroupAttributes()).containsExactly(new Attribute("stickiness.enabled", "true"));
        assertThat(read.targets()).isEmpty();
    }

    @Test
    void givesEveryMemberTheApisNameAndItsPlace() {
        MappingNode node = read(LoadBalancer.class, "dnsname: d.example\navailabilityZones:\n- subnetId: s\n")
                .node();

        assertThat(findings.sorted()).isEmpty();
        assertThat(node.nearest("DNSName").location()).hasToString("x.yaml:1:10");
        assertThat(node.nearest("AvailabilityZones", 0, "SubnetId").pointer())
                .hasToString("/availabilityZones/0/subnetId");
    }

    @Test
    void readsOtherNamesOfTheSameThing() {
        assertThat(read(SecurityGroup.class, "GroupDescription: g\nSecurityGroupIngress: [{CidrIp: 10.0.0.0/8}]")
                        .value())
                .satisfies(group -> {
                    assertThat(group.description()).isEqualTo("g");
                    assertThat(group.securityGroupIngress().get(0).cidrIpv4()).isEqualTo("10.0.0.0/8");
                });
        assertThat(read(CloudMapInstance.class, "Id: i\nAttributes: {AWS_INSTANCE_PORT: 80}")
                        .value())
                .satisfies(instance -> {
                    assertThat(instance.instanceId()).isEqualTo("i");
                    assertThat(instance.attributes()).containsExactly(Map.entry("AWS_INSTANCE_PORT", "80"));
                });
        assertThat(read(EcsParameters.class, "PlacementStrategies: [{Type: random}]")
                        .value()
                        .placementStrategy())
                .hasSize(1);
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void readsTagsThatAreAnObject() {
        assertThat(read(ScalableTarget.class, "Tags: {team: shop, env: live}")
                        .value()
                        .tags())
                .containsExactly(new Tag("team", "shop"), new Tag("env", "live"));
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void keepsFreeFormValuesAsTheyStand() {
        EventRule rule =
                read(EventRule.class, "EventPattern: {source: [aws.ecs]}").value();

        assertThat(rule.eventPattern()).isInstanceOf(MappingNode.class);
        assertThat(findings.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            Port: "{{ must_env `PORT` }}"           | /Port      | wrong-type
            Port: {a: 1}                            | /Port      | wrong-type
            Port: 80.5                              | /Port      | wrong-type
            HealthCheckEnabled: perhaps             | /HealthCheckEnabled | wrong-type
            Matcher: 200                            | /Matcher   | wrong-type
            Protocol: [HTTP]                        | /Protocol  | wrong-type
            Protocol: !Ref Protocol                 | /Protocol  | wrong-type
            LoadBalancerArns: {a: b}                | /LoadBalancerArns | wrong-type
            Tags: [x]                               | /Tags/0    | wrong-type
            LoadBalancerArns: arn                   | /LoadBalancerArns | list-assumed
            Tags: {Key: a}                          | /Tags      | list-assumed
            HealthchekPath: /x                      | /HealthchekPath | unknown-field
            HttpCode: "200"                         | /HttpCode  | unknown-field
            Name: "{{ .Name }}"                     | /Name      | unrendered-placeholder
            """)
    void saysWhatItCannotRead(String text, String pointer, String code) {
        read(TargetGroup.class, text);

        assertThat(findings.sorted())
                .extracting(Finding::pointer, finding -> finding.code().toString())
                .containsExactly(tuple(pointer, code));
    }

    @Test
    void saysWhereAnUnknownMemberMayBelong() {
        read(TargetGroup.class, "HealthchekPath: /x\nHttpCode: 200\nColour: red\n");

        assertThat(findings.sorted())
                .extracting(Finding::hint)
                .containsExactly("did you mean \"HealthCheckPath\"?", "it belongs into Matcher", null);
    }

    @Test
    void saysNothingOfListsThatATemplateLeavesOpen() {
        LoadBalancer read =
                read(LoadBalancer.class, "Subnets: ${PublicSubnets}\n").value();

        assertThat(read.subnets()).containsExactly("${PublicSubnets}");
        assertThat(findings.sorted()).isEmpty();
    }

    static Stream<Class<?>> records() {
        return Arrays.stream(ResourceKind.values()).map(ResourceKind::model).filter(Class::isRecord);
    }

    /** A value for every member comes back from every component, and no member is unknown. */
    @ParameterizedTest
    @MethodSource("records")
    void bindsEveryMemberOfEveryRecord(Class<?> type) throws ReflectiveOperationException {
        RecordReader.Bound<?> read = read(type, full(RecordShape.of(type)));

        assertThat(findings.sorted()).isEmpty();
        assertFilled(type, read.value());
        assertThat(read.node().entries())
                .extracting(MappingNode.Entry::key)
                .containsExactlyElementsOf(RecordShape.of(type).names());
    }

    private static void assertFilled(Class<?> type, Object record) throws ReflectiveOperationException {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            assertThat(value)
                    .as(type.getSimpleName() + "." + component.getName())
                    .isNotNull();
            if (value instanceof Collection<?> list) {
                assertThat(list).hasSize(1);
            } else if (value instanceof Map<?, ?> map) {
                assertThat(map).hasSize(1);
            } else if (value instanceof Record inner && !(value instanceof Node)) {
                assertFilled(inner.getClass(), inner);
            }
        }
    }

    private static String full(RecordShape shape) {
        StringBuilder text = new StringBuilder("{");
        for (RecordShape.Member member : shape.members()) {
            String value = value(member);
            text.append(text.length() == 1 ? "\"" : ", \"")
                    .append(member.name())
                    .append("\": ")
                    .append(member.isList() ? "[" + value + "]" : member.isMap() ? "{\"k\": " + value + "}" : value);
        }
        return text.append('}').toString();
    }

    private static String value(RecordShape.Member member) {
        if (member.isStructure()) {
            return full(RecordShape.of(member.kind()));
        }
        return member.kind() == Boolean.class ? "true" : member.kind() == String.class ? "\"x\"" : "1";
    }
}
