package io.github.ecs2k8s.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements of IAM policies, collected: one for each set of actions, with all resources they are about. */
final class Policies {
    static final String PARTITION = "arn:${AWS::Partition}:";
    static final String HERE = ":${AWS::Region}:${AWS::AccountId}:";

    private final Map<List<String>, List<String>> statements = new LinkedHashMap<>();

    /** Allows actions on one more resource. */
    void allow(String resource, String... actions) {
        List<String> resources = statements.computeIfAbsent(List.of(actions), key -> new ArrayList<>());
        if (!resources.contains(resource)) {
            resources.add(resource);
        }
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    /** The statements, in the order in which actions were first allowed. */
    List<Object> statements() {
        List<Object> list = new ArrayList<>();
        statements.forEach((actions, resources) -> list.add(statement(actions, resources)));
        return list;
    }

    static Map<String, Object> statement(List<String> actions, List<String> resources) {
        return PlainTrees.of("Effect", "Allow", "Action", new ArrayList<Object>(actions), "Resource", only(resources));
    }

    private static Object only(List<String> resources) {
        return resources.size() == 1 ? resources.get(0) : new ArrayList<Object>(resources);
    }

    /** The members of a role that a service assumes, with one policy of its own. */
    static Map<String, Object> role(String service, String policyName, List<Object> statements) {
        Map<String, Object> role = trustedBy(service);
        Map<String, Object> document = PlainTrees.of("Version", "2012-10-17", "Statement", statements);
        role.put("Policies", List.of(PlainTrees.of("PolicyName", policyName, "PolicyDocument", document)));
        return role;
    }

    /** The members of a role that a service assumes, with a policy that AWS keeps. */
    static Map<String, Object> managed(String service, String policy) {
        Map<String, Object> role = trustedBy(service);
        role.put("ManagedPolicyArns", List.of(PARTITION + "iam::aws:policy/" + policy));
        return role;
    }

    private static Map<String, Object> trustedBy(String service) {
        Map<String, Object> statement = PlainTrees.of(
                "Effect", "Allow", "Principal", PlainTrees.of("Service", service), "Action", "sts:AssumeRole");
        return PlainTrees.of(
                "AssumeRolePolicyDocument", PlainTrees.of("Version", "2012-10-17", "Statement", List.of(statement)));
    }
}
