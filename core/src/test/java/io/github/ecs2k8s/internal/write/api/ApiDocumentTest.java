package io.github.ecs2k8s.internal.write.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.write.ApiNaming;
import io.github.ecs2k8s.internal.write.FullRecords;
import io.github.ecs2k8s.internal.write.PlainModels;
import io.github.ecs2k8s.internal.write.Shops;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed on standard output is read back as the same bundle. */
class ApiDocumentTest {

    @Test
    void a_task_definition_alone_is_printed_as_it_is() {
        EcsBundle bundle = Shops.read("""
                {"family": "web", "containerDefinitions": [{"name": "web", "image": "web"}],
                 "tags": [{"key": "a", "value": ""}]}
                """);
        assertThat(ApiDocument.of(bundle)).isEqualTo("""
                {
                  "family": "web",
                  "containerDefinitions": [
                    {
                      "name": "web",
                      "image": "web"
                    }
                  ],
                  "tags": [
                    {
                      "key": "a",
                      "value": ""
                    }
                  ]
                }
                """);
    }

    @Test
    void a_whole_bundle_comes_back() {
        EcsBundle bundle = Shops.read(Shops.SHOP);
        assertThat(bundle.resources().all()).hasSize(13);
        assertSame(bundle, Shops.read(ApiDocument.of(bundle)));
    }

    @Test
    void the_document_is_the_same_when_it_is_written_again() {
        String text = ApiDocument.of(Shops.read(Shops.SHOP));
        assertThat(ApiDocument.of(Shops.read(text))).isEqualTo(text);
    }

    @Test
    void types_of_parameters_come_back() {
        EcsBundle bundle = Shops.read("{\"Parameters\": [{\"Name\": \"/shop/key\", \"Type\": \"SecureString\"}]}");
        assertThat(bundle.parameterTypes()).containsExactly(Map.entry("/shop/key", "SecureString"));
        assertSame(bundle, Shops.read(ApiDocument.of(bundle)));
    }

    /** The SDK's models are read and written by their own descriptions; the records have to be held against each other. */
    static Stream<ResourceKind> records() {
        return Arrays.stream(ResourceKind.values()).filter(kind -> kind.model().isRecord());
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_member_of_every_record_comes_back(ResourceKind kind) {
        MappingNode nowhere = new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, List.of());
        Resource<Object> resource = new Resource<>(kind, FullRecords.of(kind.model()), nowhere, "It");
        EcsBundle bundle = new EcsBundle(List.of(), new Resources(List.of(resource)), Map.of(), Map.of());
        assertSame(bundle, Shops.read(ApiDocument.of(bundle)));
    }

    @Test
    void a_client_secret_is_never_written() {
        EcsBundle bundle = Shops.read("""
                {"Port": 443, "Protocol": "HTTPS", "LoadBalancerArn": "a", "DefaultActions": [{"Type": "authenticate-oidc",
                  "AuthenticateOidcConfig": {"ClientId": "me", "ClientSecret": "hush"}}]}
                """);
        assertThat(bundle.resources().of(Listener.class)).hasSize(1);
        assertThat(ApiDocument.of(bundle)).contains("${ClientSecret}").doesNotContain("hush");
        assertThat(ApiOutput.of(bundle).files().values()).noneMatch(text -> text.contains("hush"));
    }

    private static void assertSame(EcsBundle expected, EcsBundle actual) {
        assertThat(definitions(actual)).isEqualTo(definitions(expected));
        assertThat(resources(actual)).containsExactlyInAnyOrderElementsOf(resources(expected));
        assertThat(actual.parameterTypes()).isEqualTo(expected.parameterTypes());
    }

    private static List<Object> definitions(EcsBundle bundle) {
        List<Object> definitions = new ArrayList<>();
        for (TaskDefinitionSource source : bundle.taskDefinitions()) {
            definitions.add(List.of(source.definition(), source.tags(), String.valueOf(source.logicalId())));
        }
        return definitions;
    }

    /** As trees: free-form members are nodes, which know where they stood. */
    private static List<Object> resources(EcsBundle bundle) {
        List<Object> resources = new ArrayList<>();
        for (Resource<?> resource : bundle.resources().all()) {
            Map<String, Object> tree = PlainModels.of(resource.value(), new ApiNaming());
            resources.add(List.of(resource.kind(), tree, String.valueOf(resource.logicalId())));
        }
        return resources;
    }
}
