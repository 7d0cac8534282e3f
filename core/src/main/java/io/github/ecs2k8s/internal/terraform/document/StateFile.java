package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code terraform.tfstate}, version 4, → resources. Its form is not for others to read and yet what people hold; an
 * instance has its key apart from the resource's name, and lists the paths of what is sensitive.
 */
final class StateFile {
    private final MappingNode document;
    private final DocumentTexts texts;
    private final Findings findings;

    StateFile(MappingNode document, SourceFile file, Findings findings) {
        this.document = document;
        this.texts = new DocumentTexts(file);
        this.findings = findings;
    }

    /** The instances of all resources and data sources. */
    List<TerraformResource> resources() {
        List<TerraformResource> resources = new ArrayList<>();
        for (MappingNode resource : Json.objects(document, "resources")) {
            for (MappingNode instance : Json.objects(resource, "instances")) {
                MappingNode attributes = Json.object(instance, "attributes");
                // What is deposed is to be destroyed once its successor stands.
                if (attributes != null && !instance.has("deposed")) {
                    resources.add(resource(resource, instance, attributes));
                }
            }
        }
        return resources;
    }

    private TerraformResource resource(MappingNode resource, MappingNode instance, MappingNode attributes) {
        boolean data = "data".equals(Json.text(resource, "mode"));
        String type = Json.required(resource, "type");
        String name = Json.required(resource, "name");
        String module = Json.text(resource, "module");
        String address = (module == null ? "" : module + ".") + (data ? "data." : "") + type + "." + name
                + key(instance.get("index_key"));
        // In a state file, no text says that it is in the clear: older versions mark nothing.
        MappingNode values = new HiddenValues(ClearTexts.none(), findings)
                .hide(address, texts.open(attributes), marks(instance.get("sensitive_attributes")));
        return new TerraformResource(address, data, type, name, values);
    }

    private static String key(@Nullable Node key) {
        if (!(key instanceof ScalarNode scalar) || scalar.isNull()) {
            return "";
        }
        return scalar.kind() == ScalarNode.Kind.NUMBER ? "[" + scalar.text() + "]" : "[\"" + scalar.text() + "\"]";
    }

    /** Paths, {@code [[{"type": "get_attr", "value": "password"}]]}, as marks in the shape of the values. */
    private static @Nullable Node marks(@Nullable Node paths) {
        Marks marks = new Marks();
        if (paths instanceof SequenceNode list) {
            for (Node path : list.items()) {
                List<String> steps = new ArrayList<>();
                if (path instanceof SequenceNode written) {
                    written.items().forEach(step -> steps.add(step(step)));
                }
                marks.add(steps);
            }
        }
        return paths == null ? null : marks.tree(paths);
    }

    /** {@code {"type": "index", "value": {"value": 0, "type": "number"}}} or {@code {"type": "get_attr", "value": "a"}}. */
    private static String step(Node step) {
        String text = Json.text(step, "value");
        return text == null ? Json.required(step.nearest("value"), "value") : text;
    }
}
