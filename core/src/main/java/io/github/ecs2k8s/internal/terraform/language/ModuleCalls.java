package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import io.github.ecs2k8s.source.BrokenInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules that a module calls (https://developer.hashicorp.com/terraform/language/modules/syntax). */
final class ModuleCalls {
    private static final int MAX_DEPTH = 20;

    private final ModuleInstance caller;
    private final Workshop workshop;
    private final Map<String, Called> called = new HashMap<>();

    /**
     * What a call makes.
     *
     * @param modules one for each instance; empty when the module's files are missing
     */
    private record Called(@Nullable Instances instances, List<ModuleInstance> modules) {}

    ModuleCalls(ModuleInstance caller, Workshop workshop) {
        this.caller = caller;
        this.workshop = workshop;
    }

    /** Every instance of every module that is called and whose files are there. */
    List<ModuleInstance> all() {
        List<ModuleInstance> all = new ArrayList<>();
        caller.module()
                .calls()
                .forEach((name, block) -> all.addAll(called(name, block).modules()));
        return all;
    }

    /** What {@code module.name} is: an object of outputs, a list or an object of those. */
    Value value(String name, SourceLocation place) {
        String reference = caller.prefix() + "module." + name;
        Body.Block block = caller.module().calls().get(name);
        if (block == null) {
            workshop.notices().undeclared(reference, place);
            return new Value.Unknown(place, reference, true);
        }
        return workshop.memo().get(reference, place, () -> value(called(name, block), reference, place));
    }

    private static Value value(Called called, String reference, SourceLocation place) {
        Instances instances = called.instances();
        if (instances == null || instances.kind() == Instances.Kind.UNKNOWN_KEYS) {
            return new Value.Unknown(place, reference, true);
        }
        List<ModuleInstance> modules = called.modules();
        return switch (instances.kind()) {
            case SINGLE -> modules.get(0).outputs(place);
            case COUNTED ->
                Values.list(
                        place,
                        modules.stream().map(module -> module.outputs(place)).toList());
            default -> keyed(instances, modules, place);
        };
    }

    private static Value keyed(Instances instances, List<ModuleInstance> modules, SourceLocation place) {
        Value.Mapping map = Value.Mapping.empty(place);
        for (int i = 0; i < modules.size(); i++) {
            map.entries()
                    .put(
                            instances.all().get(i).name(),
                            new Value.Entry(place, modules.get(i).outputs(place)));
        }
        return map;
    }

    private Called called(String name, Body.Block block) {
        Called known = called.get(name);
        if (known == null) {
            known = call(name, block);
            called.put(name, known);
        }
        return known;
    }

    private Called call(String name, Body.Block block) {
        String path = caller.path().isEmpty() ? name : caller.path() + "." + name;
        if (path.chars().filter(c -> c == '.').count() >= MAX_DEPTH) {
            throw new BrokenInputException(
                    block.location(), "modules call each other deeper than " + MAX_DEPTH, "does one call itself?");
        }
        String source = source(block);
        String directory = workshop.files().directory(source, caller.directory(), path);
        Module module = directory == null ? null : workshop.files().module(directory);
        String address = caller.prefix() + "module." + name;
        if (module == null || directory == null) {
            workshop.notices().module(path, source, block.location());
            return new Called(null, List.of());
        }
        Instances instances = Instances.of(block.body(), address, caller, workshop.evaluator(), workshop.notices());
        List<ModuleInstance> modules = new ArrayList<>();
        for (Instances.Instance instance : instances.all()) {
            Names names = caller.with(instance.names());
            modules.add(new ModuleInstance(
                    module,
                    address + instance.key(),
                    path,
                    directory,
                    (variable, type, place) -> given(block, variable, names),
                    caller.root(),
                    workshop));
        }
        return new Called(instances, modules);
    }

    /** Where the files of a module are; empty where that is no plain text. */
    static String source(Body.Block block) {
        String text = block.body().get("source") instanceof Expression.Template source ? source.text() : null;
        return text == null ? "" : text;
    }

    private @Nullable Value given(Body.Block block, String variable, Names names) {
        Expression expression = block.body().get(variable);
        return expression == null ? null : workshop.evaluator().evaluate(expression, names);
    }
}
