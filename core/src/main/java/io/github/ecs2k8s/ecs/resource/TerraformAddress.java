package io.github.ecs2k8s.ecs.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An address in its steps: {@code module.web["a"].aws_ecs_service.this[0]}
 * (https://developer.hashicorp.com/terraform/cli/state/resource-addressing).
 *
 * @param modules the calls of modules on the way, {@code web["a"]}
 * @param resource the resource in the last module with its key, {@code aws_ecs_service.this[0]} or {@code data.…}; empty for
 *     a module itself
 */
public record TerraformAddress(List<String> modules, String resource) {
    /** Names that say nothing, as modules give them to the only thing of a kind. */
    private static final Set<String> GENERIC = Set.of("this", "main", "default", "self", "service", "ecs_service");

    /** Takes a text apart; dots in keys are none between steps. */
    public static TerraformAddress parse(String text) {
        List<String> steps = split(text);
        List<String> modules = new ArrayList<>();
        int at = 0;
        while (at + 1 < steps.size() && steps.get(at).equals("module")) {
            modules.add(steps.get(at + 1));
            at += 2;
        }
        return new TerraformAddress(List.copyOf(modules), String.join(".", steps.subList(at, steps.size())));
    }

    /** The steps between dots, those in keys not counted. */
    public static List<String> split(String text) {
        List<String> steps = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                depth += c == '[' ? 1 : -1;
            } else if (c == '.' && !quoted && depth == 0) {
                steps.add(text.substring(from, i));
                from = i + 1;
            }
        }
        steps.add(text.substring(from));
        return steps;
    }

    /** A step without its key. */
    public static String withoutKey(String step) {
        int bracket = step.indexOf('[');
        return bracket < 0 ? step : step.substring(0, bracket);
    }

    /** A step's key with its brackets, empty where it has none. */
    public static String key(String step) {
        int bracket = step.indexOf('[');
        return bracket < 0 ? "" : step.substring(bracket);
    }

    /** The key without brackets and quotes, empty where there is none. */
    public static String keyText(String step) {
        String key = key(step);
        return key.replaceAll("^\\[\"?|\"?]$", "");
    }

    /** {@code module.web["a"].}, empty in the root module. */
    public String prefix() {
        StringBuilder prefix = new StringBuilder();
        modules.forEach(module -> prefix.append("module.").append(module).append('.'));
        return prefix.toString();
    }

    /** The address of the module around the innermost one. */
    public List<String> parent() {
        return modules.subList(0, Math.max(modules.size() - 1, 0));
    }

    /**
     * What people call it: its name and key, or those of its module where they say nothing. {@code web-api} for
     * {@code module.web["api"].aws_ecs_service.this[0]}; empty where nothing does.
     */
    public String words() {
        String name = resource.substring(resource.indexOf('.', resource.startsWith("data.") ? 5 : 0) + 1);
        String words = words(name);
        for (int i = modules.size() - 1; i >= 0 && GENERIC.contains(withoutKey(name)); i--) {
            String module = words(modules.get(i));
            words = words.isEmpty() || module.endsWith(words)
                    ? module
                    : module.isEmpty() ? words : module + "-" + words;
            name = modules.get(i);
        }
        return words.toLowerCase(Locale.ROOT);
    }

    private static String words(String step) {
        String name = GENERIC.contains(withoutKey(step)) ? "" : withoutKey(step).replace('_', '-');
        String key = keyText(step);
        return key.isEmpty() || key.equals("0") ? name : name.isEmpty() ? key : name + "-" + key;
    }
}
