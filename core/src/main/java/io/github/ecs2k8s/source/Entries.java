package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of one mapping: a key given again replaces the earlier value, with a finding at its place. */
final class Entries {
    /** Up to this many keys a scan is faster than a map; nearly every real object stays below. */
    private static final int SCANNED = 16;

    private final Findings findings;
    private final List<MappingNode.Entry> entries = new ArrayList<>();
    private @Nullable Map<String, Integer> index;

    Entries(Findings findings) {
        this.findings = findings;
    }

    void add(String key, SourceLocation keyLocation, Node value) {
        MappingNode.Entry entry = new MappingNode.Entry(key, keyLocation, value);
        int earlier = find(key);
        if (earlier < 0) {
            append(entry);
            return;
        }
        findings.add(new Finding(
                FindingCode.DUPLICATE_KEY,
                value.pointer().toString(),
                keyLocation,
                "\"" + key + "\" already stands at " + lineAndColumn(entries.get(earlier)) + "; this one counts",
                "remove one of the two",
                null));
        entries.set(earlier, entry);
    }

    /** Adds an entry that a YAML merge key brings in: whatever already has the key wins, silently. */
    void merge(MappingNode.Entry entry) {
        if (find(entry.key()) < 0) {
            append(entry);
        }
    }

    List<MappingNode.Entry> toList() {
        return List.copyOf(entries);
    }

    private void append(MappingNode.Entry entry) {
        if (index != null) {
            index.put(entry.key(), entries.size());
        }
        entries.add(entry);
    }

    private int find(String key) {
        if (entries.size() > SCANNED) {
            return index().getOrDefault(key, -1);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Integer> index() {
        Map<String, Integer> built = index;
        if (built == null) {
            built = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                built.put(entries.get(i).key(), i);
            }
            index = built;
        }
        return built;
    }

    private static String lineAndColumn(MappingNode.Entry entry) {
        return entry.keyLocation().line() + ":" + entry.keyLocation().column();
    }
}
