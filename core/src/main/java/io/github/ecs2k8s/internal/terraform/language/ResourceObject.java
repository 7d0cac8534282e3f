package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a resource or data source, as expressions refer to it: what the configuration says is known, the rest only
 * when it has been created.
 */
record ResourceObject(Body.Block block, String address, Names names, ModuleInstance module, Workshop workshop)
        implements Value.Lazy {

    @Override
    public SourceLocation location() {
        return block.location();
    }

    /** Its type: {@code aws_lb}. */
    String type() {
        return block.label(0);
    }

    boolean isData() {
        return block.type().equals("data");
    }

    @Override
    public Value member(String name, SourceLocation place) {
        Value value = workshop.memo().get(address + "." + name, place, () -> configured(name, place));
        if (value instanceof Value.Null) {
            value = computed(name, place);
        }
        return SensitiveAttributes.has(type(), name) ? Values.hide(value, address + "." + name) : value;
    }

    private Value configured(String name, SourceLocation place) {
        Blocks blocks = new Blocks(workshop, names);
        Value value = blocks.argument(block.body(), name);
        return value == null ? new Value.Null(place) : value;
    }

    private Value computed(String name, SourceLocation place) {
        Value value = isData() ? DataSources.of(this, name, place) : made(name, place);
        return value == null ? new Value.Unknown(place, Values.member(address, name), true) : value;
    }

    private @Nullable Value made(String name, SourceLocation place) {
        return type().equals("terraform_data") && name.equals("output") ? member("input", place) : null;
    }

    @Override
    public Value.Mapping all() {
        Value.Mapping all = Value.Mapping.empty(location());
        TreeSet<String> known = new TreeSet<>(Blocks.types(block.body()));
        block.body().attributes().forEach(attribute -> known.add(attribute.name()));
        known.removeAll(Blocks.META_ARGUMENTS);
        for (String name : known) {
            all.entries().put(name, new Value.Entry(location(), member(name, location())));
        }
        all.entries().computeIfAbsent("id", id -> new Value.Entry(location(), member(id, location())));
        return all;
    }
}
