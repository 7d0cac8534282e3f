package io.github.ecs2k8s.internal.rooms.start;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * Kubernetes lifecycle hooks, stop signal and termination message: ECS runs nothing in a container but its command, sends
 * the stop signal of the image, and notes an exit code and a reason.
 *
 * <p>One hook needs no counterpart: a pause before the stop, so that load balancers notice. ECS takes a task out of its
 * target groups and waits for them before it stops the task
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html,
 * https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/).
 */
public final class ContainerHooks implements ContainerCorrespondence {
    private static final String LIFECYCLE = "lifecycle";
    private static final String PRE_STOP = "preStop";
    private static final String POST_START = "postStart";
    private static final String MESSAGE_PATH = "/dev/termination-log";
    private static final String MESSAGE_POLICY = "File";

    @Override
    public Term term() {
        return Term.CONTAINER_HOOK;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of();
    }

    @Override
    public List<OwnedField> kubernetes() {
        String container = "pod.spec.containers[].";
        return List.of(
                OwnedField.nowhere(container + "lifecycle.postStart.**"),
                OwnedField.nowhere(container + "lifecycle.preStop.**"),
                OwnedField.nowhere(container + "lifecycle.stopSignal"),
                OwnedField.nowhere(container + "terminationMessagePath", MESSAGE_PATH),
                OwnedField.nowhere(container + "terminationMessagePolicy", MESSAGE_POLICY));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        // Nothing in a container definition says it.
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        if (from.getLifecycle() != null) {
            afterStart(from.getLifecycle().getPostStart(), context);
            beforeStop(from.getLifecycle().getPreStop(), context);
            signal(from.getLifecycle().getStopSignal(), context);
        }
        message(from.getTerminationMessagePath(), MESSAGE_PATH, "terminationMessagePath", context);
        message(from.getTerminationMessagePolicy(), MESSAGE_POLICY, "terminationMessagePolicy", context);
    }

    private static void afterStart(@Nullable LifecycleHandler hook, ContainerToEcs context) {
        if (hook != null) {
            context.at(LIFECYCLE, POST_START)
                    .report(
                            FindingCode.CONTAINER_HOOK,
                            "ECS runs nothing in " + context.container().getName() + " after its start",
                            "let the entry point do it, or a container that is not essential and depends on this one"
                                    + " with condition START");
        }
    }

    private static void beforeStop(@Nullable LifecycleHandler hook, ContainerToEcs context) {
        if (hook == null) {
            return;
        }
        if (hook.getSleep() != null || isSleep(hook.getExec())) {
            context.at(LIFECYCLE, PRE_STOP)
                    .report(
                            FindingCode.DRAINED_BEFORE_STOP,
                            "no pause is needed: ECS stops a task when its target groups have let go of it",
                            "the pause is the target group's deregistration_delay.timeout_seconds");
        } else {
            context.at(LIFECYCLE, PRE_STOP)
                    .report(
                            FindingCode.CONTAINER_HOOK,
                            "ECS runs nothing in " + context.container().getName()
                                    + " before its stop; it sends the stop signal",
                            "let the program do it on SIGTERM, or an entry point that traps it; stopTimeout is the time it has");
        }
    }

    /** Whether a command only waits: {@code sleep 15}, with or without a shell. */
    private static boolean isSleep(@Nullable ExecAction exec) {
        if (exec == null || exec.getCommand() == null || exec.getCommand().isEmpty()) {
            return false;
        }
        List<String> words = exec.getCommand();
        String last = words.get(words.size() - 1).trim();
        boolean direct = words.size() == 2 && isProgram(words.get(0), "sleep") && isNumber(last);
        boolean shell = words.size() == 3
                && words.get(1).equals("-c")
                && last.startsWith("sleep ")
                && isNumber(last.substring("sleep ".length()).trim());
        return direct || shell;
    }

    private static boolean isProgram(String word, String name) {
        return word.equals(name) || word.endsWith("/" + name);
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return i > 0 && i == word.length() - 1 && word.charAt(i) == 's';
            }
        }
        return !word.isEmpty();
    }

    private static void signal(@Nullable String signal, ContainerToEcs context) {
        if (signal != null) {
            context.at(LIFECYCLE, "stopSignal")
                    .report(
                            FindingCode.CONTAINER_HOOK,
                            "ECS sends the stop signal that the image names, SIGTERM if none",
                            "write STOPSIGNAL " + signal + " into the image's Dockerfile");
        }
    }

    private static void message(@Nullable String given, String otherwise, String field, ContainerToEcs context) {
        if (given != null && !given.equals(otherwise)) {
            context.at(field)
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS reads no termination message; a stopped task has an exit code and a stoppedReason",
                            "let the program log why it ends");
        }
    }
}
