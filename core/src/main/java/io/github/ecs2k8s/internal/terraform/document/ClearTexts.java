package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a document holds somewhere without calling them sensitive: one that stands in the clear already is not
 * revealed by printing it. Where Terraform marks a whole document in a text as sensitive, this tells the values that are
 * not from the secret.
 *
 * @param all the texts
 */
record ClearTexts(Set<String> all) {

    /** Those of a plan or state. */
    static ClearTexts of(MappingNode document) {
        Set<String> clear = new HashSet<>();
        Set<String> secret = new HashSet<>();
        variables(document, clear, secret);
        for (String values : new String[] {"planned_values", "values"}) {
            module(Json.object(Json.object(document, values), "root_module"), clear, secret);
        }
        module(Json.object(Json.object(Json.object(document, "prior_state"), "values"), "root_module"), clear, secret);
        clear.removeAll(secret);
        return new ClearTexts(clear);
    }

    /** None, where nothing tells. */
    static ClearTexts none() {
        return new ClearTexts(Set.of());
    }

    private static void variables(MappingNode document, Set<String> clear, Set<String> secret) {
        MappingNode declared =
                Json.object(Json.object(Json.object(document, "configuration"), "root_module"), "variables");
        MappingNode given = Json.object(document, "variables");
        if (given == null || declared == null) {
            return;
        }
        for (MappingNode.Entry variable : given.entries()) {
            boolean sensitive = Json.isTrue(child(declared.get(variable.key()), "sensitive"));
            collect(child(variable.value(), "value"), null, sensitive ? secret : clear, secret);
        }
    }

    private static void module(@Nullable MappingNode module, Set<String> clear, Set<String> secret) {
        for (MappingNode resource : Json.objects(module, "resources")) {
            collect(resource.get("values"), resource.get("sensitive_values"), clear, secret);
        }
        for (MappingNode child : Json.objects(module, "child_modules")) {
            module(child, clear, secret);
        }
    }

    private static void collect(@Nullable Node node, @Nullable Node sensitive, Set<String> clear, Set<String> secret) {
        boolean hidden = Json.isTrue(sensitive);
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                collect(entry.value(), hidden ? sensitive : child(sensitive, entry.key()), clear, secret);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), hidden ? sensitive : child(sensitive, i), clear, secret);
            }
        } else if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            (hidden ? secret : clear).add(scalar.text());
        }
    }

    private static @Nullable Node child(@Nullable Node node, Object step) {
        return node == null ? null : node.child(step);
    }
}
