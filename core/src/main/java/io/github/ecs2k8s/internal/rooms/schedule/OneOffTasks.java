package io.github.ecs2k8s.internal.rooms.schedule;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.options.WorkloadKind;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.LaunchPlanner;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * ECS task that run-task starts, or describe-tasks shows ⇄ Job that is never tried again, or Pod. Tasks that a service or a
 * schedule has started belong to those.
 *
 * <p>A count of tasks is an indexed Job: the trap is that an ordinary Job ends all its Pods when one of them fails, where
 * ECS lets the others be
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html,
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/#backoff-limit-per-index).
 */
public final class OneOffTasks implements LaunchPlanner, LaunchCorrespondence {
    /** The Kubernetes minor version from which an index may fail alone. */
    private static final int LIMIT_PER_INDEX = 29;

    private static final String GROUP = "ecs2k8s.io/group";
    private static final String STARTED_BY = "ecs2k8s.io/started-by";

    @Override
    public Term term() {
        return Term.ONE_OFF_TASK;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.to("runTask.taskDefinition", "pod.spec"));
        owned.add(OwnedField.to("runTask.cluster", "workload.metadata.namespace", "default"));
        owned.add(OwnedField.to("runTask.count", "workload.spec.completions", "0 or 1"));
        owned.add(OwnedField.to("runTask.group", "workload.metadata.annotations"));
        owned.add(OwnedField.to("runTask.startedBy", "workload.metadata.annotations"));
        owned.add(OwnedField.nowhere("runTask.referenceId"));
        owned.add(OwnedField.nowhere("runTask.clientToken"));
        owned.addAll(TaskNotes.owned());
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>(JobFields.owned("Job.spec."));
        owned.add(OwnedField.nowhere("pod.spec.activeDeadlineSeconds"));
        return owned;
    }

    @Override
    public List<Launch> launches(BundleToKubernetes context) {
        List<Launch> launches = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Resource<RunTaskRequest> request : context.resources().of(RunTaskRequest.class)) {
            launches.add(launch(request, request.node(), names, context));
        }
        for (Resource<Task> task : context.resources().of(Task.class)) {
            context.use(task);
            if (!TaskNotes.sayOfOthers(task, context)) {
                launches.add(launch(TaskRequests.ofTask(task.node(), context), task.node(), names, context));
            }
        }
        return launches;
    }

    private static Launch launch(
            Resource<RunTaskRequest> request, MappingNode place, Set<String> names, BundleToKubernetes context) {
        String reference = request.value().taskDefinition();
        Launch launch = new Launch(
                TaskReferences.of(context, request, null).resolve(reference, "taskDefinition"),
                request,
                context.options().kind() == WorkloadKind.POD ? WorkloadKind.POD : WorkloadKind.JOB,
                null,
                request.value().cluster());
        String family = launch.source().definition().family();
        if (names.add(family)) {
            return launch;
        }
        return new Launch(launch.source(), request, launch.kind(), family + "-" + stem(place), launch.cluster());
    }

    /** What tells one request from others that run the same family: its file, and where in it. */
    private static String stem(Node place) {
        String file = place.location().file();
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.indexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name)
                + place.pointer().toString().replace('/', '-');
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        RunTaskRequest request = context.runTask();
        if (request == null) {
            return;
        }
        if (request.count() != null && request.count() > 1) {
            repeat(request.count(), context);
        }
        if (context.launch().by() != null && context.launch().by().kind() == ResourceKind.TASK) {
            TaskNotes.say(context);
        } else {
            keep(GROUP, "group", context);
            keep(STARTED_BY, "startedBy", context);
        }
        for (String token : List.of("clientToken", "referenceId")) {
            if (context.node().has(token)) {
                context.at(token)
                        .report(
                                FindingCode.READ_ONLY_FIELD,
                                token + " tells one call of the API from another; not written");
            }
        }
    }

    private static void keep(String annotation, String member, LaunchToKubernetes context) {
        String value = Nodes.text(context.node(), member);
        if (value != null) {
            context.annotate(annotation, value);
            context.at(member)
                    .report(
                            FindingCode.TASK_GROUP,
                            "Jobs have no " + (member.equals("group") ? "task group" : "starter")
                                    + "; it is kept in annotation " + annotation);
        }
    }

    private static void repeat(int count, LaunchToKubernetes context) {
        JobSpec spec = spec(context);
        if (spec == null) {
            context.at("count")
                    .report(
                            FindingCode.TASK_COUNT,
                            "a Pod is one task; " + count + " were asked for",
                            "leave --kind out: a Job has a count");
            return;
        }
        spec.setParallelism(count);
        spec.setCompletions(count);
        if (context.target().version().atLeast(LIMIT_PER_INDEX)) {
            spec.setCompletionMode("Indexed");
            spec.setBackoffLimit(null);
            spec.setBackoffLimitPerIndex(0);
        } else {
            context.at("count")
                    .report(
                            FindingCode.TASK_COUNT,
                            "before Kubernetes 1." + LIMIT_PER_INDEX
                                    + " one task that fails ends the others of its Job");
        }
    }

    private static @Nullable JobSpec spec(LaunchToKubernetes context) {
        if (context.workload() instanceof Job job) {
            return job.getSpec();
        }
        return context.workload() instanceof CronJob job
                ? job.getSpec().getJobTemplate().getSpec()
                : null;
    }

    @Override
    public void toEcs(LaunchToEcs context) {
        String hook = HookJobs.startedBy(context);
        context.runTask()
                .taskDefinition("${" + context.task().logicalId() + "}")
                .group(context.annotations().get(GROUP))
                .startedBy(hook == null ? context.annotations().get(STARTED_BY) : hook);
        if (context.workload() instanceof Job job) {
            JobFields fields = new JobFields(job.getSpec(), context, "spec");
            context.runTask().count(fields.count());
            fields.say();
        }
        sayRestarts(context);
        Long deadline = context.template().getSpec().getActiveDeadlineSeconds();
        if (deadline != null) {
            context.all()
                    .at(PodTemplates.node(context.located()), "spec", "activeDeadlineSeconds")
                    .report(
                            FindingCode.TASK_DEADLINE,
                            "nothing ends the task after " + deadline + " s",
                            "begin the command with: timeout " + deadline);
        }
    }

    private static void sayRestarts(LaunchToEcs context) {
        if (context.workload() instanceof Pod pod
                && pod.getSpec() != null
                && "OnFailure".equals(pod.getSpec().getRestartPolicy())) {
            context.at("spec", "restartPolicy")
                    .report(
                            FindingCode.JOB_RETRIES,
                            "ECS restarts the containers where they are",
                            "a container that ends within restartAttemptPeriod, 300 s unless set, is not restarted");
        }
    }

    @Override
    public void starts(BundleToEcs context) {
        for (LaunchToEcs workload : HookJobs.inOrder(context.workloads())) {
            if (workload.service() != null
                    || !(workload.workload() instanceof Job || workload.workload() instanceof Pod)) {
                continue;
            }
            if (workload.workload() instanceof Job job
                    && Boolean.TRUE.equals(job.getSpec().getSuspend())) {
                workload.at("spec", "suspend")
                        .report(
                                FindingCode.JOB_SUSPENDED,
                                "the Job waits until somebody resumes it; only its task definition is written",
                                "when it shall run: aws ecs run-task --task-definition " + Shell.word(workload.name()));
                context.at(workload.located().node(), "spec", "template", "spec", "restartPolicy")
                        .resolved();
            } else {
                HookJobs.say(workload);
                context.add(
                        ResourceKind.RUN_TASK, workload.runTask().build(), context.logicalId(workload.name(), "Task"));
            }
        }
    }
}
