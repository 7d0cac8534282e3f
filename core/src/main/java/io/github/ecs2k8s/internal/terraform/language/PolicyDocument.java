package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.function.EncodedDocument;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code data "aws_iam_policy_document"} → the policy's JSON
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document).
 */
final class PolicyDocument {
    private static final Map<String, String> LISTS = Map.of(
            "actions", "Action",
            "not_actions", "NotAction",
            "resources", "Resource",
            "not_resources", "NotResource");

    private PolicyDocument() {}

    /** The policy as text. */
    static Value of(ResourceObject object, SourceLocation place) {
        Value.Mapping arguments = object.all();
        List<Value> statements = new ArrayList<>();
        sources(arguments, "source_policy_documents", statements);
        sources(arguments, "source_json", statements);
        for (Value statement : items(arguments.get("statement"))) {
            if (statement instanceof Value.Mapping map) {
                statements.add(statement(map));
            }
        }
        sources(arguments, "override_policy_documents", statements);
        sources(arguments, "override_json", statements);
        Value.Mapping policy = Value.Mapping.empty(place);
        put(policy, "Version", text(arguments.get("version"), "2012-10-17", place));
        put(policy, "Statement", Values.list(place, statements));
        return object.workshop().evaluator().call(place, "jsonencode", List.of(policy));
    }

    private static void sources(Value.Mapping arguments, String name, List<Value> statements) {
        Value given = arguments.get(name);
        for (Value source : given instanceof Value.Text ? List.of(given) : items(given)) {
            boolean document = source instanceof Value.Text text && !"".equals(text.known());
            if (document && EncodedDocument.json((Value.Text) source) instanceof Value.Mapping policy) {
                Value inner = policy.get("Statement");
                statements.addAll(inner instanceof Value.Mapping ? List.of(inner) : items(inner));
            }
        }
    }

    private static List<Value> items(@Nullable Value value) {
        return value instanceof Value.Listing list ? list.items() : List.of();
    }

    private static Value text(@Nullable Value value, String byDefault, SourceLocation place) {
        return value == null || value instanceof Value.Null ? Value.Text.of(place, byDefault) : value;
    }

    private static void put(Value.Mapping map, String key, Value value) {
        map.entries().put(key, new Value.Entry(value.location(), value));
    }

    private static Value statement(Value.Mapping given) {
        Value.Mapping statement = Value.Mapping.empty(given.location());
        Value sid = given.get("sid");
        if (sid != null && !(sid instanceof Value.Null)) {
            put(statement, "Sid", sid);
        }
        put(statement, "Effect", text(given.get("effect"), "Allow", given.location()));
        new TreeMap<>(LISTS).forEach((name, key) -> {
            Value value = given.get(name);
            if (value != null && !(value instanceof Value.Null)) {
                put(statement, key, single(value));
            }
        });
        principals(given, "principals", "Principal", statement);
        principals(given, "not_principals", "NotPrincipal", statement);
        conditions(given, statement);
        return statement;
    }

    /** A list of one stands without its brackets, as the provider writes it. */
    private static Value single(Value value) {
        return value instanceof Value.Listing list && list.items().size() == 1
                ? list.items().get(0)
                : value;
    }

    private static void principals(Value.Mapping given, String name, String key, Value.Mapping statement) {
        Value.Mapping principals = Value.Mapping.empty(given.location());
        for (Value block : items(given.get(name))) {
            if (block instanceof Value.Mapping map && map.get("type") instanceof Value.Text type) {
                Value identifiers = map.get("identifiers");
                if (identifiers != null) {
                    put(principals, Values.shown(type), single(identifiers));
                }
            }
        }
        if (!principals.entries().isEmpty()) {
            Value everyone = principals.get("*");
            put(statement, key, everyone == null ? principals : everyone);
        }
    }

    private static void conditions(Value.Mapping given, Value.Mapping statement) {
        Value.Mapping conditions = Value.Mapping.empty(given.location());
        for (Value block : items(given.get("condition"))) {
            Value values = block instanceof Value.Mapping condition ? condition.get("values") : null;
            if (block instanceof Value.Mapping map
                    && map.get("test") instanceof Value.Text test
                    && map.get("variable") instanceof Value.Text variable
                    && values != null) {
                Value.Mapping tests = conditions.get(Values.shown(test)) instanceof Value.Mapping known
                        ? known
                        : Value.Mapping.empty(map.location());
                put(tests, Values.shown(variable), single(values));
                put(conditions, Values.shown(test), tests);
            }
        }
        if (!conditions.entries().isEmpty()) {
            put(statement, "Condition", conditions);
        }
    }
}
