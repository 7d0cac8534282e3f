package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.YamlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes Kubernetes objects as the manifests a person would write: keys in {@link FieldOrder}, nothing that is not set,
 * the same bytes for the same objects on every JVM.
 */
public final class ManifestWriter {
    private ManifestWriter() {}

    /**
     * One YAML stream, a document per object in the given order.
     *
     * @param objects fabric8 model objects, typed or generic
     * @throws IllegalArgumentException for an object that is none
     */
    public static String yaml(List<?> objects) {
        return YamlPrinter.print(trees(objects));
    }

    /**
     * One JSON document: the object itself when there is one, otherwise a {@code v1} {@code List} of all of them, which
     * kubectl takes as several.
     *
     * @param objects fabric8 model objects, typed or generic
     * @throws IllegalArgumentException for an object that is none
     */
    public static String json(List<?> objects) {
        List<@Nullable Object> trees = trees(objects);
        if (trees.size() == 1) {
            return JsonPrinter.print(trees.get(0));
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", trees);
        return JsonPrinter.print(list);
    }

    private static List<@Nullable Object> trees(List<?> objects) {
        List<@Nullable Object> trees = new ArrayList<>(objects.size());
        for (Object object : objects) {
            trees.add(ModelTree.of(object));
        }
        return trees;
    }
}
