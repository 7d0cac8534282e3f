package io.github.ecs2k8s.internal.rooms.schedule;

import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of rules and schedules: where they go, and what is said of those that go nowhere. */
final class ScheduleFields {
    private static final List<String> NOTES = List.of("CreationDate", "LastModificationDate", "ManagedBy");
    private static final List<String> SETTINGS =
            List.of("RoleArn", "EventBusName", "KmsKeyArn", "ActionAfterCompletion");

    /** Members of targets that are for other services. */
    private static final List<String> OF_OTHERS = List.of(
            "KinesisParameters",
            "RunCommandParameters",
            "BatchParameters",
            "SqsParameters",
            "HttpParameters",
            "RedshiftDataParameters",
            "SageMakerPipelineParameters",
            "AppSyncParameters",
            "EventBridgeParameters");

    private ScheduleFields() {}

    /** Every member that this room answers for. */
    static List<OwnedField> owned() {
        List<OwnedField> owned = new ArrayList<>();
        common("eventRule.", owned);
        common("schedule.", owned);
        owned.add(OwnedField.nowhere("eventRule.EventPattern.**"));
        owned.add(OwnedField.nowhere("eventRule.ManagedBy"));
        owned.add(OwnedField.nowhere("eventRule.RoleArn"));
        owned.add(OwnedField.nowhere("eventRule.EventBusName", "default"));
        owned.add(OwnedField.nowhere("eventRule.Tags[].Key"));
        owned.add(OwnedField.nowhere("eventRule.Tags[].Value"));
        owned.add(OwnedField.nowhere("schedule.ActionAfterCompletion", "NONE"));
        owned.add(OwnedField.nowhere("schedule.CreationDate"));
        owned.add(OwnedField.nowhere("schedule.LastModificationDate"));
        owned.add(OwnedField.nowhere("schedule.StartDate"));
        owned.add(OwnedField.nowhere("schedule.EndDate"));
        owned.add(OwnedField.nowhere("schedule.FlexibleTimeWindow.Mode", "OFF"));
        owned.add(OwnedField.nowhere("schedule.FlexibleTimeWindow.MaximumWindowInMinutes"));
        owned.add(OwnedField.to("schedule.GroupName", "workload.metadata.annotations", "default"));
        owned.add(OwnedField.nowhere("schedule.KmsKeyArn"));
        owned.add(OwnedField.to("schedule.ScheduleExpressionTimezone", "workload.spec.timeZone", "UTC"));
        target("eventRule.Targets[].", owned);
        owned.add(OwnedField.to("eventRule.Targets[].Id", "workload.metadata.annotations"));
        owned.add(OwnedField.nowhere("eventRule.Targets[].InputPath"));
        owned.add(OwnedField.nowhere("eventRule.Targets[].InputTransformer.InputPathsMap{}"));
        owned.add(OwnedField.nowhere("eventRule.Targets[].InputTransformer.InputTemplate"));
        target("schedule.Target.", owned);
        others("eventRule.Targets[].", OF_OTHERS.subList(0, OF_OTHERS.size() - 1), owned);
        others(
                "schedule.Target.",
                List.of("KinesisParameters", "SqsParameters", "SageMakerPipelineParameters", "EventBridgeParameters"),
                owned);
        return owned;
    }

    private static void common(String of, List<OwnedField> owned) {
        owned.add(OwnedField.to(of + "Name", "workload.metadata.name"));
        owned.add(OwnedField.to(of + "Arn", "workload.metadata.annotations"));
        owned.add(OwnedField.to(of + "Description", "workload.metadata.annotations"));
        owned.add(OwnedField.to(of + "ScheduleExpression", "workload.spec.schedule"));
        owned.add(OwnedField.to(of + "State", "workload.spec.suspend", "ENABLED"));
    }

    private static void others(String of, List<String> members, List<OwnedField> owned) {
        members.forEach(member -> owned.add(OwnedField.nowhere(of + member + ".**")));
    }

    private static void target(String of, List<OwnedField> owned) {
        owned.add(OwnedField.to(of + "Arn", "workload.metadata.namespace"));
        owned.add(OwnedField.nowhere(of + "RoleArn"));
        owned.add(OwnedField.nowhere(of + "DeadLetterConfig.Arn"));
        owned.add(OwnedField.nowhere(of + "RetryPolicy.MaximumRetryAttempts", "185"));
        owned.add(OwnedField.to(of + "RetryPolicy.MaximumEventAgeInSeconds", "workload.spec.startingDeadlineSeconds"));
        String ecs = of + "EcsParameters.";
        owned.add(OwnedField.to(ecs + "TaskDefinitionArn", "pod.spec"));
        owned.add(OwnedField.to(ecs + "TaskCount", "workload.spec.jobTemplate.spec.completions", "1"));
        owned.add(OwnedField.nowhere(ecs + "LaunchType"));
        owned.add(OwnedField.nowhere(ecs + "PlatformVersion", "LATEST"));
        owned.add(OwnedField.to(ecs + "Group", "workload.metadata.annotations"));
        owned.add(OwnedField.nowhere(ecs + "EnableECSManagedTags", "false"));
        owned.add(OwnedField.nowhere(ecs + "EnableExecuteCommand", "false"));
        owned.add(OwnedField.nowhere(ecs + "PropagateTags"));
        owned.add(OwnedField.nowhere(ecs + "ReferenceId"));
        owned.add(OwnedField.to(ecs + "Tags[].Key", "workload.metadata.labels"));
        owned.add(OwnedField.to(ecs + "Tags[].Value", "workload.metadata.labels", ""));
        placed(ecs, owned);
    }

    /** What the rooms of the network and of placement translate: they see it in the words of run-task. */
    private static void placed(String ecs, List<OwnedField> owned) {
        String network = ecs + "NetworkConfiguration.AwsvpcConfiguration.";
        owned.add(OwnedField.nowhere(network + "Subnets[]"));
        owned.add(OwnedField.to(network + "SecurityGroups[]", "NetworkPolicy.spec"));
        owned.add(OwnedField.nowhere(network + "AssignPublicIp", "DISABLED"));
        String capacity = ecs + "CapacityProviderStrategy[].";
        owned.add(OwnedField.to(capacity + "CapacityProvider", "pod.spec.affinity"));
        owned.add(OwnedField.to(capacity + "Weight", "pod.spec.affinity", "0"));
        owned.add(OwnedField.nowhere(capacity + "Base", "0"));
        owned.add(OwnedField.to(ecs + "PlacementConstraints[].Type", "pod.spec.affinity", "memberOf"));
        owned.add(OwnedField.to(ecs + "PlacementConstraints[].Expression", "pod.spec.affinity"));
        owned.add(OwnedField.to(ecs + "PlacementStrategy[].Type", "pod.spec.topologySpreadConstraints"));
        owned.add(OwnedField.to(ecs + "PlacementStrategy[].Field", "pod.spec.topologySpreadConstraints"));
    }

    /** Says what has no counterpart; what the rule's targets share is said once. */
    static void say(ScheduledTarget target, CronJobSpec spec, LaunchToKubernetes context) {
        MappingNode schedule = target.schedule().node();
        if (target.first()) {
            for (String note : NOTES) {
                say(
                        FindingCode.READ_ONLY_FIELD,
                        note + " is the service's own note; not written",
                        schedule,
                        context,
                        note);
            }
            for (String setting : SETTINGS) {
                sayUnlessDefault(setting, schedule, context);
            }
            say(FindingCode.SCHEDULE_SETTING, "tags of the rule are not written", schedule, context, "Tags");
            sayPeriod(schedule, context);
            sayWindow(schedule, context);
        }
        MappingNode node = target.node();
        sayUnlessDefault("RoleArn", node, context);
        say(
                FindingCode.SCHEDULE_SETTING,
                "what could not be started is not kept; the CronJob's events and failed Jobs tell",
                node,
                context,
                "DeadLetterConfig");
        retries(node, spec, context);
        sayInput(node, context);
        for (String other : OF_OTHERS) {
            say(FindingCode.SCHEDULE_SETTING, other + " is for another kind of target", node, context, other);
        }
    }

    private static void sayUnlessDefault(String setting, MappingNode node, LaunchToKubernetes context) {
        String value = Nodes.text(node, setting);
        if (value == null || value.equals("default") || value.equals("NONE")) {
            return;
        }
        String message = switch (setting) {
            case "RoleArn" -> "no role is needed to start a Job: the CronJob controller does it";
            case "EventBusName" -> "a CronJob has no event bus; " + value + " is not written";
            case "ActionAfterCompletion" -> "a CronJob is not deleted after its last start";
            default -> setting + " of the schedule is not written";
        };
        say(FindingCode.SCHEDULE_SETTING, message, node, context, setting);
    }

    private static void sayPeriod(MappingNode node, LaunchToKubernetes context) {
        if (node.has("StartDate")) {
            period(
                    "the CronJob starts from now on, not from " + Nodes.text(node, "StartDate"),
                    node,
                    context,
                    "StartDate");
        }
        if (node.has("EndDate")) {
            period("the CronJob has no end, not even at " + Nodes.text(node, "EndDate"), node, context, "EndDate");
        }
    }

    private static void period(String message, MappingNode node, LaunchToKubernetes context, String member) {
        String hint = member.equals("StartDate")
                ? "apply it on that day"
                : "on that day: kubectl patch cronjob " + context.name() + " -p '{\"spec\":{\"suspend\":true}}'";
        context.bundle().at(node, member).report(FindingCode.SCHEDULE_PERIOD, message, hint);
    }

    private static void sayWindow(MappingNode node, LaunchToKubernetes context) {
        MappingNode window = Nodes.object(node, "FlexibleTimeWindow");
        String mode = window == null ? null : Nodes.text(window, "Mode");
        boolean flexible = mode != null && !mode.equals("OFF");
        if (flexible || window != null && window.has("MaximumWindowInMinutes")) {
            say(
                    FindingCode.SCHEDULE_WINDOW,
                    flexible
                            ? "Jobs start when the flexible time window opens, not at any time within it"
                            : "the flexible time window is off; its length says nothing",
                    node,
                    context,
                    "FlexibleTimeWindow");
        }
    }

    /** How long EventBridge tries to start is how late a CronJob may start. */
    private static void retries(MappingNode target, CronJobSpec spec, LaunchToKubernetes context) {
        MappingNode policy = Nodes.object(target, "RetryPolicy");
        if (policy == null) {
            return;
        }
        Long seconds = number(policy.get("MaximumEventAgeInSeconds"));
        if (seconds != null && seconds > 0) {
            spec.setStartingDeadlineSeconds(seconds);
        }
        Long attempts = number(policy.get("MaximumRetryAttempts"));
        if (attempts != null && attempts != 185) {
            context.bundle()
                    .at(policy, "MaximumRetryAttempts")
                    .report(
                            FindingCode.SCHEDULE_SETTING,
                            "how often a start is tried is not limited, only for how long");
        }
    }

    private static @Nullable Long number(@Nullable Node node) {
        try {
            return node instanceof ScalarNode scalar ? Long.valueOf(scalar.text()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static void sayInput(MappingNode target, LaunchToKubernetes context) {
        for (String member : List.of("InputPath", "InputTransformer")) {
            if (target.has(member)) {
                context.bundle()
                        .at(target, member)
                        .report(
                                FindingCode.EVENT_INPUT,
                                "there is no event to make overrides from; the task definition is written as it is",
                                "set the variables of CronJob " + context.name()
                                        + ", or let what receives the event start the Job");
            }
        }
    }

    private static void say(
            FindingCode code, String message, MappingNode node, LaunchToKubernetes context, String member) {
        if (node.has(member)) {
            context.bundle().at(node, member).report(code, message);
        }
    }
}
