package io.github.ecs2k8s.internal.write.api;

import static io.github.ecs2k8s.internal.write.api.Drafts.reference;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.source.JsonPrinter;
import java.util.LinkedHashMap;
import java.util.Map;

/** EventBridge rules with their targets, and schedules of EventBridge Scheduler. */
final class StartCalls {

    private StartCalls() {}

    static void add(Part part, Drafts drafts) {
        switch (part.kind()) {
            case SCHEDULE -> {
                Map<String, Object> body = drafts.create(
                        "scheduler create-schedule",
                        part,
                        "Name GroupName Description ScheduleExpression ScheduleExpressionTimezone StartDate EndDate"
                                + " FlexibleTimeWindow State KmsKeyArn ActionAfterCompletion Target");
                Drafts.require(body, "FlexibleTimeWindow", PlainTrees.of("Mode", "OFF"));
                Drafts.require(body, "Name", part.name());
            }
            default -> rule(part, drafts);
        }
    }

    private static void rule(Part part, Drafts drafts) {
        Map<String, Object> body = drafts.create(
                "events put-rule",
                part,
                "Name Description ScheduleExpression EventPattern State RoleArn EventBusName Tags");
        Drafts.require(body, "Name", part.name());
        if (body.get("EventPattern") instanceof Map<?, ?> pattern) {
            body.put("EventPattern", JsonPrinter.line(pattern));
        }
        Object targets = part.members().get("Targets");
        if (targets != null) {
            Map<String, Object> put = new LinkedHashMap<>();
            put.put("Rule", reference(part));
            put.putAll(PlainTrees.pick(part.members(), "EventBusName Targets"));
            drafts.then("events put-targets", part, put);
        }
    }
}
