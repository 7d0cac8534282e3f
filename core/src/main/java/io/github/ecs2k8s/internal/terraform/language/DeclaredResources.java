package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The resources and data sources of one module instance, by their types and names. */
final class DeclaredResources {
    private final ModuleInstance module;
    private final Workshop workshop;
    private final Map<String, Instances> instances = new HashMap<>();

    DeclaredResources(ModuleInstance module, Workshop workshop) {
        this.module = module;
        this.workshop = workshop;
    }

    /** Whether a word can only be a resource's type; each begins with its provider's name. */
    boolean isType(String word) {
        return word.indexOf('_') > 0
                || module.module().resources().keySet().stream().anyMatch(name -> name.startsWith(word + "."));
    }

    /** What the first words of a reference mean: {@code aws_lb}, {@code data.aws_vpc}. */
    Value type(String type, SourceLocation place) {
        return LazyObject.open(place, module.prefix() + type, (name, at) -> value(type + "." + name, at));
    }

    /** What {@code aws_lb.main} is: an object, a list or an object of those. */
    private Value value(String name, SourceLocation place) {
        String reference = module.prefix() + name;
        Body.Block block = module.module().resources().get(name);
        if (block == null) {
            workshop.notices().undeclared(reference, place);
            return new Value.Unknown(place, reference, true);
        }
        return workshop.memo().get(reference, place, () -> value(block, name, place));
    }

    private Value value(Body.Block block, String name, SourceLocation place) {
        Instances made = instances(block, name);
        List<Value> objects = new ArrayList<>();
        made.all().forEach(instance -> objects.add(object(block, name, instance)));
        return switch (made.kind()) {
            case SINGLE -> objects.get(0);
            case COUNTED -> Values.list(place, objects);
            case UNKNOWN_KEYS -> new Value.Unknown(place, module.prefix() + name, true);
            case KEYED -> keyed(made, objects, place);
        };
    }

    private static Value keyed(Instances made, List<Value> objects, SourceLocation place) {
        Value.Mapping map = Value.Mapping.empty(place);
        for (int i = 0; i < objects.size(); i++) {
            map.entries().put(made.all().get(i).name(), new Value.Entry(place, objects.get(i)));
        }
        return map;
    }

    /** The instances of a resource. */
    Instances instances(Body.Block block, String name) {
        Instances known = instances.get(name);
        if (known == null) {
            known = Instances.of(
                    block.body(), module.prefix() + name, module, workshop.evaluator(), workshop.notices());
            instances.put(name, known);
        }
        return known;
    }

    /** One instance. */
    ResourceObject object(Body.Block block, String name, Instances.Instance instance) {
        Names names = module.with(instance.names());
        return new ResourceObject(block, module.prefix() + name + instance.key(), names, module, workshop);
    }
}
