package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.ecs.resource.TerraformAddress;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that a plan was made from: for each argument its constant or what it refers to, modules within modules
 * (https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation).
 */
final class PlanConfiguration {
    private final @Nullable MappingNode root;

    PlanConfiguration(MappingNode plan) {
        this.root = Json.object(Json.object(plan, "configuration"), "root_module");
    }

    /** A module by the calls that lead to it, keys or not; null when it is not there. */
    @Nullable MappingNode module(List<String> modules) {
        MappingNode here = root;
        for (int i = 0; i < modules.size() && here != null; i++) {
            here = Json.object(call(modules.subList(0, i + 1)), "module");
        }
        return here;
    }

    /** The call of the last of some modules, null when it is not there. */
    @Nullable MappingNode call(List<String> modules) {
        if (modules.isEmpty()) {
            return null;
        }
        int last = modules.size() - 1;
        MappingNode calls = Json.object(module(modules.subList(0, last)), "module_calls");
        return Json.object(calls, TerraformAddress.withoutKey(modules.get(last)));
    }

    /** A resource as the configuration has it, null when it is not there. */
    @Nullable MappingNode resource(TerraformAddress address) {
        String name = TerraformAddress.withoutKey(address.resource());
        for (MappingNode resource : Json.objects(module(address.modules()), "resources")) {
            if (name.equals(Json.text(resource, "address"))) {
                return resource;
            }
        }
        return null;
    }

    /** What an expression refers to, the most exact of each: {@code aws_lb.main[0].arn}, not {@code aws_lb.main[0]} too. */
    static List<String> references(@Nullable Node expression) {
        List<String> all = Json.texts(expression, "references");
        return all.stream()
                .filter(reference -> all.stream().noneMatch(other -> isWithin(other, reference)))
                .distinct()
                .toList();
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.length() > outer.length()
                && inner.startsWith(outer)
                && (inner.charAt(outer.length()) == '.' || inner.charAt(outer.length()) == '[');
    }
}
