package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.LaunchPreparation;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * ECS task override → the pod template of a task definition with the override applied, before anything is translated: a
 * command, a size, a role are replaced, variables of the environment added or changed. The targets of schedules give
 * overrides as a JSON text
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html).
 */
public final class TaskOverrides implements LaunchPreparation {
    private static final String OVERRIDES = "overrides";

    @Override
    public Term term() {
        return Term.TASK_OVERRIDE;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        for (String prefix : List.of("runTask.overrides.", "task.overrides.")) {
            ofTask(prefix, owned);
        }
        owned.add(OwnedField.to("eventRule.Targets[].Input", "pod.spec.containers[]", "{}"));
        owned.add(OwnedField.to("schedule.Target.Input", "pod.spec.containers[]", "{}"));
        return owned;
    }

    private static void ofTask(String from, List<OwnedField> owned) {
        owned.add(OwnedField.to(from + "cpu", "pod.spec.resources.limits.cpu", "0"));
        owned.add(OwnedField.to(from + "memory", "pod.spec.resources.limits.memory", "0"));
        owned.add(OwnedField.to(from + "taskRoleArn", "pod.spec.serviceAccountName"));
        owned.add(OwnedField.nowhere(from + "executionRoleArn"));
        owned.add(OwnedField.to(
                from + "ephemeralStorage.sizeInGiB", "pod.spec.containers[].resources.requests.ephemeral-storage"));
        for (String member : List.of("deviceName", "deviceType")) {
            owned.add(OwnedField.to(
                    from + "inferenceAcceleratorOverrides[]." + member, "pod.spec.containers[].resources.limits"));
        }
        String container = from + "containerOverrides[].";
        owned.add(OwnedField.to(container + "name", "pod.spec.containers[].name"));
        owned.add(OwnedField.to(container + "command[]", "pod.spec.containers[].args"));
        owned.add(OwnedField.to(container + "environment[].name", "pod.spec.containers[].env[].name"));
        owned.add(OwnedField.to(container + "environment[].value", "pod.spec.containers[].env[].value", ""));
        owned.add(OwnedField.to(container + "environmentFiles[].value", "pod.spec.containers[].envFrom"));
        owned.add(OwnedField.to(container + "environmentFiles[].type", "pod.spec.containers[].envFrom"));
        owned.add(OwnedField.to(container + "cpu", "pod.spec.containers[].resources.requests.cpu", "0"));
        owned.add(OwnedField.to(container + "memory", "pod.spec.containers[].resources.limits.memory", "0"));
        owned.add(
                OwnedField.to(container + "memoryReservation", "pod.spec.containers[].resources.requests.memory", "0"));
        owned.add(OwnedField.to(container + "resourceRequirements[].value", "pod.spec.containers[].resources.limits"));
        owned.add(OwnedField.to(container + "resourceRequirements[].type", "pod.spec.containers[].resources.limits"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public Launch prepare(Launch launch, BundleToKubernetes context) {
        Resource<?> by = launch.by();
        if (by == null || !(by.node().get(OVERRIDES) instanceof MappingNode overrides)) {
            return launch;
        }
        String name = launch.name();
        String who = name == null ? "run-task" : by.kind() + " " + name;
        OverriddenTask task = new OverriddenTask(launch.source(), who, context);
        task.apply(overrides);
        context.at(overrides)
                .report(
                        FindingCode.OVERRIDE_APPLIED,
                        "written into the pod template; on the way back it is the task definition's own");
        return new Launch(task.result(), by, launch.kind(), name, launch.cluster());
    }
}
