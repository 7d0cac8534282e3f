package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.syntax.Expression;
import io.github.ecs2k8s.internal.terraform.value.Conversions;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account and region that a resource belongs to: what the user says, or what the root module's provider block says
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs#argument-reference).
 */
final class Account {
    private static final Pattern ROLE = Pattern.compile("arn:[^:]*:iam::(\\d{12}):.*");

    private final ModuleInstance root;
    private final Workshop workshop;
    private final String alias;

    private Account(ModuleInstance root, Workshop workshop, String alias) {
        this.root = root;
        this.workshop = workshop;
        this.alias = alias;
    }

    /** The account of everything in a configuration that names no other provider. */
    static Account of(ModuleInstance root, Workshop workshop) {
        return new Account(root, workshop, "");
    }

    /** The account of a resource. */
    static Account of(ResourceObject object) {
        ModuleInstance root = object.module().root();
        // Modules name the providers they are given as they like; in the root module a name is that of a block.
        Expression provider = object.module() == root ? object.block().body().get("provider") : null;
        String alias = provider instanceof Expression.Member member ? member.name() : "";
        return new Account(root, object.workshop(), alias);
    }

    @Nullable String region() {
        String given = workshop.known().region();
        return given != null && alias.isEmpty() ? given : text("region");
    }

    @Nullable String id() {
        String given = workshop.known().accountId();
        if (given != null) {
            return given;
        }
        Value allowed = argument("allowed_account_ids");
        if (allowed instanceof Value.Listing list && list.items().size() == 1) {
            return text(list.items().get(0));
        }
        return ofAssumedRole();
    }

    private @Nullable String ofAssumedRole() {
        Value role = argument("assume_role");
        Value first = role instanceof Value.Listing list && !list.items().isEmpty()
                ? list.items().get(0)
                : null;
        Value arn = first instanceof Value.Mapping map ? map.get("role_arn") : null;
        String text = arn == null ? null : text(arn);
        Matcher matcher = ROLE.matcher(text == null ? "" : text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** {@code aws}, {@code aws-cn}, {@code aws-us-gov}. */
    String partition() {
        String region = region() == null ? "" : String.valueOf(region());
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The tags that the provider gives to everything, null when there are none. */
    Value.@Nullable Mapping defaultTags() {
        Value block = argument("default_tags");
        Value first = block instanceof Value.Listing list && !list.items().isEmpty()
                ? list.items().get(0)
                : null;
        return first instanceof Value.Mapping map && map.get("tags") instanceof Value.Mapping tags ? tags : null;
    }

    private @Nullable String text(String name) {
        Value value = argument(name);
        return value == null ? null : text(value);
    }

    private static @Nullable String text(Value value) {
        return Conversions.toText(value) instanceof Value.Text text && !text.isHidden() ? text.known() : null;
    }

    private @Nullable Value argument(String name) {
        for (Body.Block provider : root.module().providers()) {
            boolean wanted = provider.label(0).equals("aws") && alias(provider).equals(alias);
            if (wanted) {
                return evaluated(provider, name);
            }
        }
        return null;
    }

    private @Nullable Value evaluated(Body.Block provider, String name) {
        try {
            return new Blocks(workshop, root).argument(provider.body(), name);
        } catch (EvaluationException e) {
            return null;
        }
    }

    private static String alias(Body.Block provider) {
        String name = provider.body().get("alias") instanceof Expression.Template alias ? alias.text() : null;
        return name == null ? "" : name;
    }
}
