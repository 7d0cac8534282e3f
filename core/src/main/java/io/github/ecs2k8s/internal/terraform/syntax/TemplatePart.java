package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template (https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates). */
public sealed interface TemplatePart {

    /** Where the part begins. */
    SourceLocation location();

    /** Text as it stands, escapes resolved; in heredocs and files each line is a part of its own. */
    record Text(SourceLocation location, String text) implements TemplatePart {}

    /** <code>${expression}</code>. */
    record Interpolation(SourceLocation location, Expression expression) implements TemplatePart {}

    /** <code>%{if condition} … %{else} … %{endif}</code>. */
    record If(SourceLocation location, Expression condition, List<TemplatePart> then, List<TemplatePart> otherwise)
            implements TemplatePart {}

    /**
     * <code>%{for key, value in collection} … %{endfor}</code>.
     *
     * @param keyName the name of the key or index, null when only the value has one
     */
    record For(
            SourceLocation location,
            @Nullable String keyName,
            String valueName,
            Expression collection,
            List<TemplatePart> body)
            implements TemplatePart {}
}
