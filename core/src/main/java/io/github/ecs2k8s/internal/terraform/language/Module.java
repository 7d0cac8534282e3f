package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.source.BrokenInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of one directory declare together (https://developer.hashicorp.com/terraform/language/files), under the
 * words by which expressions refer to it.
 */
final class Module {
    private final Map<String, Body.Block> variables = new LinkedHashMap<>();
    private final Map<String, Body.Attribute> locals = new LinkedHashMap<>();
    private final Map<String, Body.Block> outputs = new LinkedHashMap<>();
    private final Map<String, Body.Block> calls = new LinkedHashMap<>();
    private final List<Body.Block> providers = new ArrayList<>();

    /** {@code aws_lb.main}, {@code data.aws_vpc.main} → its block. */
    private final Map<String, Body.Block> resources = new LinkedHashMap<>();

    private final SourceLocation location;

    /** An empty module; the place is where to say what concerns all of it. */
    Module(SourceLocation location) {
        this.location = location;
    }

    /** Adds what a file declares. */
    void add(Body file) {
        for (Body.Block block : file.blocks()) {
            switch (block.type()) {
                case "variable" -> declare(variables, block.label(0), block);
                case "output" -> declare(outputs, block.label(0), block);
                case "module" -> declare(calls, block.label(0), block);
                case "resource" -> declare(resources, block.label(0) + "." + block.label(1), block);
                case "data" -> declare(resources, "data." + block.label(0) + "." + block.label(1), block);
                case "provider" -> providers.add(block);
                case "locals" -> block.body().attributes().forEach(local -> locals.put(local.name(), local));
                default -> {
                    // How Terraform itself is to run, what has moved or is checked: nothing that is created.
                }
            }
        }
    }

    private static void declare(Map<String, Body.Block> declared, String name, Body.Block block) {
        Body.Block earlier = declared.putIfAbsent(name, block);
        if (earlier == null) {
            return;
        }
        if (isOverride(block.location().file())) {
            declared.put(name, Overrides.merged(earlier, block));
        } else if (isOverride(earlier.location().file())) {
            declared.put(name, Overrides.merged(block, earlier));
        } else {
            throw new BrokenInputException(
                    block.location(),
                    block.type() + " " + name + " is already declared at " + earlier.location(),
                    "remove one of the two");
        }
    }

    private static boolean isOverride(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.equals("override.tf")
                || name.endsWith("_override.tf")
                || name.equals("override.tf.json")
                || name.endsWith("_override.tf.json");
    }

    SourceLocation location() {
        return location;
    }

    Map<String, Body.Block> variables() {
        return variables;
    }

    Map<String, Body.Attribute> locals() {
        return locals;
    }

    Map<String, Body.Block> outputs() {
        return outputs;
    }

    Map<String, Body.Block> calls() {
        return calls;
    }

    Map<String, Body.Block> resources() {
        return resources;
    }

    List<Body.Block> providers() {
        return providers;
    }
}
