package io.github.ecs2k8s.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.read.EnumMembers;
import io.github.ecs2k8s.internal.read.SdkReader;
import io.github.ecs2k8s.internal.read.SdkSpelling;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.JsonWriter;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.utils.builder.Buildable;

class SdkTreeTest {

    @Test
    void printsWhatIsSetInTheOrderOfTheModel() {
        TaskDefinition definition = TaskDefinition.builder()
                .cpu("256")
                .family("we\"b\u0007\uD83D")
                .revision(3)
                .volumes(v -> v.name("data").host(h -> {}))
                .requiresCompatibilities(List.of())
                .registeredAt(Instant.ofEpochSecond(1539206129, 500_000_000))
                .enableFaultInjection(false)
                .containerDefinitions(c -> c.name("web").dockerLabels(Map.of("a", "")))
                .build();

        assertThat(JsonWriter.write(SdkTree.of(definition))).isEqualTo("""
                        {
                            "containerDefinitions": [
                                {
                                    "name": "web",
                                    "dockerLabels": {
                                        "a": ""
                                    }
                                }
                            ],
                            "family": "we\\"b\\u0007\\ud83d",
                            "revision": 3,
                            "volumes": [
                                {
                                    "name": "data",
                                    "host": {}
                                }
                            ],
                            "requiresCompatibilities": [],
                            "cpu": "256",
                            "registeredAt": "2018-10-10T21:15:29.500Z",
                            "enableFaultInjection": false
                        }
                        """);
    }

    @Test
    void givesEveryValueItsPointerAndNoPlace() {
        Node tree = SdkTree.of(TaskDefinition.builder()
                .containerDefinitions(c -> c.name("a"), c -> c.name("b"))
                .build());
        Node name = tree.nearest("containerDefinitions", 1, "name");

        assertThat(name.pointer()).hasToString("/containerDefinitions/1/name");
        assertThat(name.location()).isEqualTo(SourceLocation.NONE);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameObject() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            SdkPojo builder = i % 2 == 0 ? (SdkPojo) TaskDefinition.builder() : (SdkPojo) Service.builder();
            fill(builder, random, 0);
            Object object = ((Buildable) builder).build();
            String text = JsonWriter.write(SdkTree.of((SdkPojo) object));

            SdkPojo again = i % 2 == 0 ? (SdkPojo) TaskDefinition.builder() : (SdkPojo) Service.builder();
            Findings findings = new Findings();
            MappingNode node = (MappingNode)
                    Documents.parse(new SourceFile("x.json", text), findings).get(0);
            SdkReader.read(node, again, findings, Set.of());

            assertThat(((Buildable) again).build()).as(text).isEqualTo(object);
            assertThat(findings.sorted()).as(text).isEmpty();
        }
    }

    @Test
    void writesLiteralsThatOnlyYamlHasAsText() {
        Node node = Documents.parse(
                        new SourceFile("x.yaml", "[0x1F, .5, 5., +1, 007, .inf, -1.5e+3, 10, -0, True, ~]"),
                        new Findings())
                .get(0);

        assertThat(JsonWriter.write(node).replaceAll("\\s", ""))
                .isEqualTo("[\"0x1F\",\".5\",\"5.\",\"+1\",\"007\",\".inf\",-1.5e+3,10,-0,true,null]");
    }

    private static void fill(SdkPojo builder, Random random, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (random.nextInt(depth + 2) == 0) {
                List<String> legal = EnumMembers.legalValues(builder, field.memberName());
                field.set(builder, value(field, legal, random, depth + 1));
            }
        }
    }

    private static Object value(SdkField<?> field, List<String> legal, Random random, int depth) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return legal.isEmpty() ? "s\u00e9 \"\\\n" + random.nextInt(9) : legal.get(random.nextInt(legal.size()));
        } else if (type == MarshallingType.BOOLEAN) {
            return random.nextBoolean();
        } else if (type == MarshallingType.INTEGER) {
            return random.nextInt();
        } else if (type == MarshallingType.LONG) {
            return random.nextLong();
        } else if (type == MarshallingType.DOUBLE) {
            return random.nextDouble();
        } else if (type == MarshallingType.FLOAT) {
            return random.nextFloat();
        } else if (type == MarshallingType.INSTANT) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (type == MarshallingType.DOCUMENT) {
            return Document.fromMap(
                    Map.of("k", Document.fromList(List.of(Document.fromNumber(1.5), Document.fromNull()))));
        } else if (type == MarshallingType.LIST) {
            return list(field.getTrait(ListTrait.class).memberFieldInfo(), legal, random, depth);
        } else if (type == MarshallingType.MAP) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("k/~", value(field.getTrait(MapTrait.class).valueFieldInfo(), legal, random, depth));
            return map;
        }
        SdkPojo structure = field.constructor().get();
        fill(structure, random, depth);
        return ((Buildable) structure).build();
    }

    private static List<Object> list(SdkField<?> element, List<String> legal, Random random, int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Object item = value(element, legal, random, depth);
            // An element of which nothing is filled in is left out in reading.
            if (!(item instanceof SdkPojo object) || !SdkSpelling.isBlank(SdkTree.of(object))) {
                items.add(item);
            }
        }
        return items;
    }
}
