package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans, states and state files → resources
 * (https://developer.hashicorp.com/terraform/internals/json-format, https://opentofu.org/docs/internals/json-format/).
 */
public final class TerraformDocuments {
    private static final String STATE_FILE_VERSION = "4";

    private TerraformDocuments() {}

    /** Whether a document is one of them. */
    public static boolean is(MappingNode document) {
        return isPlan(document) || isState(document) || isStateFile(document);
    }

    private static boolean isPlan(MappingNode document) {
        return document.has("format_version") && (document.has("planned_values") || document.has("resource_changes"));
    }

    private static boolean isState(MappingNode document) {
        return document.has("format_version")
                && document.has("terraform_version")
                && (document.get("values") instanceof MappingNode
                        || document.entries().size() == 2);
    }

    private static boolean isStateFile(MappingNode document) {
        return STATE_FILE_VERSION.equals(Json.text(document, "version"))
                && (document.has("terraform_version") || document.has("lineage"));
    }

    /**
     * All resources and data sources of a document.
     *
     * @param findings receives what is hidden and what is put together from what is known only after apply
     */
    public static List<TerraformResource> read(MappingNode document, SourceFile file, Findings findings) {
        if (isStateFile(document)) {
            return new StateFile(document, file, findings).resources();
        }
        return isPlan(document)
                ? new Plan(document, file, findings).resources()
                : new StateValues(file, findings, ClearTexts.of(document)).of(Json.object(document, "values"));
    }

    /** What else of Terraform a document is, to go on from "this is"; null when it is nothing of Terraform. */
    public static @Nullable String describe(Node document) {
        if (!(document instanceof MappingNode object)) {
            return null;
        }
        if (object.has("encrypted_data") && object.has("encryption_version")) {
            return "an encrypted state of OpenTofu";
        }
        if (object.has("provider_schemas")) {
            return "the schemas of Terraform's providers";
        }
        if (object.has("version") && object.has("terraform_version") && object.has("modules")) {
            return "a state file of Terraform 0.11 or older";
        }
        return object.has("@level") && object.has("@message") ? "the log of a Terraform command" : null;
    }

    /** The command whose output can be read instead of what {@link #describe} tells. */
    public static String instead(Node document) {
        return document instanceof MappingNode object && object.has("encrypted_data")
                ? "give the output of: tofu show -json"
                : "give the output of: terraform show -json PLAN, or terraform show -json for the state";
    }
}
