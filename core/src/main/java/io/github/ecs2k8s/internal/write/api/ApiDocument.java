package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.internal.read.BundleDocument;
import io.github.ecs2k8s.internal.write.ApiNaming;
import io.github.ecs2k8s.internal.write.PlainModels;
import io.github.ecs2k8s.internal.write.PlainTexts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.internal.write.ReferenceText;
import io.github.ecs2k8s.source.JsonPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * A bundle as one JSON document: a task definition alone as it is, with its tags; more as a {@link BundleDocument}.
 * {@code EcsReader} reads the same bundle from it, without environment files, which are no JSON.
 */
public final class ApiDocument {
    private static final ApiNaming NAMING = new ApiNaming();

    private ApiDocument() {}

    /** The text of the document, with a line break at the end. */
    public static String of(EcsBundle bundle) {
        if (bundle.taskDefinitions().size() == 1
                && bundle.resources().all().isEmpty()
                && bundle.parameterTypes().isEmpty()) {
            return JsonPrinter.print(members(bundle.taskDefinitions().get(0)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        List<Object> definitions = new ArrayList<>();
        for (TaskDefinitionSource source : bundle.taskDefinitions()) {
            definitions.add(element(source.logicalId(), members(source)));
        }
        put(document, BundleDocument.TASK_DEFINITIONS, definitions);
        for (ResourceKind kind : ResourceKind.values()) {
            List<Object> elements = new ArrayList<>();
            for (Resource<?> resource : bundle.resources().all()) {
                if (resource.kind() == kind) {
                    elements.add(element(resource.logicalId(), PlainModels.of(resource.value(), NAMING)));
                }
            }
            put(document, BundleDocument.key(kind), elements);
        }
        List<Object> parameters = new ArrayList<>();
        bundle.parameterTypes().forEach((name, type) -> parameters.add(PlainTrees.of("Name", name, "Type", type)));
        put(document, BundleDocument.PARAMETERS, parameters);
        return JsonPrinter.print(PlainTexts.change(document, ApiDocument::hidden));
    }

    private static void put(Map<String, Object> document, String key, List<Object> elements) {
        if (!elements.isEmpty()) {
            document.put(key, elements);
        }
    }

    private static Map<String, Object> element(@Nullable String logicalId, Map<String, Object> members) {
        Map<String, Object> element = new LinkedHashMap<>();
        if (logicalId != null) {
            element.put(BundleDocument.LOGICAL_ID, logicalId);
        }
        element.putAll(members);
        return element;
    }

    private static Map<String, Object> members(TaskDefinitionSource source) {
        Map<String, Object> members = PlainModels.of(source.definition(), NAMING);
        List<Object> tags = new ArrayList<>();
        for (Tag tag : source.tags()) {
            tags.add(PlainModels.of(tag, NAMING));
        }
        put(members, "tags", tags);
        return RegistrationOrder.ordered(members);
    }

    /** The client secret of an action that signs in is never written. */
    private static Object hidden(String text, PlainTexts.Place place) {
        boolean secret =
                place.key().equals("ClientSecret") && !ReferenceText.parse(text).isWhole();
        return secret ? "${ClientSecret}" : text;
    }
}
