package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.ecs.HookTasks;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Running a task and waiting for its end. {@code aws ecs wait tasks-stopped} gives up after ten minutes, so a loop asks; a
 * container without an exit code never ran, which is a failure too. Sidecars end when the task does, with whatever code.
 */
final class HookCommands {
    private final List<ApiCall> calls;
    private boolean awaited;

    HookCommands(List<ApiCall> calls) {
        this.calls = calls;
    }

    static boolean isHook(ApiCall call) {
        return call.part().kind() == PartKind.RUN_TASK && HookTasks.isAwaited(startedBy(call));
    }

    private static @Nullable String startedBy(ApiCall call) {
        return call.body().get("startedBy") instanceof String text ? text : null;
    }

    /** The commands for a call of run-task, given as it would stand alone. */
    String run(ApiCall call, String command) {
        String cluster = word(call.body().get("cluster"));
        String name = call.part().name();
        String describe = "$(aws ecs describe-tasks --cluster " + cluster + " --tasks $TASKS \\\n        --query ";
        StringBuilder text = new StringBuilder();
        if (HookTasks.AFTER.equals(startedBy(call)) && !awaited) {
            awaited = true;
            awaitServices(text);
        }
        text.append("TASKS=$(").append(command).append(" \\\n    --query 'tasks[].taskArn' --output text)\n");
        text.append("[ -n \"$TASKS\" ]\n");
        text.append("until [ \"")
                .append(describe)
                .append("'length(tasks[?lastStatus!=`STOPPED`])' --output text)\" = 0 ]; do sleep 5; done\n");
        text.append("[ \"").append(describe).append(Shell.word(failures(call))).append(" --output text)\" = 0 ] \\\n");
        return text.append("    || { echo ")
                .append(Shell.word("a container of " + name + " has failed"))
                .append(" >&2; exit 1; }\n")
                .toString();
    }

    /** How many containers did not end well. */
    private String failures(ApiCall call) {
        StringBuilder condition = new StringBuilder("exitCode!=`0`");
        for (String sidecar : sidecars(call)) {
            condition.append(" && name!='").append(sidecar).append('\'');
        }
        return "length(tasks[].containers[?" + condition + "][])";
    }

    private Set<String> sidecars(ApiCall call) {
        Set<String> sidecars = new TreeSet<>();
        Part task = taskDefinition(call.part().text("taskDefinition"));
        List<Object> containers = task == null ? List.of() : PlainTrees.list(task.members(), "containerDefinitions");
        for (Object container : containers) {
            for (Object dependency : PlainTrees.list(PlainTrees.map(container), "dependsOn")) {
                Object condition = PlainTrees.map(dependency).get("condition");
                if ("START".equals(condition) || "HEALTHY".equals(condition)) {
                    sidecars.add(String.valueOf(PlainTrees.map(dependency).get("containerName")));
                }
            }
        }
        return sidecars;
    }

    private @Nullable Part taskDefinition(@Nullable String reference) {
        for (ApiCall call : calls) {
            if (call.part().kind() == PartKind.TASK_DEFINITION
                    && reference != null
                    && reference.equals("${" + Parts.base(call.part().logicalId()) + "}")) {
                return call.part();
            }
        }
        return null;
    }

    private void awaitServices(StringBuilder text) {
        List<ApiCall> services = new ArrayList<>();
        for (ApiCall call : calls) {
            if (call.part().kind() == PartKind.SERVICE && call.creates()) {
                services.add(call);
            }
        }
        for (ApiCall service : services) {
            text.append("until aws ecs wait services-stable --cluster ")
                    .append(word(service.body().get("cluster")))
                    .append(" --services ")
                    .append(word(service.body().get("serviceName")))
                    .append("; do sleep 5; done\n");
        }
    }

    /** A text of a call as one word of the shell; it is a variable, or known. */
    private static String word(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.startsWith("${") && text.endsWith("}") ? '"' + text + '"' : Shell.word(text);
    }
}
