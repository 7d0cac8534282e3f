package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The objects of the input that something was made of; what is not among them is listed by kind. */
public final class UsedObjects {
    private final Set<HasMetadata> objects = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<HasMetadata, Set<String>> keys = new IdentityHashMap<>();

    /** Says that something was made of an object. */
    public void add(HasMetadata object) {
        objects.add(object);
    }

    /** Says that something was made of one key of a ConfigMap. */
    public void add(HasMetadata object, String key) {
        objects.add(object);
        keys.computeIfAbsent(object, unused -> new HashSet<>()).add(key);
    }

    /** Whether something was made of a key of this very object. */
    public boolean contains(HasMetadata object, String key) {
        return keys.getOrDefault(object, Set.of()).contains(key);
    }

    /** Whether something was made of this very object. */
    public boolean contains(HasMetadata object) {
        return objects.contains(object);
    }
}
