package io.github.ecs2k8s.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user knows about a stack that its template does not say, or about the account of a Terraform configuration.
 *
 * @param parameters values of template parameters, by name; they win over the template's defaults
 * @param imports values other stacks export, by export name
 * @param region {@code AWS::Region}, null when unknown
 * @param accountId {@code AWS::AccountId}, null when unknown
 * @param variables values of a Terraform configuration's variables, by name, as on its command line; they win over files
 */
public record TemplateValues(
        Map<String, String> parameters,
        Map<String, String> imports,
        @Nullable String region,
        @Nullable String accountId,
        Map<String, String> variables) {

    /** Copies the maps, in their order. */
    public TemplateValues {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
    }

    /** Nothing is known. */
    public static final TemplateValues NONE = new TemplateValues(Map.of(), Map.of(), null, null);

    /** What is known where no Terraform configuration is read. */
    public TemplateValues(
            Map<String, String> parameters,
            Map<String, String> imports,
            @Nullable String region,
            @Nullable String accountId) {
        this(parameters, imports, region, accountId, Map.of());
    }
}
