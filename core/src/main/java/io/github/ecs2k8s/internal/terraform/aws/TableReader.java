package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.internal.terraform.aws.Argument.Form;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of {@code resources.yaml} → what they say. */
final class TableReader {
    /** Kinds whose API begins its members with small letters. */
    private static final Set<String> OF_ECS =
            Set.of("TASK_DEFINITION", "SERVICE", "TASK_SET", "CLUSTER", "CAPACITY_PROVIDER");

    private static final Map<String, Form> FORMS = Map.of(
            "to", Form.VALUE,
            "one", Form.ONE,
            "many", Form.MANY,
            "pairs", Form.PAIRS,
            "choice", Form.VALUE,
            "attribute", Form.ATTRIBUTE,
            "document", Form.DOCUMENT,
            "text", Form.TEXT,
            "rules", Form.RULES);

    private final boolean small;

    private TableReader(boolean small) {
        this.small = small;
    }

    /** A type, which may share another one's entry. */
    static ProviderType type(MappingNode entry, MappingNode all, Set<String> everywhere) {
        String as = text(entry.get("as"));
        if (as != null) {
            ProviderType other = type((MappingNode) all.nearest(as), all, everywhere);
            Map<String, String> set = entry.has("set") ? map(entry.get("set")) : other.set();
            return new ProviderType(other.kind(), set, other.attributes(), other.arguments(), other.ignored());
        }
        String kind = String.valueOf(text(entry.get("kind")));
        Set<String> ignored = new HashSet<>(everywhere);
        ignored.addAll(texts(entry.get("ignored")));
        return new ProviderType(
                kind,
                map(entry.get("set")),
                text(entry.get("attributes")),
                new TableReader(OF_ECS.contains(kind)).arguments(entry.get("of")),
                Set.copyOf(ignored));
    }

    private Map<String, List<Argument>> arguments(@Nullable Node of) {
        Map<String, List<Argument>> arguments = new LinkedHashMap<>();
        if (of instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                List<Argument> choices = new ArrayList<>();
                for (Node choice :
                        entry.value() instanceof SequenceNode several ? several.items() : List.of(entry.value())) {
                    choices.add(argument(entry.key(), choice));
                }
                arguments.put(entry.key(), List.copyOf(choices));
            }
        }
        return arguments;
    }

    private Argument argument(String name, Node written) {
        if (!(written instanceof MappingNode mapping)) {
            String to = text(written);
            return new Argument(
                    Form.VALUE,
                    path(to == null ? camel(name) : to),
                    List.of(),
                    Map.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    Map.of(),
                    Map.of());
        }
        String word = word(mapping);
        String to = text(mapping.get(word));
        Form form = FORMS.getOrDefault(word, Form.VALUE);
        return new Argument(
                mapping.has("free") ? Form.FREE : form,
                to == null ? List.of() : form == Form.ATTRIBUTE ? List.of(to) : path(to),
                texts(mapping.get("names")),
                map(mapping.get("values")),
                texts(mapping.get("default")),
                text(mapping.get("absent")),
                text(mapping.get("only")),
                text(mapping.get("when")),
                map(mapping.get("set")),
                arguments(mapping.get("of")));
    }

    private static String word(MappingNode argument) {
        for (MappingNode.Entry entry : argument.entries()) {
            if (FORMS.containsKey(entry.key())) {
                return entry.key();
            }
        }
        throw new IllegalStateException("no word of the table at " + argument.pointer());
    }

    private static List<String> path(String path) {
        return List.of(path.split("\\."));
    }

    /** {@code desired_count} as {@code desiredCount} or {@code DesiredCount}. */
    private String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean upper = !small;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }

    static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : null;
    }

    /** The texts of a list; a single one counts as a list of one. */
    static List<String> texts(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        String single = text(node);
        if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> texts.addAll(texts(item)));
        } else if (single != null) {
            texts.add(single);
        }
        return List.copyOf(texts);
    }

    static Map<String, String> map(@Nullable Node node) {
        Map<String, String> map = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> map.put(entry.key(), String.valueOf(text(entry.value()))));
        }
        return map;
    }
}
