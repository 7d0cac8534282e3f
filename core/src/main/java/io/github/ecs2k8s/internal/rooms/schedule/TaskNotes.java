package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Task;

/** What describe-tasks tells of a task beside what was asked for: where it ran, what became of it, who started it. */
final class TaskNotes {
    private static final List<String> SCALARS = List.of(
            "taskArn",
            "availabilityZone",
            "capacityProviderName",
            "connectivity",
            "connectivityAt",
            "containerInstanceArn",
            "cpu",
            "createdAt",
            "desiredStatus",
            "executionStoppedAt",
            "healthStatus",
            "lastStatus",
            "memory",
            "platformFamily",
            "pullStartedAt",
            "pullStoppedAt",
            "startedAt",
            "startedBy",
            "group",
            "stopCode",
            "stoppedAt",
            "stoppedReason",
            "stoppingAt",
            "version");

    private static final List<String> STRUCTURES = List.of(
            "attachments",
            "attributes",
            "containers",
            "inferenceAccelerators",
            "ephemeralStorage",
            "fargateEphemeralStorage");

    private TaskNotes() {}

    /** Every member of a described task that this room answers for. */
    static List<OwnedField> owned() {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.to("task.taskDefinitionArn", "pod.spec"));
        owned.add(OwnedField.to("task.clusterArn", "workload.metadata.namespace"));
        owned.add(OwnedField.nowhere("task.launchType"));
        owned.add(OwnedField.nowhere("task.platformVersion", "LATEST"));
        owned.add(OwnedField.nowhere("task.enableExecuteCommand", "false"));
        SCALARS.forEach(note -> owned.add(OwnedField.nowhere("task." + note)));
        STRUCTURES.forEach(note -> owned.add(OwnedField.nowhere("task." + note + ".**")));
        return owned;
    }

    /** Whether something else started the task, which is said then. */
    static boolean sayOfOthers(Resource<Task> task, BundleToKubernetes context) {
        String group = Nodes.text(task.node(), "group");
        String starter = Nodes.text(task.node(), "startedBy");
        String whose = null;
        if (group != null && group.startsWith("service:")) {
            whose = "service " + group.substring("service:".length());
        } else if (starter != null && starter.startsWith("ecs-svc/")) {
            whose = "a service";
        } else if (starter != null && (starter.startsWith("events-rule/") || starter.startsWith("chronos-schedule/"))) {
            whose = "the schedule " + starter.substring(starter.indexOf('/') + 1);
        }
        if (whose != null) {
            context.at(task.node())
                    .report(
                            FindingCode.TASK_OF_OTHERS,
                            "this task was started by " + whose + "; nothing is written for it");
        }
        return whose != null;
    }

    /** The descriptions of tasks, by where they stand. */
    private record Described(Map<String, MappingNode> byPlace) {
        static Described of(BundleToKubernetes bundle) {
            Map<String, MappingNode> byPlace = new HashMap<>();
            for (Resource<Task> task : bundle.resources().of(Task.class)) {
                byPlace.put(task.node().place(), task.node());
            }
            return new Described(byPlace);
        }
    }

    /** Says which notes there are. */
    static void say(LaunchToKubernetes context) {
        MappingNode task = context.bundle()
                .fact(Described.class, Described::of)
                .byPlace()
                .get(context.node().place());
        if (task == null) {
            return;
        }
        context.bundle().at(task).report(FindingCode.TASK_AGAIN, "what was asked for is written, to be started anew");
        for (MappingNode.Entry entry : task.entries()) {
            boolean empty =
                    entry.value() instanceof SequenceNode list && list.items().isEmpty();
            boolean note = SCALARS.contains(entry.key()) || STRUCTURES.contains(entry.key());
            if (note && !empty && !entry.value().isNull()) {
                say(entry.key(), entry.value(), context);
            }
        }
    }

    private static void say(String note, Node value, LaunchToKubernetes context) {
        context.bundle()
                .at(value)
                .report(FindingCode.TASK_STATE, note + " is the task's own state or note; not written");
    }
}
