package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pod tells the scheduler and ECS has nothing for, each with what is done instead
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/).
 */
final class SchedulingFields {
    private static final String DEFAULT_SCHEDULER = "default-scheduler";
    private static final String RUNTIME = "runtimeClassName";
    private static final String PREEMPTS = "PreemptLowerPriority";

    /** The leaves it answers for. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.nowhere("pod.spec.nodeName"),
            OwnedField.nowhere("pod.spec.schedulerName", DEFAULT_SCHEDULER),
            OwnedField.nowhere("pod.spec.schedulingGates[].name"),
            OwnedField.nowhere("pod.spec.priority", "0"),
            OwnedField.nowhere("pod.spec.priorityClassName"),
            OwnedField.nowhere("pod.spec.preemptionPolicy", PREEMPTS),
            OwnedField.nowhere("pod.spec.runtimeClassName"),
            OwnedField.nowhere("pod.spec.overhead{}"),
            OwnedField.nowhere("pod.spec.schedulingGroup.podGroupName"));

    private final LaunchToEcs context;

    private SchedulingFields(LaunchToEcs context) {
        this.context = context;
    }

    static void say(LaunchToEcs context) {
        new SchedulingFields(context).say(context.template().getSpec());
    }

    private void say(PodSpec pod) {
        if (is(pod.getNodeName())) {
            say("no task is put on a node by name", "run it with aws ecs start-task on an instance", "nodeName");
        }
        if (is(pod.getSchedulerName()) && !pod.getSchedulerName().equals(DEFAULT_SCHEDULER)) {
            say("ECS itself places all tasks", "start tasks from elsewhere with aws ecs start-task", "schedulerName");
        }
        if (!pod.getSchedulingGates().isEmpty()) {
            say("nothing holds a task back", "create the service with desiredCount 0", "schedulingGates");
        }
        if (pod.getSchedulingGroup() != null) {
            say("tasks of a service start one by one", "run those that belong together as one task", "schedulingGroup");
        }
        priority(pod);
        if (is(pod.getRuntimeClassName())) {
            runtime(pod.getRuntimeClassName());
        }
        if (pod.getOverhead() != null && !pod.getOverhead().isEmpty()) {
            sayByItself("a task needs nothing beyond its containers", "overhead");
        }
    }

    private void priority(PodSpec pod) {
        boolean daemon = context.workload() instanceof DaemonSet;
        if (is(pod.getPriorityClassName())) {
            priority(daemon, "priorityClassName");
        }
        if (pod.getPriority() != null && pod.getPriority() != 0) {
            priority(daemon, "priority");
        }
        if (is(pod.getPreemptionPolicy()) && !pod.getPreemptionPolicy().equals(PREEMPTS)) {
            sayByItself("no task makes room for another", "preemptionPolicy");
        }
    }

    private void priority(boolean daemon, String field) {
        if (daemon) {
            sayByItself("ECS places daemons before other tasks, and stops them last", field);
        } else {
            say(
                    "no task goes before another, or makes room for it",
                    "give what must run a capacity provider of its own",
                    field);
        }
    }

    private void runtime(String name) {
        if (name.startsWith("nvidia")) {
            sayByItself("GPU-optimized instances use NVIDIA's runtime for tasks that ask for a GPU", RUNTIME);
        } else if (context.launchType() == LaunchType.FARGATE) {
            sayByItself("every task on Fargate has a kernel of its own", RUNTIME);
        } else {
            say("containers have the runtime of the instance", "run it on Fargate for a kernel of its own", RUNTIME);
        }
    }

    private static boolean is(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private void say(String message, @Nullable String hint, String field) {
        context.inPod().at("spec", field).report(FindingCode.SCHEDULING, message, hint);
    }

    private void sayByItself(String message, String field) {
        context.inPod().at("spec", field).report(FindingCode.FARGATE_PLACES, message);
    }
}
