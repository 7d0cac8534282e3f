package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A module with the values it is called with: what {@code var}, {@code local}, {@code module} and resources mean in it. */
final class ModuleInstance implements Names {
    private final Module module;
    private final String address;
    private final String path;
    private final String directory;
    private final Variables variables;
    private final ModuleCalls calls;
    private final DeclaredResources resources;
    private final Workshop workshop;
    private final ModuleInstance root;

    /**
     * A module instance.
     *
     * @param address {@code module.web["api"]}, empty for the root module
     * @param path the names of the calls that lead to it, without keys: {@code web}
     * @param directory its directory from the root module's, empty for that
     * @param root the root module, null when this is it
     */
    ModuleInstance(
            Module module,
            String address,
            String path,
            String directory,
            Variables.Given given,
            @Nullable ModuleInstance root,
            Workshop workshop) {
        this.module = module;
        this.address = address;
        this.path = path;
        this.directory = directory;
        this.workshop = workshop;
        this.variables = new Variables(module, prefix(), given, workshop);
        this.calls = new ModuleCalls(this, workshop);
        this.resources = new DeclaredResources(this, workshop);
        this.root = root == null ? this : root;
    }

    /** The module that nobody calls. */
    static ModuleInstance root(Module module, RootVariables given, Workshop workshop) {
        return new ModuleInstance(module, "", "", "", given::value, null, workshop);
    }

    Module module() {
        return module;
    }

    /** The address with a point behind it, to be put before what is in the module. */
    String prefix() {
        return address.isEmpty() ? "" : address + ".";
    }

    String address() {
        return address;
    }

    /** The module that nobody calls. */
    ModuleInstance root() {
        return root;
    }

    String path() {
        return path;
    }

    String directory() {
        return directory;
    }

    ModuleCalls calls() {
        return calls;
    }

    DeclaredResources resources() {
        return resources;
    }

    @Override
    public @Nullable Value get(String name, SourceLocation place) {
        return switch (name) {
            case "var" -> LazyObject.open(place, prefix() + "var", this::variable);
            case "local" -> LazyObject.open(place, prefix() + "local", this::local);
            case "module" -> LazyObject.open(place, prefix() + "module", calls::value);
            case "data" -> LazyObject.open(place, prefix() + "data", (type, at) -> resources.type("data." + type, at));
            case "path" -> LazyObject.open(place, "path", this::path);
            case "terraform", "tofu" -> LazyObject.open(place, "terraform", this::terraform);
            case "each", "count", "self" -> null;
            default -> resources.isType(name) ? resources.type(name, place) : null;
        };
    }

    private Value variable(String name, SourceLocation place) {
        return workshop.memo().get(prefix() + "var." + name, place, () -> variables.value(name, place));
    }

    private Value local(String name, SourceLocation place) {
        String reference = prefix() + "local." + name;
        Body.Attribute local = module.locals().get(name);
        if (local == null) {
            workshop.notices().undeclared(reference, place);
            return Values.unknown(place, reference);
        }
        return workshop.memo().get(reference, place, () -> workshop.evaluator().evaluate(local.expression(), this));
    }

    private Value path(String name, SourceLocation place) {
        return switch (name) {
            case "module" -> Value.Text.of(place, directory.isEmpty() ? "." : directory);
            case "root" -> Value.Text.of(place, ".");
            case "cwd" -> Values.unknown(place, "path.cwd");
            default -> throw new EvaluationException(place, "path has module, root and cwd, and no " + name, null);
        };
    }

    private Value terraform(String name, SourceLocation place) {
        if (name.equals("workspace")) {
            return Value.Text.of(place, workshop.files().workspace());
        }
        throw new EvaluationException(place, "terraform has workspace, and no " + name, null);
    }

    /** The outputs, as the module's caller sees them. */
    Value outputs(SourceLocation place) {
        return new LazyObject(
                place, address, () -> new TreeSet<>(module.outputs().keySet()), this::output);
    }

    private Value output(String name, SourceLocation place) {
        String reference = prefix() + name;
        Body.Block output = module.outputs().get(name);
        Expression value = output == null ? null : output.body().get("value");
        if (output == null || value == null) {
            throw new EvaluationException(place, address + " has no output " + name, null);
        }
        Value known = workshop.memo()
                .get("output " + reference, place, () -> workshop.evaluator().evaluate(value, this));
        boolean sensitive = output.body().get("sensitive") instanceof Expression.Literal literal
                && literal.text().equals("true");
        return sensitive ? Values.hide(known, reference) : known;
    }
}
