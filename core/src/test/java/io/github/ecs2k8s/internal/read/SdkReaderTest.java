package io.github.ecs2k8s.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

class SdkReaderTest {
    private final Findings findings = new Findings();

    @Test
    void readsScalarsAsTheServiceMeansThem() {
        TaskDefinition read = read("""
                {"family": "web", "cpu": 256, "memory": "512", "networkMode": "awsvpc", "revision": "7",
                 "enableFaultInjection": "true", "registeredAt": 1539206129.5, "taskRoleArn": null, "pidMode": "",
                 "requiresCompatibilities": ["FARGATE", ""],
                 "containerDefinitions": [{
                   "name": "web", "cpu": " 256 ", "memory": 512.0, "essential": true, "hostname": "",
                   "command": ["", "8080"], "environment": [{"name": "PORT", "value": 8080}, {"name": "E", "value": ""}],
                   "dockerLabels": {"a": "", "b": true, "c": null}
                 }]}""");

        assertThat(findings.sorted()).isEmpty();
        assertThat(read)
                .isEqualTo(TaskDefinition.builder()
                        .family("web")
                        .cpu("256")
                        .memory("512")
                        .networkMode(NetworkMode.AWSVPC)
                        .revision(7)
                        .enableFaultInjection(true)
                        .registeredAt(Instant.ofEpochMilli(1539206129500L))
                        .requiresCompatibilities(Compatibility.FARGATE)
                        .containerDefinitions(ContainerDefinition.builder()
                                .name("web")
                                .cpu(256)
                                .memory(512)
                                .essential(true)
                                .command("", "8080")
                                .environment(
                                        e -> e.name("PORT").value("8080"),
                                        e -> e.name("E").value(""))
                                .dockerLabels(java.util.Map.of("a", "", "b", "true"))
                                .build())
                        .build());
    }

    /** Task definition members, the expected code, its pointer and a part of its message and hint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            "netwrokMode": "host"                            | UNKNOWN_FIELD      | /netwrokMode                     | unknown field "netwrokMode"      | did you mean "networkMode"?
            "network_mode": "host"                           | UNKNOWN_FIELD      | /network_mode                    | unknown field                    | did you mean "networkMode"?
            "image": "x"                                     | UNKNOWN_FIELD      | /image                           | unknown field                    | it belongs into containerDefinitions
            "colour": "x"                                    | UNKNOWN_FIELD      | /colour                          | unknown field "colour"           | -
            "containerDefinitions": [{"executionRoleArn":1}] | UNKNOWN_FIELD      | /containerDefinitions/0/executionRoleArn | unknown field            | it belongs to the task definition
            "networkMode": "awsvpcc"                         | UNKNOWN_VALUE      | /networkMode                     | unknown value "awsvpcc"          | did you mean "awsvpc"? the service knows bridge, host, awsvpc, none
            "networkMode": "HOST"                            | SPELLING_CORRECTED | /networkMode                     | "HOST" is read as host           | -
            "requiresCompatibilities": ["FARGAT"]            | UNKNOWN_VALUE      | /requiresCompatibilities/0       | unknown value                    | did you mean "FARGATE"?
            "requiresCompatibilities": "FARGATE"             | LIST_ASSUMED       | /requiresCompatibilities         | read as a list of one            | [ ]
            "NetworkMode": "host"                            | SPELLING_CORRECTED | /NetworkMode                     | read as networkMode              | -
            "volumes": {"name": "data"}                      | LIST_ASSUMED       | /volumes                         | an object where a list belongs   | [ ]
            "volumes": {"data": {}}                          | WRONG_TYPE         | /volumes                         | an object where a list belongs   | [{"name": …, "host": …}]
            "volumes": "data"                                | WRONG_TYPE         | /volumes                         | a single value where a list      | [{"name": …, "host": …}]
            "volumes": ["data"]                              | WRONG_TYPE         | /volumes/0                       | a single value where an object   | -
            "family": ["a"]                                  | WRONG_TYPE         | /family                          | a list where text belongs        | -
            "revision": "seven"                              | WRONG_TYPE         | /revision                        | found the string "seven" where a whole number belongs | -
            "revision": 512.5                                | WRONG_TYPE         | /revision                        | the number 512.5 where a whole   | -
            "revision": 4294967296                           | WRONG_TYPE         | /revision                        | a whole number                   | out of range
            "revision": 1e999999999                          | WRONG_TYPE         | /revision                        | a whole number                   | out of range
            "revision": true                                 | WRONG_TYPE         | /revision                        | found true where a whole number  | -
            "enableFaultInjection": "yes"                    | WRONG_TYPE         | /enableFaultInjection            | where true or false belongs      | -
            "enableFaultInjection": 1                        | WRONG_TYPE         | /enableFaultInjection            | where true or false belongs      | -
            "enableFaultInjection": {}                       | WRONG_TYPE         | /enableFaultInjection            | an object where true or false    | -
            "registeredAt": "yesterday"                      | WRONG_TYPE         | /registeredAt                    | a point in time                  | 2025-01-31T09:30:00Z
            "registeredAt": "2025-01-31T09:30:00Zx"          | WRONG_TYPE         | /registeredAt                    | a point in time                  | 2025-01-31T09:30:00Z
            "runtimePlatform": "LINUX"                       | WRONG_TYPE         | /runtimePlatform                 | a single value where an object   | -
            """)
    void reportsEachProblemAtItsPlace(String member, FindingCode code, String pointer, String message, String hint) {
        read("{" + member + "}");

        assertThat(findings.sorted()).hasSize(1);
        Finding finding = findings.sorted().get(0);
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.pointer()).isEqualTo(pointer);
        assertThat(finding.message()).contains(message);
        if (hint == null) {
            assertThat(finding.hint()).isNull();
        } else {
            assertThat(finding.hint()).contains(hint);
        }
    }

    @Test
    void reportsEveryProblemAndReadsTheRest() {
        TaskDefinition read = read("""
                {"familly": "x", "revision": {}, "family": "web",
                 "containerDefinitions": [{"name": "a", "portMappings": [{"containerPort": "http"}, {"containerPort": 80}],
                   "healthCheck": {"command": "exit 0", "interval": []}}]}""");

        assertThat(findings.sorted())
                .extracting(f -> f.location() + " " + f.code())
                .containsExactly(
                        "t.json:1:2 unknown-field",
                        "t.json:1:30 wrong-type",
                        "t.json:2:76 wrong-type",
                        "t.json:3:31 list-assumed",
                        "t.json:3:53 wrong-type");
        assertThat(read.family()).isEqualTo("web");
        ContainerDefinition container = read.containerDefinitions().get(0);
        assertThat(container.portMappings()).hasSize(2);
        assertThat(container.portMappings().get(1).containerPort()).isEqualTo(80);
        assertThat(container.healthCheck().command()).containsExactly("exit 0");
    }

    @Test
    void neverRepeatsTextThatMayBeAPassword() {
        read("""
                {"containerDefinitions": [{"environment": "PASSWORD=hunter2", "secrets": ["hunter2"],
                  "dockerLabels": "hunter2", "logConfiguration": "hunter2", "healthCheck": ["hunter2"]}]}""");

        assertThat(findings.sorted()).hasSize(5).noneMatch(f -> f.toString().contains("hunter2"));
    }

    @Test
    void givesBackTheObjectInTheModelsSpelling() {
        MappingNode spelled = spelled("""
                {"Family": "web", "ContainerDefinitions": {"Name": "a", "Environment": [null, {"Name": "", "Value": ""},
                  {"Name": "A", "Value": "1"}]}, "Volumes": [{"Name": "v", "EFSVolumeConfiguration": {"FileSystemId": "fs-1"}}]}""");

        assertThat(spelled.nearest("containerDefinitions", 0, "environment", 0, "value")
                        .pointer())
                .hasToString("/ContainerDefinitions/Environment/2/Value");
        assertThat(spelled.nearest("volumes", 0, "efsVolumeConfiguration", "fileSystemId")
                        .location())
                .hasToString("t.json:2:103");
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .containsExactly(FindingCode.SPELLING_CORRECTED, FindingCode.LIST_ASSUMED);
    }

    @Test
    void leavesAnObjectInTheModelsSpellingAsItIs() {
        MappingNode node = parse("{\"family\": \"web\", \"volumes\": [{\"name\": \"v\", \"host\": {}}], \"tags\": []}");

        assertThat(SdkReader.read(node, TaskDefinition.builder(), findings, Set.of("tags")))
                .isSameAs(node);
        assertThat(findings.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1738315800.25",
                "\"1738315800.25\"",
                "\"2025-01-31T09:30:00.25Z\"",
                "\"2025-01-31T18:30:00.250000+09:00\"",
                "\"2025-01-31T01:30:00.250-0800\""
            })
    void readsTimestampsAsBothCommandLinesPrintThem(String timestamp) {
        assertThat(read("{\"registeredAt\": " + timestamp + "}").registeredAt())
                .isEqualTo(Instant.parse("2025-01-31T09:30:00.250Z"));
    }

    @Test
    void readsTheLiteralsOfYaml() {
        Findings said = new Findings();
        MappingNode node = (MappingNode) Documents.parse(
                        new SourceFile(
                                "t.yaml",
                                "cpu: 0x100\nmemory: 1.50\nrevision: 0x1F\nfamily: !Ref Family\nstatus: True"),
                        said)
                .get(0);
        TaskDefinition.Builder builder = TaskDefinition.builder();
        SdkReader.read(node, builder, said, Set.of());
        TaskDefinition read = builder.build();

        assertThat(read.cpu()).isEqualTo("0x100");
        assertThat(read.memory()).isEqualTo("1.50");
        assertThat(read.revision()).isEqualTo(31);
        assertThat(read.family()).isNull();
        assertThat(said.sorted())
                .extracting(f -> f.pointer() + " " + f.message())
                .containsExactly("/family found a tag (\"!\")", "/status unknown value \"True\"");
    }

    @Test
    void knowsTheLegalValuesOfEnumsAndOfListsOfThem() {
        assertThat(EnumMembers.legalValues((SdkPojo) TaskDefinition.builder(), "compatibilities"))
                .contains("EC2", "FARGATE")
                .doesNotContain("null");
        assertThat(EnumMembers.legalValues(
                        (SdkPojo) software.amazon.awssdk.services.ecs.model.PortMapping.builder(), "protocol"))
                .containsExactly(TransportProtocol.TCP.toString(), TransportProtocol.UDP.toString());
        assertThat(EnumMembers.legalValues((SdkPojo) TaskDefinition.builder(), "family"))
                .isEmpty();
    }

    @Test
    void hasAReaderForEveryTypeOfMember() {
        Set<MarshallingType<?>> read = Set.of(
                MarshallingType.STRING,
                MarshallingType.INTEGER,
                MarshallingType.LONG,
                MarshallingType.FLOAT,
                MarshallingType.DOUBLE,
                MarshallingType.BOOLEAN,
                MarshallingType.INSTANT,
                MarshallingType.SDK_POJO,
                MarshallingType.LIST,
                MarshallingType.MAP,
                MarshallingType.DOCUMENT);
        for (SdkPojo shape :
                List.of((SdkPojo) RegisterTaskDefinitionRequest.builder(), (SdkPojo) TaskDefinition.builder(), (SdkPojo)
                        Service.builder())) {
            shape.sdkFields().forEach(field -> check(field, read, 0));
        }
    }

    private static void check(SdkField<?> field, Set<MarshallingType<?>> read, int depth) {
        MarshallingType<?> type = field.marshallingType();
        assertThat(type).as(field.locationName()).isIn(read);
        if (depth > 12) {
            return;
        }
        if (type == MarshallingType.LIST) {
            check(field.getTrait(ListTrait.class).memberFieldInfo(), read, depth + 1);
        } else if (type == MarshallingType.MAP) {
            check(field.getTrait(MapTrait.class).valueFieldInfo(), read, depth + 1);
        } else if (type == MarshallingType.SDK_POJO) {
            field.constructor().get().sdkFields().forEach(member -> check(member, read, depth + 1));
        }
    }

    private TaskDefinition read(String text) {
        TaskDefinition.Builder builder = TaskDefinition.builder();
        SdkReader.read(parse(text), builder, findings, Set.of());
        return builder.build();
    }

    private MappingNode spelled(String text) {
        return SdkReader.read(parse(text), TaskDefinition.builder(), findings, Set.of());
    }

    private static MappingNode parse(String text) {
        return (MappingNode)
                Documents.parse(new SourceFile("t.json", text), new Findings()).get(0);
    }
}
