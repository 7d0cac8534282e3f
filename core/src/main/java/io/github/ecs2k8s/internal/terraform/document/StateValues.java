package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code values} representation, of a state or of what a plan leads to, → the resources of all modules. */
final class StateValues {
    private final DocumentTexts texts;
    private final HiddenValues hidden;

    StateValues(SourceFile file, Findings findings, ClearTexts clear) {
        this.texts = new DocumentTexts(file);
        this.hidden = new HiddenValues(clear, findings);
    }

    /** Resources and data sources; none where nothing is there. */
    List<TerraformResource> of(@Nullable MappingNode values) {
        List<TerraformResource> resources = new ArrayList<>();
        MappingNode root = Json.object(values, "root_module");
        if (root != null) {
            module(root, resources);
        }
        return resources;
    }

    private void module(MappingNode module, List<TerraformResource> resources) {
        for (MappingNode resource : Json.objects(module, "resources")) {
            MappingNode values = Json.object(resource, "values");
            // What is deposed is to be destroyed once its successor stands.
            if (values != null && !resource.has("deposed_key")) {
                resources.add(resource(resource, values));
            }
        }
        for (MappingNode child : Json.objects(module, "child_modules")) {
            module(child, resources);
        }
    }

    private TerraformResource resource(MappingNode resource, MappingNode values) {
        String address = Json.required(resource, "address");
        MappingNode opened = texts.open(values);
        return new TerraformResource(
                address,
                "data".equals(Json.text(resource, "mode")),
                Json.required(resource, "type"),
                Json.required(resource, "name"),
                hidden.hide(address, opened, resource.get("sensitive_values")));
    }
}
