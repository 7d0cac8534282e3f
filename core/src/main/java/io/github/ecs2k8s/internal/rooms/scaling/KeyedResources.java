package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Resources by what they are called or what they speak of: texts, and other resources. */
final class KeyedResources<T> {
    private final List<Resource<T>> all = new ArrayList<>();
    private final Map<String, List<Integer>> byText = new HashMap<>();
    private final Map<Resource<?>, List<Integer>> byResource = new IdentityHashMap<>();

    /** Adds a resource under texts and other resources. */
    void add(Resource<T> resource, Collection<String> texts, Collection<? extends Resource<?>> others) {
        texts.forEach(text ->
                byText.computeIfAbsent(text, unused -> new ArrayList<>()).add(all.size()));
        others.forEach(other ->
                byResource.computeIfAbsent(other, unused -> new ArrayList<>()).add(all.size()));
        all.add(resource);
    }

    /** The resources under any of these texts and other resources, in the order they were added. */
    List<Resource<T>> get(Collection<String> texts, Collection<? extends Resource<?>> others) {
        TreeSet<Integer> places = new TreeSet<>();
        texts.forEach(text -> places.addAll(byText.getOrDefault(text, List.of())));
        others.forEach(other -> places.addAll(byResource.getOrDefault(other, List.of())));
        List<Resource<T>> found = new ArrayList<>();
        places.forEach(place -> found.add(all.get(place)));
        return found;
    }
}
