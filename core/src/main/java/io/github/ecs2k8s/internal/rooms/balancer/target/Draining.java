package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deregistration delay of a target group ⇄ preStop hook that sleeps.
 *
 * <p>ECS takes a task out of its target groups, waits until they have let go of it, and only then stops its containers;
 * Kubernetes sends SIGTERM at the same moment as it takes the pod out. So that requests under way are answered, the
 * containers wait as long, and the pod gets as much more time
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay,
 * https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/).
 */
public final class Draining {
    private static final String DELAY = "deregistration_delay.timeout_seconds";
    private static final int GRACE = 30;
    private static final int LONGEST = 3600;
    private static final int LEAST = 2;

    private Draining() {}

    /** Whether an attribute is the delay. */
    public static boolean isDelay(Attribute attribute) {
        return DELAY.equals(attribute.key());
    }

    /** Lets the containers of a pod wait for its target group. */
    public static void write(Resource<TargetGroup> group, LaunchToKubernetes launch) {
        List<Attribute> attributes = group.value().targetGroupAttributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (isDelay(attributes.get(i))) {
                write(seconds(attributes.get(i).value()), group, i, launch);
            }
        }
    }

    private static int seconds(@Nullable String value) {
        try {
            return value == null ? -1 : Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void write(int seconds, Resource<TargetGroup> group, int index, LaunchToKubernetes launch) {
        if (seconds < 0 || seconds > LONGEST) {
            say(
                    FindingCode.INVALID_VALUE,
                    "the delay is a number of seconds from 0 to 3600; pods stop without waiting",
                    group,
                    index,
                    launch);
            return;
        }
        if (seconds == 0) {
            say(FindingCode.TARGET_GROUP_DRAINING, "pods stop without waiting, as tasks did", group, index, launch);
            return;
        }
        // The sleep action is on by default from 1.30 on; no shell is needed in the image.
        if (!launch.target().version().atLeast(30)) {
            say(
                    FindingCode.TARGET_GROUP_DRAINING,
                    "pods stop at once instead of after " + seconds
                            + " seconds; Kubernetes 1.30 is the first that can wait",
                    group,
                    index,
                    launch);
            return;
        }
        sleep(seconds, launch.task().pod());
        say(
                FindingCode.TARGET_GROUP_DRAINING,
                "containers get SIGTERM " + seconds + " seconds after the pod has left its Services, as ECS waits",
                group,
                index,
                launch);
    }

    private static void sleep(int seconds, PodSpec pod) {
        int before = 0;
        for (Container container : pod.getContainers()) {
            before = Math.max(before, sleeping(container));
            if (container.getLifecycle() == null) {
                container.setLifecycle(new Lifecycle());
            }
            if (container.getLifecycle().getPreStop() == null || sleeping(container) > 0) {
                LifecycleHandler handler = new LifecycleHandler();
                handler.setSleep(new SleepAction((long) Math.max(seconds, sleeping(container))));
                container.getLifecycle().setPreStop(handler);
            }
        }
        if (seconds > before) {
            long grace =
                    pod.getTerminationGracePeriodSeconds() == null ? GRACE : pod.getTerminationGracePeriodSeconds();
            pod.setTerminationGracePeriodSeconds(grace + seconds - before);
        }
    }

    private static int sleeping(Container container) {
        LifecycleHandler handler = container.getLifecycle() == null
                ? null
                : container.getLifecycle().getPreStop();
        if (handler == null || handler.getSleep() == null) {
            return handler == null || handler.getExec() == null
                    ? 0
                    : sleeping(handler.getExec().getCommand());
        }
        Long seconds = handler.getSleep().getSeconds();
        return seconds == null ? 0 : seconds.intValue();
    }

    /** The seconds of {@code sleep 15}, with or without a shell before it. */
    private static int sleeping(List<String> command) {
        String line = String.join(" ", command).trim();
        int sleep = line.indexOf("sleep ");
        boolean alone =
                sleep == 0 || (sleep > 0 && line.substring(0, sleep).trim().endsWith("sh -c"));
        return alone ? Math.max(0, seconds(line.substring(sleep + "sleep ".length()))) : 0;
    }

    /**
     * Takes the time that containers wait before they stop from the time they have for it: the target group waits, and ECS
     * counts from SIGTERM on.
     */
    public static void shorten(PodDraft draft) {
        int longest = longest(draft.pod());
        if (longest > 0 && !ReachableContainers.targets(draft).isEmpty()) {
            Long given = draft.pod().getTerminationGracePeriodSeconds();
            long grace = given == null ? GRACE : given;
            draft.edit().setTerminationGracePeriodSeconds(Math.max(LEAST, grace - longest));
        }
    }

    private static int longest(PodSpec pod) {
        int longest = 0;
        for (Container container : pod.getContainers()) {
            longest = Math.max(longest, sleeping(container));
        }
        return longest;
    }

    /** The delay for which the containers of a pod wait before they stop, unless the attributes have one. */
    static void read(PodSpec pod, List<Attribute> attributes) {
        int longest = longest(pod);
        if (longest > 0) {
            ServiceTargetGroups.add(attributes, DELAY, String.valueOf(Math.min(longest, LONGEST)));
        }
    }

    private static void say(
            FindingCode code, String message, Resource<TargetGroup> group, int index, LaunchToKubernetes launch) {
        launch.bundle().at(group.node(), "TargetGroupAttributes", index).report(code, message);
    }
}
