package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.function.FileFunctions;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.syntax.HclParser;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data sources that ask nobody: region and account, policies, templates and files. */
final class DataSources {
    private DataSources() {}

    /** The value of an attribute, null when only AWS knows it. */
    static @Nullable Value of(ResourceObject object, String name, SourceLocation place) {
        return switch (object.type()) {
            case "aws_region" -> region(object, name, place);
            case "aws_caller_identity" -> identity(object, name, place);
            case "aws_partition" -> partition(object, name, place);
            case "aws_iam_policy_document" -> policy(object, name, place);
            case "template_file" -> name.equals("rendered") ? rendered(object, place) : null;
            case "local_file" -> name.equals("content") ? content(object, place) : null;
            default -> null;
        };
    }

    private static @Nullable Value text(@Nullable String text, SourceLocation place) {
        return text == null ? null : Value.Text.of(place, text);
    }

    private static @Nullable Value region(ResourceObject object, String name, SourceLocation place) {
        boolean known = name.equals("name") || name.equals("id") || name.equals("region");
        return known ? text(Account.of(object).region(), place) : null;
    }

    private static @Nullable Value identity(ResourceObject object, String name, SourceLocation place) {
        boolean known = name.equals("account_id") || name.equals("id");
        return known ? text(Account.of(object).id(), place) : null;
    }

    private static @Nullable Value partition(ResourceObject object, String name, SourceLocation place) {
        String partition = Account.of(object).partition();
        return switch (name) {
            case "partition", "id" -> text(partition, place);
            case "dns_suffix" -> text(partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com", place);
            default -> null;
        };
    }

    private static @Nullable Value policy(ResourceObject object, String name, SourceLocation place) {
        boolean json = name.equals("json") || name.equals("minified_json");
        return json ? PolicyDocument.of(object, place) : null;
    }

    /** The template provider's predecessor of {@code templatefile}: the template is a text, its variables are texts. */
    private static @Nullable Value rendered(ResourceObject object, SourceLocation place) {
        Value template = object.member("template", place);
        String text = template instanceof Value.Text known ? known.known() : null;
        if (text == null) {
            return null;
        }
        SourceLocation start = ((Value.Text) template).pieces().get(0).location();
        boolean file = start.line() == 1 && start.column() == 1;
        Value variables = object.member("vars", place);
        // Before version 0.12 maps were written as blocks, too.
        Value only = variables instanceof Value.Listing list && list.items().size() == 1
                ? list.items().get(0)
                : variables;
        Names names = (name, at) -> only instanceof Value.Mapping map ? map.get(name) : null;
        // The text of a file keeps the places in the file; another one has that of its expression.
        Expression parsed = HclParser.template(new SourceFile(start.file(), text), file ? null : template.location());
        Value rendered = object.workshop().evaluator().evaluate(parsed, names);
        return Conversions.toText(rendered);
    }

    private static @Nullable Value content(ResourceObject object, SourceLocation place) {
        Value file = object.member("filename", place);
        String path = file instanceof Value.Text text ? text.known() : null;
        return path == null
                ? null
                : object.workshop()
                        .evaluator()
                        .call(place, "file", List.of(Value.Text.of(place, FileFunctions.path(path))));
    }
}
