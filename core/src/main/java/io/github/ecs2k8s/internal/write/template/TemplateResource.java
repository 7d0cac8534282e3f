package io.github.ecs2k8s.internal.write.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One resource of a template that is written.
 *
 * @param dependsOn logical ids of resources it needs without naming them
 * @param properties a plain tree with references as texts
 */
record TemplateResource(String logicalId, String type, List<String> dependsOn, Map<String, Object> properties) {

    TemplateResource(String logicalId, String type, Map<String, Object> properties) {
        this(logicalId, type, List.of(), properties);
    }

    /** What stands under its logical id. */
    Map<String, Object> tree(Map<String, Object> written) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("Type", type);
        if (!dependsOn.isEmpty()) {
            tree.put("DependsOn", dependsOn.size() == 1 ? dependsOn.get(0) : new ArrayList<Object>(dependsOn));
        }
        if (!written.isEmpty()) {
            tree.put("Properties", written);
        }
        return tree;
    }
}
