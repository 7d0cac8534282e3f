package io.github.ecs2k8s.internal.rooms.network.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Names that are looked for in many texts: each text is read once, however many names there are, and compared with those
 * whose first word it holds.
 */
final class NameFinder {
    private final IntPredicate isPart;
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    /**
     * No name is looked for yet.
     *
     * @param isPart which characters words consist of; no name begins or ends beside one
     */
    NameFinder(IntPredicate isPart) {
        this.isPart = isPart;
    }

    /** Adds a name. */
    void add(String name) {
        List<String> names = byFirstWord.computeIfAbsent(firstWord(name), unused -> new ArrayList<>());
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    private String firstWord(String name) {
        int start = start(name, 0);
        return name.substring(start, end(name, start));
    }

    /** The names that a text may hold. */
    Set<String> candidates(String text) {
        Set<String> found = new LinkedHashSet<>(byFirstWord.getOrDefault("", List.of()));
        for (int at = start(text, 0); at < text.length(); at = start(text, at)) {
            int end = end(text, at);
            found.addAll(byFirstWord.getOrDefault(text.substring(at, end), List.of()));
            at = end;
        }
        return found;
    }

    private int start(String text, int from) {
        int at = from;
        while (at < text.length() && !isPart.test(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int end(String text, int from) {
        int at = from;
        while (at < text.length() && isPart.test(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
