package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.internal.write.api.ApiDocument;
import io.github.ecs2k8s.internal.write.api.ApiOutput;
import io.github.ecs2k8s.internal.write.template.TemplateWriter;
import java.util.Map;

/** The form in which ECS is written. */
enum EcsFormat {
    API,
    CLOUDFORMATION;

    /** Everything in one text: a JSON document, or a template. */
    String write(EcsBundle bundle) {
        return this == API ? ApiDocument.of(bundle) : TemplateWriter.write(bundle);
    }

    /** A file for each call by name, in the order to run, and a README with the commands. */
    static Map<String, String> calls(EcsBundle bundle) {
        return ApiOutput.of(bundle).files();
    }

    /** The extension of files in this form, with its dot. */
    String extension() {
        return this == API ? ".json" : ".yaml";
    }

    @Override
    public String toString() {
        return Choices.spelled(this);
    }
}
