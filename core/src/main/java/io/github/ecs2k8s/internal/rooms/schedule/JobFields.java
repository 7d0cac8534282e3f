package io.github.ecs2k8s.internal.rooms.schedule;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a Job says beside its pod: how many tasks that makes, and what a task run on its own has nothing for. A CronJob says
 * the same of each of its Jobs
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html).
 */
final class JobFields {
    /** So many tasks one call of run-task starts. */
    private static final int MOST = 10;

    private static final int BACKOFF = 6;
    private static final String INDEX = "JOB_COMPLETION_INDEX";

    private final JobSpec spec;
    private final Object[] place;
    private static final Object[] RESTARTS = {"template", "spec", "restartPolicy"};

    private final LaunchToEcs context;

    /** The fields of a Job that stands somewhere in a workload. */
    JobFields(JobSpec spec, LaunchToEcs context, Object... place) {
        this.spec = spec;
        this.context = context;
        this.place = place.clone();
    }

    /** Every member of a Job's spec at a path. */
    static List<OwnedField> owned(String path) {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.to(path + "parallelism", "runTask.count", "1"));
        owned.add(OwnedField.to(path + "completions", "runTask.count", "1"));
        owned.add(OwnedField.to(path + "completionMode", "runTask.count", "NonIndexed"));
        owned.add(OwnedField.nowhere(path + "backoffLimit", "0"));
        owned.add(OwnedField.nowhere(path + "backoffLimitPerIndex", "0"));
        owned.add(OwnedField.nowhere(path + "maxFailedIndexes"));
        owned.add(OwnedField.nowhere(path + "suspend", "false"));
        owned.add(OwnedField.nowhere(path + "activeDeadlineSeconds"));
        owned.add(OwnedField.nowhere(path + "ttlSecondsAfterFinished"));
        owned.add(OwnedField.nowhere(path + "podFailurePolicy.**"));
        owned.add(OwnedField.nowhere(path + "podReplacementPolicy", "TerminatingOrFailed"));
        owned.add(OwnedField.nowhere(path + "successPolicy.**"));
        owned.add(OwnedField.nowhere(path + "scheduling.**"));
        owned.add(OwnedField.nowhere(path + "managedBy", "kubernetes.io/job-controller"));
        owned.add(OwnedField.nowhere(path + "manualSelector", "false"));
        owned.add(OwnedField.nowhere(path + "selector.**"));
        return owned;
    }

    /** How many tasks there are to start; null when it is the one of every request. */
    @Nullable Integer count() {
        int parallel = Math.max(1, Objects.requireNonNullElse(spec.getParallelism(), 1));
        Integer completions = spec.getCompletions();
        int count = completions == null ? parallel : Math.max(1, completions);
        if (count > 1 && completions == null) {
            find(
                    FindingCode.JOB_PARALLELISM,
                    count + " tasks start; that all end when one has done the work is up to them",
                    null,
                    "parallelism");
        } else if (count > parallel) {
            find(
                    FindingCode.JOB_PARALLELISM,
                    "all " + count + " tasks start at once, not " + parallel + " at a time",
                    "let a Step Functions state machine run them: Map with MaxConcurrency " + parallel
                            + " and ecs:runTask.sync",
                    spec.getParallelism() == null ? "completions" : "parallelism");
        }
        if (count > MOST) {
            find(
                    FindingCode.JOB_PARALLELISM,
                    "one call starts " + MOST + " tasks at most; " + MOST + " of " + count + " are written",
                    "call it again for the other " + (count - MOST),
                    completions == null ? "parallelism" : "completions");
        }
        return count == 1 ? null : Integer.valueOf(Math.min(count, MOST));
    }

    /** Says what there is no counterpart for. */
    void say() {
        sayIndex();
        sayRetries();
        if (spec.getActiveDeadlineSeconds() != null) {
            find(
                    FindingCode.TASK_DEADLINE,
                    "nothing ends the task after " + spec.getActiveDeadlineSeconds() + " s",
                    "begin the command with: timeout " + spec.getActiveDeadlineSeconds(),
                    "activeDeadlineSeconds");
        }
        if (spec.getTtlSecondsAfterFinished() != null) {
            setting("ECS shows a stopped task for about an hour, whatever is asked for", "ttlSecondsAfterFinished");
        }
        if (spec.getPodFailurePolicy() != null) {
            find(
                    FindingCode.JOB_RETRIES,
                    "how a task ended makes no difference: it is not started again",
                    "catch the event \"ECS Task State Change\" with an EventBridge rule, and look at exitCode",
                    "podFailurePolicy");
        }
        if (spec.getSuccessPolicy() != null) {
            setting("every task counts for itself: none ends because others were successful", "successPolicy");
        }
        if (spec.getMaxFailedIndexes() != null) {
            setting("every task counts for itself: none ends because others failed", "maxFailedIndexes");
        }
        if ("Failed".equals(spec.getPodReplacementPolicy())) {
            setting("no task is replaced", "podReplacementPolicy");
        }
        if (spec.getScheduling() != null) {
            setting("ECS starts each task as soon as there is room for it", "scheduling");
        }
        if (spec.getManagedBy() != null && !spec.getManagedBy().equals("kubernetes.io/job-controller")) {
            setting("no other controller takes care of a task", "managedBy");
        }
        if (Boolean.TRUE.equals(spec.getManualSelector())) {
            setting("a task belongs to its request; there is nothing to select", "manualSelector");
        }
    }

    /** ECS's own shape of several tasks is an indexed Job whose indices fail alone; others may count on their index. */
    private void sayIndex() {
        boolean asForward = Integer.valueOf(0).equals(spec.getBackoffLimitPerIndex()) && !readsIndex();
        if ("Indexed".equals(spec.getCompletionMode()) && !asForward) {
            find(
                    FindingCode.JOB_INDEX,
                    "the tasks do not know which of them they are: there is no " + INDEX,
                    "call run-task once for each, with " + INDEX + " in overrides.containerOverrides",
                    "completionMode");
        }
    }

    private boolean readsIndex() {
        PodSpec pod = context.template().getSpec();
        List<Container> all = new ArrayList<>(pod.getContainers());
        all.addAll(pod.getInitContainers());
        for (Container container : all) {
            boolean inText = String.join(" ", container.getCommand()).contains(INDEX)
                    || String.join(" ", container.getArgs()).contains(INDEX);
            for (EnvVar variable : container.getEnv()) {
                inText |= String.valueOf(variable.getValue()).contains(INDEX)
                        || String.valueOf(variable.getValueFrom()).contains("job-completion-index");
            }
            if (inText) {
                return true;
            }
        }
        return false;
    }

    private void sayRetries() {
        boolean perIndex = spec.getBackoffLimitPerIndex() != null;
        Integer limit = perIndex ? spec.getBackoffLimitPerIndex() : spec.getBackoffLimit();
        if (limit != null && limit == 0) {
            return;
        }
        int times = limit == null ? BACKOFF : limit;
        String field = perIndex ? "backoffLimitPerIndex" : "backoffLimit";
        boolean inPlace = "OnFailure".equals(context.template().getSpec().getRestartPolicy());
        find(
                FindingCode.JOB_RETRIES,
                inPlace
                        ? "ECS restarts the containers where they are, without a limit of " + times
                        : "a task that fails is not started again, not even " + times
                                + (times == 1 ? " time" : " times"),
                inPlace
                        ? "a container that ends within restartAttemptPeriod, 300 s unless set, is not restarted"
                        : "let a Step Functions state machine run it: ecs:runTask.sync with Retry",
                inPlace ? RESTARTS : new Object[] {field});
        if (inPlace && limit != null) {
            setting("ECS counts no failures", field);
        }
    }

    private void setting(String message, String field) {
        find(FindingCode.JOB_SETTING, message, null, field);
    }

    private void find(FindingCode code, String message, @Nullable String hint, Object... field) {
        Object[] path = new Object[place.length + field.length];
        System.arraycopy(place, 0, path, 0, place.length);
        System.arraycopy(field, 0, path, place.length, field.length);
        context.at(path).report(code, message, hint);
    }
}
