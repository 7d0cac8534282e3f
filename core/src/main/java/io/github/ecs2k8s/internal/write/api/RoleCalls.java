package io.github.ecs2k8s.internal.write.api;

import static io.github.ecs2k8s.internal.write.api.Drafts.reference;

import io.github.ecs2k8s.internal.write.LogicalIds;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.source.JsonPrinter;
import java.util.Map;

/** IAM roles: whom they trust, then what they allow; both are JSON in a text. */
final class RoleCalls {
    private static final int LONGEST_NAME = 64;

    private RoleCalls() {}

    static void add(Part part, Drafts drafts) {
        String trust = json(PlainTrees.map(part.members(), "AssumeRolePolicyDocument"));
        drafts.create(
                "iam create-role", part, PlainTrees.of("RoleName", name(part), "AssumeRolePolicyDocument", trust));
        for (Object item : PlainTrees.list(part.members(), "Policies")) {
            Map<String, Object> policy = PlainTrees.map(item);
            drafts.then(
                    "iam put-role-policy",
                    part,
                    PlainTrees.of(
                            "RoleName", reference(part),
                            "PolicyName", String.valueOf(policy.get("PolicyName")),
                            "PolicyDocument", json(PlainTrees.map(policy, "PolicyDocument"))));
        }
        for (Object arn : PlainTrees.list(part.members(), "ManagedPolicyArns")) {
            drafts.then("iam attach-role-policy", part, PlainTrees.of("RoleName", reference(part), "PolicyArn", arn));
        }
    }

    static String name(Part part) {
        String name = LogicalIds.kebab(part.logicalId());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String json(Map<String, Object> document) {
        return JsonPrinter.line(document);
    }
}
