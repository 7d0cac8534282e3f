package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree says what Jackson would say, for every class, in the order of {@link FieldOrder}. */
class ModelTreeTest {
    private final ObjectMapper jackson = new ObjectMapper();

    static List<Class<?>> models() {
        List<Class<?>> all = Models.all();
        assertThat(all).hasSizeGreaterThan(400);
        return all;
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysTheSameAsJackson(Class<?> model) {
        assertSameAsJackson(new Models().populated(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void leavesOutTheSameAsJackson(Class<?> model) throws ReflectiveOperationException {
        Object empty = model.getConstructor().newInstance();
        assertSameAsJackson(empty);
        for (Field field : model.getDeclaredFields()) {
            if (field.getType() == List.class || field.getType() == Map.class) {
                field.setAccessible(true);
                field.set(empty, field.getType() == List.class ? new ArrayList<>() : Map.of());
            }
        }
        assertSameAsJackson(empty);
    }

    private void assertSameAsJackson(Object object) {
        JsonNode expected = jackson.valueToTree(object);
        JsonNode actual = jackson.valueToTree(ModelTree.of(object));
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("models")
    void fieldsAreDeclaredInTheModelsOwnOrder(Class<?> model) {
        String[] order = model.getAnnotation(JsonPropertyOrder.class).value();
        List<String> declared = Arrays.stream(model.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName().replace("_", ""))
                .filter(name -> !name.equals("additionalProperties"))
                .toList();
        assertThat(order).containsAll(declared);
        assertThat(declared.stream().filter(name -> !isIdentity(name)))
                .containsExactlyElementsOf(Arrays.stream(order)
                        .filter(name -> declared.contains(name) && !isIdentity(name))
                        .toList());
    }

    private static boolean isIdentity(String name) {
        return name.equals("apiVersion") || name.equals("kind") || name.equals("metadata");
    }

    @Test
    void everyKeyOfTheOrderTableExists() {
        Map<String, Set<String>> keysOfRow = new TreeMap<>();
        for (Class<?> model : Models.all()) {
            Set<String> keys = keysOfRow.computeIfAbsent(FieldOrder.of(model.getSimpleName()), row -> new TreeSet<>());
            ModelShape.of(model).properties().forEach(property -> keys.add(property.name()));
        }
        assertThat(keysOfRow).hasSizeGreaterThan(50);
        keysOfRow.forEach((row, keys) -> assertThat(row.replace("* ", "").split(" "))
                .as(row)
                .doesNotHaveDuplicates()
                .allMatch(keys::contains));
    }

    @Test
    void keepsWhatIsEmptyButSaysSomething() {
        Volume volume = new Volume();
        volume.setName("cache");
        volume.setEmptyDir(new EmptyDirVolumeSource());
        assertThat(ModelTree.of(volume)).isEqualTo(Map.of("name", "cache", "emptyDir", Map.of()));

        PersistentVolumeClaimSpec claim = new PersistentVolumeClaimSpec();
        claim.setStorageClassName("");
        claim.setAccessModes(List.of());
        assertThat(ModelTree.of(claim)).isEqualTo(Map.of("storageClassName", ""));
    }

    @Test
    void writesQuantitiesAndIntOrStringAsScalars() {
        assertThat(ModelTree.of(new Quantity("250", "m"))).isEqualTo("250m");
        assertThat(ModelTree.of(new Quantity("0.5"))).isEqualTo("0.5");
        assertThat(ModelTree.of(new Quantity("2Gi"))).isEqualTo("2Gi");
        assertThat(ModelTree.of(new IntOrString(25))).isEqualTo(25);
        assertThat(ModelTree.of(new IntOrString("25%"))).isEqualTo("25%");
    }

    @Test
    void putsTheContentOfGenericResourcesAfterTheirMetadata() {
        GenericKubernetesResource secret = new GenericKubernetesResource();
        secret.setAdditionalProperty("spec", Map.of("empty", List.of()));
        secret.setMetadata(new ObjectMeta());
        secret.getMetadata().setName("db");
        secret.setKind("ExternalSecret");
        secret.setApiVersion("external-secrets.io/v1");
        assertThat(ModelTree.of(secret))
                .hasToString("{apiVersion=external-secrets.io/v1, kind=ExternalSecret, metadata={name=db}, "
                        + "spec={empty=[]}}");
    }

    @Test
    void ordersKeysAsPeopleDo() {
        assertThat(keys(new Models().populated(EnvVar.class))).containsExactly("name", "value", "valueFrom");
        assertThat(keys(new Models().populated(PodSpec.class)))
                .startsWith("serviceAccountName", "serviceAccount")
                .endsWith("initContainers", "containers", "ephemeralContainers", "volumes");
    }

    private static List<String> keys(Object model) {
        return ((Map<?, ?>) ModelTree.of(model))
                .keySet().stream().map(String::valueOf).toList();
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> ModelTree.of(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
