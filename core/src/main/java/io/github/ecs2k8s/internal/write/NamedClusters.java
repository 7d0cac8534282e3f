package io.github.ecs2k8s.internal.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for the clusters that parts only name: they belong to the account, and whoever creates the parts may have others.
 * What is asked for has the name as its default.
 */
final class NamedClusters {
    private static final String SERVICE = "service/";
    private static final String CLUSTER = "cluster/";

    private final Parts parts;

    /** Cluster → reference to it. */
    private final Map<String, String> references = new LinkedHashMap<>();

    NamedClusters(Parts parts) {
        this.parts = parts;
    }

    /** Puts references in place of the names; gives what the references mean where nobody says otherwise. */
    Map<String, String> add() {
        Set<String> names = new TreeSet<>();
        boolean unnamed = false;
        for (Part part : parts.all()) {
            if (part.kind() == PartKind.SERVICE || part.kind() == PartKind.RUN_TASK) {
                String cluster = part.text("cluster");
                unnamed |= cluster == null;
                if (cluster != null && !cluster.contains("${") && !cluster.startsWith("arn:")) {
                    names.add(cluster);
                }
            }
        }
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String name : names) {
            boolean only = names.size() == 1 && !unnamed;
            String reference = only ? "ClusterName" : LogicalIds.pascal(name) + "ClusterName";
            if (parts.find(reference) == null && !defaults.containsKey(reference)) {
                defaults.put(reference, name);
                references.put(name, "${" + reference + "}");
            }
        }
        if (!references.isEmpty()) {
            parts.all().forEach(part -> part.members().replaceAll((key, value) -> changed(key, value)));
        }
        return defaults;
    }

    private Object changed(String key, Object value) {
        return PlainTexts.change(PlainTrees.of(key, value), this::changed).getOrDefault(key, value);
    }

    private Object changed(String text, PlainTexts.Place place) {
        return switch (place.key()) {
            case "cluster", "Cluster" -> references.getOrDefault(text, text);
            case "ResourceId" -> text.startsWith(SERVICE) ? after(SERVICE, text) : text;
            case "Arn" ->
                text.startsWith(Policies.PARTITION + "ecs" + Policies.HERE + CLUSTER)
                        ? after(Policies.PARTITION + "ecs" + Policies.HERE + CLUSTER, text)
                        : text;
            default -> text;
        };
    }

    /** The text with a reference for the name that stands behind its beginning. */
    private String after(String beginning, String text) {
        int slash = text.indexOf('/', beginning.length());
        int end = slash < 0 ? text.length() : slash;
        String reference = references.get(text.substring(beginning.length(), end));
        return reference == null ? text : beginning + reference + text.substring(end);
    }
}
