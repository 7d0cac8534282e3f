package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.glossary.Names;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that has names and can be explained.
 *
 * @param id the name that finds it alone
 * @param title one line on it
 * @param mainKeys the names that stand for it alone, compared in the same way
 * @param keys its names, as {@link Names} compares them
 * @param explanation writes everything about it
 */
record Topic(String id, String title, Set<String> mainKeys, Set<String> keys, Runnable explanation) {

    static Topic of(String id, String title, List<String> mainNames, Collection<String> names, Runnable explanation) {
        return new Topic(id, title, keys(mainNames), keys(names), explanation);
    }

    private static Set<String> keys(Collection<String> names) {
        return names.stream().map(Names::key).collect(Collectors.toSet());
    }

    /** Whether this is what it is called above all, and not one of several names. */
    boolean isMainly(String key) {
        return mainKeys.contains(key);
    }

    boolean isCalled(String key) {
        return keys.contains(key);
    }

    /** Whether a name has this in it. */
    boolean mentions(String key) {
        return keys.stream().anyMatch(name -> name.contains(key));
    }

    boolean hasId(String key) {
        return Names.key(id).equals(key);
    }
}
