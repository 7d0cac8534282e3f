package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Terraform marks as sensitive → a placeholder for itself, before anybody sees the value
 * (https://developer.hashicorp.com/terraform/internals/json-format#values-representation).
 *
 * <p>A document in a text is marked as a whole as soon as one value in it is. Names, images, numbers and where secrets are
 * kept cannot hold the secret; any other value is hidden unless it stands elsewhere in the clear.
 */
final class HiddenValues {
    /** Members of container definitions that say what a container is, which nobody makes of a password. */
    private static final Set<String> OPEN = Set.of(
            "name",
            "image",
            "valueFrom",
            "protocol",
            "appProtocol",
            "logDriver",
            "sourceVolume",
            "sourceContainer",
            "containerPath",
            "containerName",
            "condition",
            "credentialsParameter",
            "versionConsistency");

    /** Options of the awslogs driver that name a place. */
    private static final Set<String> OPEN_OPTIONS =
            Set.of("awslogs-group", "awslogs-region", "awslogs-stream-prefix", "awslogs-create-group");

    /** Maps whose keys are the user's own. */
    private static final Set<String> MAPS = Set.of("dockerLabels", "options", "driverOpts", "labels");

    private final ClearTexts clear;
    private final Findings findings;

    HiddenValues(ClearTexts clear, Findings findings) {
        this.clear = clear;
        this.findings = findings;
    }

    /** The values of a resource without what must not be shown. */
    MappingNode hide(String address, MappingNode values, @Nullable Node sensitive) {
        return sensitive instanceof MappingNode marks ? (MappingNode) marked(address, values, marks) : values;
    }

    private Node marked(String reference, Node node, @Nullable Node marks) {
        if (Json.isTrue(marks)) {
            return hidden(reference, node);
        }
        if (node instanceof MappingNode mapping && marks instanceof MappingNode) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                Node value = marked(reference + "." + entry.key(), entry.value(), marks.child(entry.key()));
                entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
            }
            return new MappingNode(node.location(), node.pointer(), null, List.copyOf(entries));
        }
        if (node instanceof SequenceNode sequence && marks instanceof SequenceNode) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                int index = items.size();
                items.add(marked(reference + "[" + index + "]", item, marks.child(index)));
            }
            return new SequenceNode(node.location(), node.pointer(), null, List.copyOf(items));
        }
        return node;
    }

    private Node hidden(String reference, Node node) {
        if (node.isNull()) {
            return node;
        }
        return node instanceof ScalarNode scalar ? Json.placeholder(scalar, reference) : document(reference, node);
    }

    private Node document(String reference, Node node) {
        Map<Node, Integer> counts = new IdentityHashMap<>();
        Node shown = new Document(reference, counts).part(reference, "", OPEN, node, node);
        counts.forEach((part, count) -> findings.add(new Finding(
                FindingCode.SENSITIVE_VALUE,
                part.pointer().toString(),
                part.location(),
                "Terraform marks " + reference + " as sensitive as a whole; " + counted(count)
                        + " here that may hold the secret "
                        + (count == 1 ? "is written as a placeholder" : "are written as placeholders"),
                "take what is secret from Secrets Manager or Parameter Store with \"secrets\"",
                null)));
        return shown;
    }

    private static String counted(int count) {
        return count == 1 ? "1 value" : count + " values";
    }

    /**
     * A document in a text that is marked as a whole.
     *
     * @param hidden how many values are hidden in each member of its objects
     */
    private final class Document {
        private final String whole;
        private final Map<Node, Integer> hidden;

        private Document(String whole, Map<Node, Integer> hidden) {
            this.whole = whole;
            this.hidden = hidden;
        }

        private Node part(String reference, String key, Set<String> open, Node member, Node node) {
            if (node instanceof MappingNode mapping) {
                List<MappingNode.Entry> entries = new ArrayList<>();
                for (MappingNode.Entry entry : mapping.entries()) {
                    // What is said of a container's member is said of everything in it.
                    boolean ofContainer =
                            reference.equals(whole) || reference.matches(Pattern.quote(whole) + "\\[\\d+]");
                    Node value = part(
                            reference + "." + entry.key(),
                            entry.key(),
                            MAPS.contains(entry.key()) ? OPEN_OPTIONS : open,
                            ofContainer ? entry.value() : member,
                            entry.value());
                    entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), value));
                }
                return new MappingNode(node.location(), node.pointer(), null, List.copyOf(entries));
            }
            if (node instanceof SequenceNode sequence) {
                List<Node> items = new ArrayList<>();
                for (Node item : sequence.items()) {
                    items.add(part(reference + "[" + items.size() + "]", key, open, member, item));
                }
                return new SequenceNode(node.location(), node.pointer(), null, List.copyOf(items));
            }
            ScalarNode scalar = (ScalarNode) node;
            if (isShown(key, open, scalar)) {
                return node;
            }
            hidden.merge(member, 1, Integer::sum);
            return Json.placeholder(scalar, reference);
        }

        private boolean isShown(String key, Set<String> open, ScalarNode scalar) {
            return scalar.kind() != ScalarNode.Kind.STRING
                    || open.contains(key)
                    || scalar.text().isEmpty()
                    || clear.all().contains(scalar.text());
        }
    }
}
