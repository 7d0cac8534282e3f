package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What gets lost between a tree and what comes back of it, field by field: where, what it was, and what came back in its
 * place. A field that by then comes back as something else was edited by hand on the other side, and the edit wins.
 */
public final class TreeDifferences {
    private static final String NAME = "name";
    /** The last step of the path under which the order of a list's names is kept; no name begins so. */
    private static final String ORDER = "#order";

    private static final String IS = "is";
    private static final String FROM = "from";

    private final Map<String, Residue> byPath = new LinkedHashMap<>();

    /**
     * One field.
     *
     * @param is what it was, null when it was absent
     * @param from what came back in its place, null when nothing did
     */
    private record Residue(@Nullable Node is, @Nullable Node from) {}

    private TreeDifferences() {}

    /** What has to be kept so that {@link #restore} makes the first of the second. */
    public static TreeDifferences between(MappingNode wanted, MappingNode given) {
        TreeDifferences residues = new TreeDifferences();
        residues.compare(wanted, given, "");
        return residues;
    }

    /** Whether everything comes back by itself. */
    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    private void compare(@Nullable Node wanted, @Nullable Node given, String path) {
        if (wanted instanceof MappingNode one && given instanceof MappingNode other) {
            Set<String> keys = new HashSet<>();
            for (MappingNode.Entry entry : one.entries()) {
                keys.add(entry.key());
                compare(entry.value(), other.get(entry.key()), path + step(entry.key()));
            }
            for (MappingNode.Entry entry : other.entries()) {
                if (keys.add(entry.key())) {
                    compare(null, entry.value(), path + step(entry.key()));
                }
            }
        } else if (wanted instanceof SequenceNode one
                && given instanceof SequenceNode other
                && names(one) != null
                && names(other) != null) {
            compareByName(one, other, path);
        } else if (!same(wanted, given)) {
            byPath.put(path, new Residue(wanted, given));
        }
    }

    private void compareByName(SequenceNode wanted, SequenceNode given, String path) {
        List<Node> order = new ArrayList<>();
        for (Node item : wanted.items()) {
            String name = String.valueOf(name(item));
            order.add(new ScalarNode(SourceLocation.NONE, Pointer.ROOT, null, ScalarNode.Kind.STRING, name));
            compare(item, named(given, name), path + step(name));
        }
        for (Node item : given.items()) {
            String name = String.valueOf(name(item));
            if (named(wanted, name) == null) {
                compare(null, item, path + step(name));
            }
        }
        if (!Objects.equals(names(wanted), names(given))) {
            SequenceNode names = new SequenceNode(SourceLocation.NONE, Pointer.ROOT, null, order);
            byPath.put(path + "/" + ORDER, new Residue(names, null));
        }
    }

    /** The names of a list's objects, all different; null where it holds anything else. Such lists go item by item. */
    private static @Nullable List<String> names(SequenceNode list) {
        List<String> names = new ArrayList<>();
        for (Node item : list.items()) {
            String name = name(item);
            if (name == null || names.contains(name)) {
                return null;
            }
            names.add(name);
        }
        return names;
    }

    private static @Nullable Node named(SequenceNode list, String name) {
        for (Node item : list.items()) {
            if (name.equals(name(item))) {
                return item;
            }
        }
        return null;
    }

    private static @Nullable String name(Node item) {
        return item.child(NAME) instanceof ScalarNode name ? name.text() : null;
    }

    private static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Equal but for places and the order of keys. */
    static boolean same(@Nullable Node one, @Nullable Node other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof MappingNode first && other instanceof MappingNode second) {
            if (first.entries().size() != second.entries().size()) {
                return false;
            }
            for (MappingNode.Entry entry : first.entries()) {
                if (!same(entry.value(), second.get(entry.key()))) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof SequenceNode first && other instanceof SequenceNode second) {
            if (first.items().size() != second.items().size()) {
                return false;
            }
            for (int i = 0; i < first.items().size(); i++) {
                if (!same(first.items().get(i), second.items().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one instanceof ScalarNode first
                && other instanceof ScalarNode second
                && first.kind() == second.kind()
                && first.text().equals(second.text());
    }

    /** What came back, with every kept field as it was, unless it was edited in between. */
    public MappingNode restore(MappingNode given) {
        MappingNode restored = given;
        for (String path : paths()) {
            Residue residue = Objects.requireNonNull(byPath.get(path));
            if (restore(restored, path.substring(1).split("/", -1), 0, residue) instanceof MappingNode mapping) {
                restored = mapping;
            }
        }
        return restored;
    }

    /** The paths in an order that says nothing of the input's; that of a list's names is restored when all items are there. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>(byPath.keySet());
        paths.sort(Comparator.comparing((String path) -> path.endsWith("/" + ORDER))
                .thenComparing(Comparator.naturalOrder()));
        return paths;
    }

    /** What may be kept of the value at a path; null: nothing. */
    @FunctionalInterface
    public interface Censor {
        /** The value or what may be kept of it. */
        @Nullable Node allowed(String path, Node value);
    }

    /** The same without what may not be kept of what was lost; what came back in its place is on the other side anyway. */
    public TreeDifferences censored(Censor censor) {
        TreeDifferences allowed = new TreeDifferences();
        byPath.forEach((path, residue) -> {
            Node is = residue.is() == null ? null : censor.allowed(path, residue.is());
            if (is != null || residue.is() == null) {
                allowed.byPath.put(path, new Residue(is, residue.from()));
            }
        });
        return allowed;
    }

    private static Node restore(Node here, String[] steps, int depth, Residue residue) {
        String key = steps[depth].replace("~1", "/").replace("~0", "~");
        boolean last = depth == steps.length - 1;
        if (here instanceof SequenceNode list) {
            return restoreItem(list, key, steps, depth, residue);
        }
        if (!(here instanceof MappingNode mapping)) {
            return here;
        }
        Node present = mapping.get(key);
        if (!last) {
            return present == null ? here : with(mapping, key, restore(present, steps, depth + 1, residue));
        }
        return same(present, residue.from()) ? with(mapping, key, residue.is()) : here;
    }

    private static Node restoreItem(SequenceNode list, String key, String[] steps, int depth, Residue residue) {
        boolean last = depth == steps.length - 1;
        if (last && key.equals(ORDER) && residue.is() instanceof SequenceNode order) {
            return sorted(list, order);
        }
        Node present = named(list, key);
        Node restored = present;
        if (last && same(present, residue.from())) {
            restored = residue.is();
        } else if (!last && present != null) {
            restored = restore(present, steps, depth + 1, residue);
        }
        List<Node> items = new ArrayList<>();
        for (Node item : list.items()) {
            if (item != present) {
                items.add(item);
            } else if (restored != null) {
                items.add(restored);
            }
        }
        if (present == null && restored != null) {
            items.add(restored);
        }
        return new SequenceNode(list.location(), list.pointer(), list.tag(), items);
    }

    /** The items in the order of their names; what has no place in it follows. */
    private static SequenceNode sorted(SequenceNode list, SequenceNode order) {
        List<Node> items = new ArrayList<>();
        for (Node name : order.items()) {
            Node item = name instanceof ScalarNode scalar ? named(list, scalar.text()) : null;
            if (item != null) {
                items.add(item);
            }
        }
        for (Node item : list.items()) {
            if (!items.contains(item)) {
                items.add(item);
            }
        }
        return new SequenceNode(list.location(), list.pointer(), list.tag(), items);
    }

    private static MappingNode with(MappingNode mapping, String key, @Nullable Node value) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        boolean found = false;
        for (MappingNode.Entry entry : mapping.entries()) {
            if (!entry.key().equals(key)) {
                entries.add(entry);
            } else if (value != null) {
                entries.add(new MappingNode.Entry(key, entry.keyLocation(), value));
            }
            found |= entry.key().equals(key);
        }
        if (!found && value != null) {
            entries.add(new MappingNode.Entry(key, SourceLocation.NONE, value));
        }
        return new MappingNode(mapping.location(), mapping.pointer(), mapping.tag(), entries);
    }

    /** The fields as one object: a path each, with what it was and, where something came back in its place, what that was. */
    public MappingNode tree() {
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (String path : paths()) {
            Residue residue = Objects.requireNonNull(byPath.get(path));
            List<MappingNode.Entry> members = new ArrayList<>();
            if (residue.is() != null) {
                members.add(new MappingNode.Entry(IS, SourceLocation.NONE, ordered(residue.is())));
            }
            if (residue.from() != null) {
                members.add(new MappingNode.Entry(FROM, SourceLocation.NONE, ordered(residue.from())));
            }
            entries.add(new MappingNode.Entry(path, SourceLocation.NONE, mapping(members)));
        }
        return mapping(entries);
    }

    /** The same with its keys in alphabetical order: that of the input must not show. */
    private static Node ordered(Node node) {
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), ordered(entry.value())));
            }
            entries.sort(Comparator.comparing(MappingNode.Entry::key));
            return new MappingNode(mapping.location(), mapping.pointer(), mapping.tag(), entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(ordered(item)));
            return new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), items);
        }
        return node;
    }

    /** The fields of an object that {@link #tree} gave; what is none of that is left out. */
    public static TreeDifferences of(Node tree) {
        TreeDifferences residues = new TreeDifferences();
        if (tree instanceof MappingNode fields) {
            for (MappingNode.Entry field : fields.entries()) {
                if (field.key().startsWith("/") && field.value() instanceof MappingNode value) {
                    residues.byPath.put(field.key(), new Residue(value.get(IS), value.get(FROM)));
                }
            }
        }
        return residues;
    }

    private static MappingNode mapping(List<MappingNode.Entry> entries) {
        return new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, entries);
    }
}
