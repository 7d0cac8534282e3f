package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.ecs.resource.TerraformAddress;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What references of a configuration lead to, through variables of modules and outputs of others. The values of locals stand
 * in no plan; there the way ends.
 */
final class PlanReferences {
    /** Deeper than modules are nested; a plan may say anything. */
    private static final int DEEPEST = 40;

    private final PlanConfiguration configuration;
    private final List<String> instances;

    /**
     * References of one plan.
     *
     * @param instances the addresses of all resources and data sources
     */
    PlanReferences(PlanConfiguration configuration, List<String> instances) {
        this.configuration = configuration;
        this.instances = instances;
    }

    /**
     * An instance and what is asked of it.
     *
     * @param attribute empty where the reference does not say
     */
    record Target(String address, String attribute) {

        String type() {
            String resource = TerraformAddress.parse(address).resource();
            String name = resource.startsWith("data.") ? resource.substring("data.".length()) : resource;
            return name.substring(0, Math.max(name.indexOf('.'), 0));
        }

        boolean isData() {
            return TerraformAddress.parse(address).resource().startsWith("data.");
        }
    }

    /** What the references of an expression lead to. */
    Set<Target> targets(List<String> references, List<String> modules, String key, MappingNode... loops) {
        Set<Target> targets = new LinkedHashSet<>();
        for (String reference : references) {
            collect(reference, new Place(modules, key, List.of(loops), 0), targets);
        }
        return targets;
    }

    /**
     * Where a reference stands.
     *
     * @param key the key of the instance it is evaluated for, with brackets
     * @param loops the resource or the call of a module whose {@code each} it may name
     */
    private record Place(List<String> modules, String key, List<MappingNode> loops, int depth) {}

    private void collect(String reference, Place place, Set<Target> targets) {
        List<String> steps = TerraformAddress.split(reference);
        if (place.depth() > DEEPEST) {
            return;
        }
        switch (steps.get(0)) {
            case "var" -> variable(steps, place, targets);
            case "module" -> output(steps, place, targets);
            case "each" -> loop(place, targets);
            case "local", "count", "self", "path", "terraform" -> {
                // Nothing in a plan says what they stand for.
            }
            default -> resource(steps, place, targets);
        }
    }

    private void variable(List<String> steps, Place place, Set<Target> targets) {
        MappingNode call = configuration.call(place.modules());
        if (call == null || steps.size() < 2) {
            return;
        }
        MappingNode expressions = Json.object(call, "expressions");
        List<String> outer = place.modules().subList(0, place.modules().size() - 1);
        String own = TerraformAddress.key(place.modules().get(place.modules().size() - 1));
        Place around = new Place(outer, own.isEmpty() ? place.key() : own, List.of(call), place.depth() + 1);
        String name = TerraformAddress.withoutKey(steps.get(1));
        for (String reference : PlanConfiguration.references(Json.object(expressions, name))) {
            collect(reference, around, targets);
        }
    }

    private void output(List<String> steps, Place place, Set<Target> targets) {
        if (steps.size() < 3) {
            return;
        }
        String wanted = TerraformAddress.key(steps.get(2));
        for (String call : calls(steps.get(1), place)) {
            List<String> inner = new ArrayList<>(place.modules());
            inner.add(call);
            MappingNode outputs = Json.object(configuration.module(inner), "outputs");
            MappingNode output = Json.object(outputs, TerraformAddress.withoutKey(steps.get(2)));
            Place inside = new Place(inner, wanted.isEmpty() ? place.key() : wanted, List.of(), place.depth() + 1);
            String attribute = steps.get(steps.size() - 1);
            for (String reference : PlanConfiguration.references(Json.object(output, "expression"))) {
                Set<Target> found = new LinkedHashSet<>();
                collect(reference, inside, found);
                found.forEach(target -> targets.add(
                        target.attribute().isEmpty() && steps.size() > 3
                                ? new Target(target.address(), attribute)
                                : target));
            }
        }
    }

    /** The instances of a module call: the one that is named, that of the same key, or all. */
    private List<String> calls(String call, Place place) {
        if (!TerraformAddress.key(call).isEmpty()) {
            return List.of(call);
        }
        int level = place.modules().size();
        Set<String> found = new LinkedHashSet<>();
        for (String instance : instances) {
            List<String> modules = TerraformAddress.parse(instance).modules();
            if (modules.size() > level
                    && modules.subList(0, level).equals(place.modules())
                    && TerraformAddress.withoutKey(modules.get(level)).equals(call)) {
                found.add(modules.get(level));
            }
        }
        return found.contains(call + place.key()) ? List.of(call + place.key()) : List.copyOf(found);
    }

    private void loop(Place place, Set<Target> targets) {
        for (MappingNode looped : place.loops()) {
            Place around = new Place(place.modules(), place.key(), List.of(), place.depth() + 1);
            for (String reference : PlanConfiguration.references(Json.object(looped, "for_each_expression"))) {
                collect(reference, around, targets);
            }
        }
    }

    private void resource(List<String> steps, Place place, Set<Target> targets) {
        int length = steps.get(0).equals("data") ? 3 : 2;
        if (steps.size() < length) {
            return;
        }
        String prefix = new TerraformAddress(place.modules(), "").prefix();
        String address = prefix + String.join(".", steps.subList(0, length));
        String attribute = String.join(".", steps.subList(length, steps.size()));
        named(address, place.key()).forEach(instance -> targets.add(new Target(instance, attribute)));
    }

    /** The instances that an address means: the one that it is, that of the same key, or all. */
    private List<String> named(String address, String key) {
        if (instances.contains(address)) {
            return List.of(address);
        }
        if (!key.isEmpty() && instances.contains(address + key)) {
            return List.of(address + key);
        }
        return instances.stream()
                .filter(instance -> instance.startsWith(address + "["))
                .toList();
    }

    /** The instances of some types in a module itself. */
    Set<Target> siblings(List<String> types, List<String> modules) {
        Set<Target> targets = new LinkedHashSet<>();
        for (String instance : instances) {
            Target target = new Target(instance, "");
            if (TerraformAddress.parse(instance).modules().equals(modules)
                    && !target.isData()
                    && types.contains(target.type())) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** What all arguments of a module's call lead to. */
    Set<Target> given(List<String> modules, String key) {
        Set<Target> targets = new LinkedHashSet<>();
        MappingNode expressions = Json.object(configuration.call(modules), "expressions");
        if (expressions != null) {
            for (MappingNode.Entry entry : expressions.entries()) {
                collect("var." + entry.key(), new Place(modules, key, List.of(), 0), targets);
            }
        }
        return targets;
    }

    /** The texts that a module's call gives for one key in the clear: {@code listeners = {http = {forward = …}}}. */
    Set<String> constants(List<String> modules, String key) {
        Set<String> texts = new LinkedHashSet<>();
        MappingNode expressions = Json.object(configuration.call(modules), "expressions");
        if (expressions != null && !key.isEmpty()) {
            for (MappingNode.Entry entry : expressions.entries()) {
                Node given = entry.value().nearest("constant_value").child(TerraformAddress.keyText(key));
                collect(given, texts);
            }
        }
        return texts;
    }

    private static void collect(@Nullable Node node, Set<String> texts) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), texts));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> collect(item, texts));
        } else if (node instanceof ScalarNode scalar) {
            texts.add(scalar.text());
        }
    }
}
