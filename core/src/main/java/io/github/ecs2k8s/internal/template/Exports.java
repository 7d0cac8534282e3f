package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of one input export ({@code Outputs}) and {@code Fn::ImportValue} takes. A template does not know
 * the name of its stack, which exports mostly begin with; an export that differs from the import in nothing else counts
 * when there is only one such.
 */
public final class Exports {
    /** Stands where the name of the stack belongs; no name has a control character. */
    private static final String ANY_STACK = "\u0001";

    private final List<Export> exports = new ArrayList<>();

    /**
     * One export.
     *
     * @param name what it is exported as, {@link #ANY_STACK} for the stack's name
     * @param value its value, unresolved
     */
    private record Export(String name, String stack, Node value, MappingNode template) {}

    /**
     * An exported value.
     *
     * @param value unresolved, as the exporting template writes it
     * @param template the exporting template
     * @param stack its name
     * @param isExact whether the export's name is known to be the one asked for
     */
    record Match(Node value, MappingNode template, String stack, boolean isExact) {}

    /** Takes note of what a template exports. */
    public void add(MappingNode document, TemplateValues values, String stack) {
        if (!(document.get("Outputs") instanceof MappingNode outputs)) {
            return;
        }
        Resolver names = new Resolver(new Template(document), values, ANY_STACK, new Exports(), new Findings());
        for (MappingNode.Entry output : outputs.entries()) {
            Node export = output.value().child("Export");
            Node name = export == null ? null : export.child("Name");
            Node value = output.value().child("Value");
            if (name != null && value != null) {
                exports.add(new Export(names.text(name), stack, value, document));
            }
        }
    }

    /** What is exported under a name, null when no template of the input exports it. */
    @Nullable Match find(String name) {
        Match near = null;
        for (Export export : exports) {
            boolean exact = export.name().replace(ANY_STACK, export.stack()).equals(name);
            Match match = new Match(export.value(), export.template(), export.stack(), exact);
            if (exact) {
                return match;
            }
            if (differsInStack(export.name(), name)) {
                if (near != null) {
                    return null;
                }
                near = match;
            }
        }
        return near;
    }

    private static boolean differsInStack(String export, String name) {
        int at = export.indexOf(ANY_STACK);
        if (at < 0) {
            return false;
        }
        String before = export.substring(0, at);
        String after = export.substring(at + ANY_STACK.length());
        return name.length() > before.length() + after.length()
                && after.length() > 1
                && name.startsWith(before)
                && name.endsWith(after);
    }
}
