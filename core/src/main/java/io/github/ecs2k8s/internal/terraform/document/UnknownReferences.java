package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.ecs.resource.TerraformAddress;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.aws.ProviderTypes;
import io.github.ecs2k8s.internal.terraform.document.PlanReferences.Target;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The placeholder for one argument that is known only after apply: what the configuration refers to where it refers to one
 * thing of the kind that belongs there. Where the way ends at a local value, the only one of the kind in the same module, or
 * among what the module is given, is taken, and that is said.
 */
final class UnknownReferences {
    private final PlanReferences references;
    private final Findings findings;

    UnknownReferences(PlanReferences references, Findings findings) {
        this.references = references;
        this.findings = findings;
    }

    /** Whether an argument names another resource. */
    static boolean isReference(String argument) {
        return !ProviderTypes.referred(argument).isEmpty();
    }

    /**
     * What stands for an argument: a placeholder, or a list of some, where the configuration writes it.
     *
     * @param place where it is written, as far as the plan tells, under the pointer it would have among the values
     */
    Node value(
            String argument,
            @Nullable Node expression,
            TerraformAddress address,
            @Nullable MappingNode resource,
            Node place) {
        List<String> types = ProviderTypes.referred(argument);
        String key = key(address);
        MappingNode[] loops = resource == null ? new MappingNode[0] : new MappingNode[] {resource};
        Set<Target> all = references.targets(PlanConfiguration.references(expression), address.modules(), key, loops);
        if (types.isEmpty()) {
            return plain(argument, all, address, place);
        }
        Set<Target> fitting = only(all, types);
        if (fitting.isEmpty()) {
            fitting = assumed(argument, types, address, key, place);
        }
        if (fitting.isEmpty() && all.size() == 1) {
            fitting = all;
        }
        return fitting.isEmpty() || fitting.size() > 1 && !isList(argument)
                ? unresolved(argument, fitting.isEmpty() ? all : fitting, address, place)
                : placeholders(argument, fitting, place);
    }

    /** The key of an instance, or of the module it is in: {@code module.web["api"]…this[0]} is of "api". */
    private static String key(TerraformAddress address) {
        String own = TerraformAddress.key(address.resource());
        if (own.isEmpty() || own.equals("[0]")) {
            for (int i = address.modules().size() - 1; i >= 0; i--) {
                String module = TerraformAddress.key(address.modules().get(i));
                if (!module.isEmpty()) {
                    return module;
                }
            }
        }
        return own;
    }

    private static boolean isList(String argument) {
        return argument.endsWith("s") && !argument.equals("access_logs");
    }

    private static Set<Target> only(Set<Target> targets, List<String> types) {
        return targets.stream()
                .filter(target -> types.contains(target.type()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Target> assumed(String argument, List<String> types, TerraformAddress address, String key, Node place) {
        Set<Target> found = sameKey(references.siblings(types, address.modules()), key);
        found = found.size() < 2 ? found : named(found, references.constants(address.modules(), key));
        List<String> modules = address.modules();
        while (found.isEmpty() && !modules.isEmpty()) {
            found = sameKey(only(references.given(modules, key), types), key);
            modules = modules.subList(0, modules.size() - 1);
        }
        if (found.size() != 1) {
            return Set.of();
        }
        Target only = found.iterator().next();
        findings.add(new Finding(
                FindingCode.REFERENCE_ASSUMED,
                place.pointer().toString(),
                place.location(),
                argument + " of " + full(address) + " is known only after apply; " + only.address()
                        + " is taken, the only one that fits",
                "give the configuration itself, or apply and give the output of: terraform show -json",
                null));
        return found;
    }

    /** Those whose keys are among some texts: modules are told {@code target_group_key = "api"}. */
    private static Set<Target> named(Set<Target> targets, Set<String> texts) {
        return targets.stream()
                .filter(target -> texts.contains(TerraformAddress.keyText(
                        TerraformAddress.parse(target.address()).resource())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Target> sameKey(Set<Target> targets, String key) {
        if (targets.size() < 2 || key.isEmpty()) {
            return targets;
        }
        Set<Target> same = targets.stream()
                .filter(target -> target.address().endsWith(key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return same.isEmpty() ? targets : same;
    }

    private static Node placeholders(String argument, Set<Target> targets, Node place) {
        List<Node> items = new ArrayList<>();
        for (Target target : targets) {
            items.add(Json.placeholder(place, reference(argument, target)));
        }
        return isList(argument) ? new SequenceNode(place.location(), place.pointer(), null, items) : items.get(0);
    }

    private static String reference(String argument, Target target) {
        String attribute = target.attribute().isEmpty() ? argument.endsWith("arn") ? "arn" : "id" : target.attribute();
        return target.address() + "." + attribute;
    }

    /** An argument that may hold anything: one reference, a text that everybody puts together alike, or several. */
    private Node plain(String argument, Set<Target> all, TerraformAddress address, Node place) {
        String composed = composed(argument, all);
        if (composed != null) {
            return Json.string(place, composed);
        }
        if (all.isEmpty()) {
            return Json.placeholder(place, full(address) + "." + argument);
        }
        String text = all.stream()
                .map(target -> reference(argument, target))
                .distinct()
                .collect(Collectors.joining(", "));
        return Json.placeholder(place, text);
    }

    private static @Nullable String composed(String argument, Set<Target> all) {
        StringBuilder text = new StringBuilder();
        for (List<String> part : ProviderTypes.composed(argument)) {
            if (part.size() == 1) {
                text.append(part.get(0));
                continue;
            }
            Set<Target> fitting = only(all, List.of(part.get(0), part.get(0).replace("aws_lb", "aws_alb")));
            if (fitting.size() != 1) {
                return null;
            }
            text.append("${")
                    .append(fitting.iterator().next().address())
                    .append('.')
                    .append(part.get(1))
                    .append('}');
        }
        return text.length() == 0 ? null : text.toString();
    }

    private Node unresolved(String argument, Set<Target> candidates, TerraformAddress address, Node place) {
        String several = candidates.isEmpty()
                ? "the plan does not tell what it will be"
                : "it may be " + candidates.stream().map(Target::address).collect(Collectors.joining(", "));
        findings.add(new Finding(
                FindingCode.UNRESOLVED_REFERENCE,
                place.pointer().toString(),
                place.location(),
                argument + " of " + full(address) + " is known only after apply, and " + several
                        + "; written as a placeholder",
                "give the configuration itself, or apply and give the output of: terraform show -json",
                null));
        return Json.placeholder(place, full(address) + "." + argument);
    }

    private static String full(TerraformAddress address) {
        return address.prefix() + address.resource();
    }
}
