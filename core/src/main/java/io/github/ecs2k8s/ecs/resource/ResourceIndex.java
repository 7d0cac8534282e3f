package io.github.ecs2k8s.ecs.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one model by everything that references may call them. A reference is looked up, never compared with
 * each of them: a bundle of thousands of services has tens of thousands of references.
 */
final class ResourceIndex<T> {
    /** Stands for a text that several resources answer to. */
    private static final int SEVERAL = -1;

    private final List<Resource<T>> all;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byNameWithoutArn = new HashMap<>();
    private final Map<String, Integer> byNameInArn = new HashMap<>();
    private final Map<String, Integer> byTextInFile = new HashMap<>();
    private final Map<String, Integer> byTextAnywhere = new HashMap<>();
    private int longest;

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
                addText(name, resource, place);
            }
        }
        if (resource.logicalId() != null) {
            String id = "${" + resource.logicalId();
            addText(id + "}", resource, place);
            addText(id + ".", resource, place);
            longest = Math.max(longest, id.length() + 1);
        }
    }

    private void addText(String text, Resource<T> resource, int place) {
        byTextInFile.put(inFile(resource.node().location().file(), text), place);
        byTextAnywhere.merge(text, place, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    /** What a reference written in a file means: the last one that answers to it, null when none does. */
    @Nullable Resource<T> find(String reference, String file) {
        int place = isOpen(reference) ? findText(reference, file) : findName(reference);
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

    /** Of a parameter without a value, in the name and in the reference to it, all that is known is which it is. */
    private int findText(String reference, String file) {
        int found = -1;
        for (String text : texts(reference)) {
            found = Math.max(found, byTextInFile.getOrDefault(inFile(file, text), -1));
        }
        return found;
    }

    /** The only resource of any file that answers to a reference to a template's resource, null when none or several do. */
    @Nullable Resource<T> findOnly(String reference) {
        Integer only = null;
        for (String text : texts(reference)) {
            Integer place = byTextAnywhere.get(text);
            if (place != null && (place == SEVERAL || only != null && !only.equals(place))) {
                return null;
            }
            only = place == null ? only : place;
        }
        return only == null ? null : all.get(only);
    }

    /** {@code ${Web.Arn}} itself, and {@code ${Web.}}, by which a resource with that logical id is found. */
    private List<String> texts(String reference) {
        List<String> texts = new ArrayList<>(List.of(reference));
        for (int dot = reference.indexOf('.'); dot >= 0 && dot < longest; dot = reference.indexOf('.', dot + 1)) {
            texts.add(reference.substring(0, dot + 1));
        }
        return texts;
    }

    private static String inFile(String file, String text) {
        return file + '\n' + text;
    }

    private static boolean isOpen(String text) {
        return text.startsWith("${");
    }

    private static boolean isArn(String text) {
        return text.startsWith("arn:");
    }
}
