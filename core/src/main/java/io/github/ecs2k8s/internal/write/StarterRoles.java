package io.github.ecs2k8s.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the roles with which EventBridge and EventBridge Scheduler start tasks where none is named: allowed to run the
 * task definition in the cluster, and to hand the task its roles
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html).
 */
final class StarterRoles {
    private final Parts parts;

    StarterRoles(Parts parts) {
        this.parts = parts;
    }

    void add() {
        for (Part schedule : parts.of(PartKind.SCHEDULE)) {
            add(schedule, PlainTrees.map(schedule.members(), "Target"), "scheduler.amazonaws.com");
        }
        for (Part rule : parts.of(PartKind.EVENT_RULE)) {
            for (Object target : PlainTrees.list(rule.members(), "Targets")) {
                add(rule, PlainTrees.map(target), "events.amazonaws.com");
            }
        }
    }

    private void add(Part starter, Map<String, Object> target, String service) {
        Map<String, Object> ecs = PlainTrees.map(target, "EcsParameters");
        String given = PlainTrees.get(target, "RoleArn") instanceof String text ? text : null;
        String wanted = given == null ? starter.logicalId() + "Role" : RoleNames.unknown(parts, given);
        if (ecs.isEmpty() || wanted == null || !(PlainTrees.get(ecs, "TaskDefinitionArn") instanceof String task)) {
            return;
        }
        Map<String, Object> role =
                Policies.role(service, "run-task", statements(task, ecs, PlainTrees.get(target, "Arn")));
        target.put(
                "RoleArn", "${" + parts.add(PartKind.STARTER_ROLE, wanted, role).logicalId() + ".Arn}");
    }

    private List<Object> statements(String task, Map<String, Object> ecs, @Nullable Object cluster) {
        List<Object> statements = new ArrayList<>();
        Map<String, Object> run = Policies.statement(List.of("ecs:RunTask"), List.of(anyRevision(task)));
        if (cluster instanceof String arn) {
            run.put("Condition", PlainTrees.of("ArnEquals", PlainTrees.of("ecs:cluster", arn)));
        }
        statements.add(run);
        if (ecs.containsKey("EnableECSManagedTags") || ecs.containsKey("PropagateTags") || ecs.containsKey("Tags")) {
            Map<String, Object> tag = Policies.statement(
                    List.of("ecs:TagResource"), List.of(Policies.PARTITION + "ecs" + Policies.HERE + "task/*"));
            tag.put("Condition", PlainTrees.of("StringEquals", PlainTrees.of("ecs:CreateAction", "RunTask")));
            statements.add(tag);
        }
        List<String> roles = roles(parts.meantBy(task));
        if (!roles.isEmpty()) {
            Map<String, Object> pass = Policies.statement(List.of("iam:PassRole"), roles);
            Map<String, Object> to = PlainTrees.of("iam:PassedToService", "ecs-tasks.amazonaws.com");
            pass.put("Condition", PlainTrees.of("StringEquals", to));
            statements.add(pass);
        }
        return statements;
    }

    /** The ARN of a family without a revision means the newest. */
    private static String anyRevision(String task) {
        return task.startsWith("arn:") && task.indexOf(':', task.lastIndexOf('/')) < 0 ? task + ":*" : task;
    }

    private static List<String> roles(@Nullable Part task) {
        List<String> roles = new ArrayList<>();
        for (String member : List.of("taskRoleArn", "executionRoleArn")) {
            String role = task == null ? null : task.text(member);
            if (role != null && !roles.contains(role)) {
                roles.add(role.startsWith("arn:") || role.contains("${") ? role : named(role));
            }
        }
        return roles;
    }

    private static String named(String role) {
        return Policies.PARTITION + "iam::${AWS::AccountId}:role/" + role;
    }
}
