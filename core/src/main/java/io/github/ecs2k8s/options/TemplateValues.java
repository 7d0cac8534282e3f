package io.github.ecs2k8s.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user knows about a stack that its template does not say.
 *
 * @param parameters values of template parameters, by name; they win over the template's defaults
 * @param imports values other stacks export, by export name
 * @param region {@code AWS::Region}, null when unknown
 * @param accountId {@code AWS::AccountId}, null when unknown
 */
public record TemplateValues(
        Map<String, String> parameters,
        Map<String, String> imports,
        @Nullable String region,
        @Nullable String accountId) {

    /** Copies the maps, in their order. */
    public TemplateValues {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
    }

    /** Nothing is known. */
    public static final TemplateValues NONE = new TemplateValues(Map.of(), Map.of(), null, null);
}
