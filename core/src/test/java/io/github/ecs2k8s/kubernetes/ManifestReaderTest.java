package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back; what the API server would not take is said, at its place, and read around. */
class ManifestReaderTest {
    private final Findings findings = new Findings();

    static List<Class<?>> kinds() throws ReflectiveOperationException {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> model : Models.all()) {
            if (HasMetadata.class.isAssignableFrom(model) && model != GenericKubernetesResource.class) {
                HasMetadata object = (HasMetadata) model.getConstructor().newInstance();
                if (ModelKinds.of(object.getApiVersion(), object.getKind()) == model) {
                    kinds.add(model);
                }
            }
        }
        assertThat(kinds).hasSize(30);
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsBackWhatIsWritten(Class<? extends HasMetadata> model) {
        HasMetadata object = new Models().populated(model);
        String yaml = ManifestWriter.yaml(List.of(object));
        List<HasMetadata> back = objects(yaml);
        assertThat(findings.sorted()).isEmpty();
        assertThat(back).containsExactly(object);
        assertThat(ManifestWriter.yaml(back)).isEqualTo(yaml);

        String json = ManifestWriter.json(List.of(object));
        assertThat(ManifestWriter.json(objects(json))).isEqualTo(json);
    }

    @Test
    void keepsObjectsOfUnknownKindsAsTheyAre() {
        String yaml = """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata:
                  name: db
                  labels:
                    app: web
                spec:
                  ratio: 1.50
                  big: 12345678901234567890
                  empty: {}
                  list: []
                  none: null
                  "on": true
                """;
        List<HasMetadata> objects = objects(yaml);
        assertThat(objects).singleElement().isInstanceOf(GenericKubernetesResource.class);
        assertThat(objects.get(0).getMetadata().getLabels()).containsEntry("app", "web");
        assertThat(ManifestWriter.yaml(objects)).isEqualTo(yaml);
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void readsNumbersTheWayTheServerDoes() {
        Deployment deployment = (Deployment) objects("""
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 25%}}
                  template:
                    spec:
                      terminationGracePeriodSeconds: 30
                      containers:
                        - resources: {limits: {cpu: 1, memory: 1.5Gi, ephemeral-storage: 1e9}}
                """).get(0);
        assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge())
                .isEqualTo(new IntOrString(1));
        assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
                .isEqualTo(new IntOrString("25%"));
        assertThat(deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
                .isEqualTo(30L);
        assertThat(deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getResources()
                        .getLimits()
                        .values())
                .extracting(Quantity::toString)
                .containsExactly("1", "1.5Gi", "1e9");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void takesListsApart() {
        assertThat(objects("""
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: Service, metadata: {name: a}}
                  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}
                ---
                apiVersion: v1
                kind: PodList
                items:
                  - metadata: {name: c}
                """))
                .satisfiesExactly(
                        a -> assertThat(a).isInstanceOf(Service.class),
                        b -> assertThat(b).isInstanceOf(Deployment.class),
                        c -> assertThat(c)
                                .asInstanceOf(type(Pod.class))
                                .extracting(
                                        Pod::getKind, pod -> pod.getMetadata().getName())
                                .containsExactly("Pod", "c"));
    }

    @Test
    void keepsTheTextBesideTheObject() {
        List<LocatedObject> located = located("apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n");
        assertThat(located)
                .singleElement()
                .satisfies(object -> assertThat(object.node()
                                .nearest("metadata", "name")
                                .location()
                                .line())
                        .isEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicaz: 1           | unknown-field | /spec/replicaz | 4:3 | DeploymentSpec has no field \"replicaz\"",
                "replicas: '1'         | wrong-type | /spec/replicas | 4:13 | replicas takes a whole number",
                "replicas: 1.5         | wrong-type | /spec/replicas | 4:13 | not a number",
                "replicas: 3000000000  | wrong-type | /spec/replicas | 4:13 | 32 bits",
                "paused: 'true'        | wrong-type | /spec/paused | 4:11 | true or false",
                "selector: [a]         | wrong-type | /spec/selector | 4:13 | selector takes an object, not a list",
                "selector: x           | wrong-type | /spec/selector | 4:13 | an object, not a string",
                "selector: {matchLabels: {a: 1}} | wrong-type | /spec/selector/matchLabels/a | 4:31 | a takes a string",
                "template: {spec: {containers: {name: a}}} | wrong-type | /spec/template/spec/containers | 4:33 | a list",
                "template: {spec: {overhead: {cpu: big}}} | wrong-type | /spec/template/spec/overhead/cpu | 4:37 | quantity",
                "template: {spec: {overhead: {cpu: true}}} | wrong-type | /spec/template/spec/overhead/cpu | 4:37 | boolean",
                "strategy: {rollingUpdate: {maxSurge: {}}} "
                        + "| wrong-type | /spec/strategy/rollingUpdate/maxSurge | 4:40 | or a string, not an object",
            })
    void saysWhatTheServerWouldNotTake(String line, String code, String pointer, String place, String message) {
        List<HasMetadata> objects = objects("apiVersion: apps/v1\nkind: Deployment\nspec:\n  " + line + "\n");
        assertThat(objects).singleElement().isInstanceOf(Deployment.class);
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).hasToString(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.location()).hasToString("in.yaml:" + place);
            assertThat(finding.message()).contains(message);
        });
    }

    @Test
    void guessesWhatWasMeant() {
        objects("apiVersion: apps/v1\nkind: Deployment\nspec: {replicaz: 1, somethingElse: 2}\n");
        assertThat(findings.sorted()).extracting(Finding::hint).containsExactly("did you mean \"replicas\"?", null);
    }

    @Test
    void neverShowsAValue() {
        objects("apiVersion: v1\nkind: Secret\ndata: {password: 12345}\nstringData: hunter2\n");
        assertThat(findings.sorted())
                .hasSize(2)
                .extracting(Finding::message)
                .noneMatch(text -> text.contains("hunter2") || text.contains("12345"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a]|a Kubernetes object was expected, not a list",
                "kind: Pod|this is no Kubernetes object: it has no apiVersion",
                "apiVersion: v1|this is no Kubernetes object: it has no kind",
            })
    void saysWhatIsNoObject(String text, String message) {
        assertThat(objects(text)).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo(message);
    }

    @Test
    void survivesNumbersWithoutEnd() {
        String number = "apiVersion: example.com/v1\nkind: Thing\nspec: ";
        assertThat(ManifestWriter.yaml(objects(number + "1e999999999\n"))).endsWith("spec: .inf\n");
        assertThat(ManifestWriter.yaml(objects(number + "1e99999999999\n"))).endsWith("spec: .inf\n");
        assertThat(ManifestWriter.yaml(objects(number + "9".repeat(100_000) + "\n")))
                .endsWith("spec: .inf\n");
        assertThat(ManifestWriter.yaml(objects(number + "0x1F\n"))).endsWith("spec: 31\n");
    }

    private List<HasMetadata> objects(String text) {
        return located(text).stream().map(LocatedObject::object).toList();
    }

    private List<LocatedObject> located(String text) {
        List<LocatedObject> objects = new ArrayList<>();
        for (Node document : Documents.parse(new SourceFile("in.yaml", text), findings)) {
            objects.addAll(ManifestReader.read(document, findings));
        }
        return objects;
    }
}
