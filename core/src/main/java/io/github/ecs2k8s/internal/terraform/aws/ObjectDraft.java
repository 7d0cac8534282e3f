package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the API in the making; what is put into it keeps its place and pointer. */
final class ObjectDraft {

    /**
     * A member.
     *
     * @param value a node, a draft, or a list of drafts
     * @param pointer that of a list of drafts
     */
    private record Member(SourceLocation key, Object value, Pointer pointer) {}

    private final SourceLocation location;
    private final Pointer pointer;
    private final Map<String, Member> members = new LinkedHashMap<>();

    ObjectDraft(Node place) {
        this(place.location(), place.pointer());
    }

    private ObjectDraft(SourceLocation location, Pointer pointer) {
        this.location = location;
        this.pointer = pointer;
    }

    /** Puts a value where a path leads; what stands there stays. {@code Name[]} leads into a list of one. */
    void put(List<String> path, SourceLocation key, Node value) {
        String step = path.get(0);
        String name = step.endsWith("[]") ? step.substring(0, step.length() - 2) : step;
        if (path.size() > 1) {
            inner(path.subList(0, 1), key, null).put(path.subList(1, path.size()), key, value);
        } else {
            Node put = step.endsWith("[]") ? Nodes.list(value, List.of(value)) : value;
            members.putIfAbsent(name, new Member(key, put, value.pointer()));
        }
    }

    /**
     * The object at a path, made where there is none; that at no path is this one.
     *
     * @param block what it is made of, null where several arguments make it together
     */
    ObjectDraft inner(List<String> path, SourceLocation key, @Nullable Node block) {
        ObjectDraft here = this;
        for (String step : path) {
            boolean list = step.endsWith("[]");
            String name = list ? step.substring(0, step.length() - 2) : step;
            Member member = here.members.computeIfAbsent(name, unused -> made(key, name, list, block));
            here = (ObjectDraft) (list ? ((List<?>) member.value()).get(0) : member.value());
        }
        return here;
    }

    private Member made(SourceLocation key, String name, boolean list, @Nullable Node block) {
        ObjectDraft draft = block == null ? new ObjectDraft(key, pointer.child(name)) : new ObjectDraft(block);
        return new Member(key, list ? new ArrayList<>(List.of(draft)) : draft, draft.pointer);
    }

    /**
     * Appends an object to a list.
     *
     * @param all what the list is made of, null where several arguments make it together
     */
    ObjectDraft append(List<String> path, SourceLocation key, Node place, @Nullable Node all) {
        ObjectDraft holder = inner(path.subList(0, path.size() - 1), key, all);
        String name = path.get(path.size() - 1);
        Member list = holder.members.computeIfAbsent(
                name,
                unused -> new Member(
                        key, new ArrayList<ObjectDraft>(), all == null ? holder.pointer.child(name) : all.pointer()));
        @SuppressWarnings("unchecked") // what append() itself puts there
        List<ObjectDraft> items = (List<ObjectDraft>) list.value();
        ObjectDraft item = new ObjectDraft(place);
        items.add(item);
        return item;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    MappingNode build() {
        List<MappingNode.Entry> entries = new ArrayList<>();
        members.forEach((name, member) -> {
            Node value = node(member);
            if (!(value instanceof MappingNode mapping && member.value() instanceof ObjectDraft)
                    || !mapping.entries().isEmpty()) {
                entries.add(new MappingNode.Entry(name, member.key(), value));
            }
        });
        return new MappingNode(location, pointer, null, List.copyOf(entries));
    }

    private static Node node(Member member) {
        if (member.value() instanceof ObjectDraft draft) {
            return draft.build();
        }
        if (member.value() instanceof List<?> drafts) {
            List<Node> items = new ArrayList<>();
            drafts.forEach(draft -> items.add(((ObjectDraft) draft).build()));
            return new SequenceNode(member.key(), member.pointer(), null, items);
        }
        return (Node) member.value();
    }
}
