package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References between the resources of one configuration: where the value is known, or follows from names, it takes the
 * placeholder's place.
 */
public final class KnownValues {
    /** A revision in a placeholder, with the address of its task definition, which no data source is. */
    private static final Pattern REVISION = Pattern.compile(
            "(?<![\\w.])((?:module\\.[\\w-]+(?:\\[[^\\]]*])?\\.)*aws_ecs_task_definition\\.[\\w-]+(?:\\[[^\\]]*])?)\\.revision\\b");

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");

    private final Map<String, TerraformResource> byAddress = new HashMap<>();
    private final Account account;

    /** Of one configuration. */
    public KnownValues(List<TerraformResource> resources, Account account) {
        resources.forEach(resource -> byAddress.put(resource.address(), resource));
        this.account = account;
    }

    /** The values with what is known in place of references. */
    public MappingNode resolve(MappingNode values) {
        return (MappingNode) resolve("", DefaultTags.applied(values));
    }

    private Node resolve(String key, Node node) {
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries().size());
            for (MappingNode.Entry entry : mapping.entries()) {
                entries.add(
                        new MappingNode.Entry(entry.key(), entry.keyLocation(), resolve(entry.key(), entry.value())));
            }
            return Nodes.object(mapping, entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> items.add(resolve(key, item)));
            return Nodes.list(sequence, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        if (key.equals("task_definition")) {
            return taskDefinition(scalar);
        }
        boolean names = key.equals("valueFrom") || key.equals("value_from");
        String text =
                Placeholder.replace(scalar.text(), reference -> names ? parameterOr(reference) : value(reference));
        return text.equals(scalar.text()) ? node : Nodes.text(node, text);
    }

    /** {@code FAMILY:${…revision}}, however the revision is computed, is what its address is. */
    private Node taskDefinition(ScalarNode node) {
        Matcher revision = REVISION.matcher(node.text());
        boolean made = revision.find() && byAddress.containsKey(revision.group(1));
        String text = made ? "${" + revision.group(1) + ".arn}" : Placeholder.replace(node.text(), this::value);
        return text.equals(node.text()) ? node : Nodes.text(node, text);
    }

    /** ECS takes a parameter's name for its ARN, in the same account and region. */
    private @Nullable String parameterOr(String reference) {
        TerraformResource target = target(reference);
        return target != null && target.type().equals("aws_ssm_parameter")
                ? value(target.address() + ".name")
                : value(reference);
    }

    /** What a reference stands for, null when that is known only after apply. */
    private @Nullable String value(String reference) {
        TerraformResource target = target(reference);
        if (target == null) {
            return null;
        }
        String attribute = reference.substring(target.address().length() + 1);
        String known = Nodes.text(target.values().get(attribute));
        if (known != null) {
            return isOpen(known) ? null : known;
        }
        String pattern = target.data() ? null : ProviderTypes.derived(target.type(), attribute);
        return pattern == null ? null : fill(pattern, target.values());
    }

    private @Nullable String fill(String pattern, MappingNode values) {
        StringBuilder filled = new StringBuilder();
        Matcher words = WORD.matcher(pattern);
        while (words.find()) {
            String given = account.word(words.group(1));
            given = given == null ? Nodes.text(values.get(words.group(1))) : given;
            given = given == null ? words.group(2) : given;
            if (given == null || isOpen(given)) {
                return null;
            }
            words.appendReplacement(filled, Matcher.quoteReplacement(given));
        }
        return words.appendTail(filled).toString();
    }

    private static boolean isOpen(String text) {
        return !Placeholder.in(text).isEmpty();
    }

    /** The resource or data source that a reference leads to, null for none of the configuration. */
    private @Nullable TerraformResource target(String reference) {
        for (int dot = reference.lastIndexOf('.'); dot > 0; dot = reference.lastIndexOf('.', dot - 1)) {
            TerraformResource target = byAddress.get(reference.substring(0, dot));
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    /** Whether a reference leads to something that Terraform makes here and whose attribute it hides or does not know. */
    boolean isMade(String reference) {
        TerraformResource target = target(reference);
        return target != null && !target.data();
    }

    /** Whether a value is hidden: it is a placeholder for itself. */
    boolean isHidden(String reference) {
        TerraformResource target = target(reference);
        return target != null
                && ("${" + reference + "}")
                        .equals(Nodes.text(target.values()
                                .get(reference.substring(target.address().length() + 1))));
    }
}
