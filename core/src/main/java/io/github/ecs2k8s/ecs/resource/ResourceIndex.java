package io.github.ecs2k8s.ecs.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one model by everything that references may call them. A reference is looked up, never compared with
 * each of them: a bundle of thousands of services has tens of thousands of references.
 */
final class ResourceIndex<T> {
    private final List<Resource<T>> all;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byNameWithoutArn = new HashMap<>();
    private final Map<String, Integer> byNameInArn = new HashMap<>();
    private final LogicalIdIndex byLogicalId = new LogicalIdIndex();

    ResourceIndex(List<Resource<T>> resources) {
        all = List.copyOf(resources);
        for (int i = 0; i < all.size(); i++) {
            add(all.get(i), i);
        }
    }

    /** The resources, in the order of the input. */
    List<Resource<T>> all() {
        return all;
    }

    private void add(Resource<T> resource, int place) {
        List<String> names = resource.names();
        boolean identified = names.stream().anyMatch(ResourceIndex::isArn);
        for (String name : names) {
            byName.put(name, place);
            if (isArn(name)) {
                byNameInArn.put(Arns.name(name), place);
            } else if (!identified) {
                byNameWithoutArn.put(name, place);
            }
            if (isOpen(name)) {
                byLogicalId.addText(name, resource.node().location().file(), place);
            }
        }
        if (resource.logicalId() != null) {
            byLogicalId.add(resource.logicalId(), resource.node().location().file(), place);
        }
    }

    /** What a reference written in a file means: the last one that answers to it, null when none does. */
    @Nullable Resource<T> find(String reference, String file) {
        int place = isOpen(reference) ? byLogicalId.find(reference, file) : findName(reference);
        return place < 0 ? null : all.get(place);
    }

    private int findName(String reference) {
        int exact = byName.getOrDefault(reference, -1);
        if (!isArn(reference)) {
            return Math.max(exact, byNameInArn.getOrDefault(reference, -1));
        }
        // Two load balancers or target groups of the same name differ in the id at the end.
        boolean byArnOnly = reference.startsWith("arn:aws") && reference.contains(":elasticloadbalancing:");
        Map<String, Integer> names = byArnOnly ? byNameWithoutArn : byName;
        return Math.max(exact, names.getOrDefault(Arns.name(reference), -1));
    }

    /** The only resource of any file that answers to a reference to a template's resource, null when none or several do. */
    @Nullable Resource<T> findOnly(String reference) {
        int place = byLogicalId.findOnly(reference);
        return place < 0 ? null : all.get(place);
    }

    private static boolean isOpen(String text) {
        return text.startsWith("${");
    }

    private static boolean isArn(String text) {
        return text.startsWith("arn:");
    }
}
