package io.github.ecs2k8s.internal.rooms.schedule;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.ecs.resource.EventRule;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Schedule;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.options.WorkloadKind;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.LaunchPlanner;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/**
 * EventBridge rule or schedule that runs an ECS task ⇄ CronJob.
 *
 * <p>EventBridge starts a task whether or not the last one still runs: {@code concurrencyPolicy: Allow}. A rule's times
 * are UTC, a schedule's are in its own time zone; a CronJob without one would take that of the control plane. A CronJob
 * becomes a schedule of EventBridge Scheduler, since that has a time zone
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html,
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html,
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/).
 */
public final class Schedules implements LaunchPlanner, LaunchCorrespondence {
    /** Runs that ended, kept so that one can look at them; ECS shows stopped tasks for an hour. */
    private static final int HISTORY = 3;

    @Override
    public Term term() {
        return Term.SCHEDULE;
    }

    @Override
    public List<OwnedField> ecs() {
        return ScheduleFields.owned();
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>();
        String cron = "CronJob.spec.";
        owned.add(OwnedField.to(cron + "schedule", "schedule.ScheduleExpression"));
        owned.add(OwnedField.to(cron + "timeZone", "schedule.ScheduleExpressionTimezone"));
        owned.add(OwnedField.to(cron + "suspend", "schedule.State", "false"));
        owned.add(OwnedField.to(
                cron + "startingDeadlineSeconds", "schedule.Target.RetryPolicy.MaximumEventAgeInSeconds"));
        owned.add(OwnedField.nowhere(cron + "concurrencyPolicy", "Allow"));
        owned.add(OwnedField.nowhere(cron + "successfulJobsHistoryLimit", "3"));
        owned.add(OwnedField.nowhere(cron + "failedJobsHistoryLimit", "1 or 3"));
        String metadata = cron + "jobTemplate.metadata.";
        owned.add(OwnedField.nowhere(metadata + "name"));
        owned.add(OwnedField.nowhere(metadata + "labels{}"));
        owned.add(OwnedField.nowhere(metadata + "annotations{}"));
        owned.addAll(JobFields.owned(cron + "jobTemplate.spec."));
        return owned;
    }

    @Override
    public List<Launch> launches(BundleToKubernetes context) {
        List<Launch> launches = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Resource<?>> schedules = new ArrayList<>();
        schedules.addAll(context.resources().of(EventRule.class));
        schedules.addAll(context.resources().of(Schedule.class));
        for (Resource<?> schedule : schedules) {
            context.use(schedule);
            List<ScheduledTarget> targets = ScheduledTarget.ofEcs(schedule);
            sayOthers(schedule, targets, context);
            for (ScheduledTarget target : targets) {
                launches.add(launch(target, names, context));
            }
        }
        return launches;
    }

    private static Launch launch(ScheduledTarget target, Set<String> names, BundleToKubernetes context) {
        Resource<RunTaskRequest> request = TaskRequests.of(target, context);
        String name = target.name();
        String group = Nodes.text(target.schedule().node(), "GroupName");
        if (name != null && !names.add(name)) {
            // Names of schedules are unique in their group only, those of templates in their file.
            name = (group == null ? target.schedule().logicalId() : group) + "-" + name;
        }
        String reference = request.value().taskDefinition();
        return new Launch(
                TaskReferences.of(context, request, name).resolve(reference, "taskDefinition"),
                request,
                WorkloadKind.CRONJOB,
                name,
                request.value().cluster());
    }

    /** Says what is started that is no ECS task. */
    private static void sayOthers(Resource<?> schedule, List<ScheduledTarget> targets, BundleToKubernetes context) {
        List<MappingNode> all = ScheduledTarget.all(schedule);
        if (all.isEmpty()) {
            String name = Nodes.text(schedule.node(), "Name");
            boolean rule = schedule.value() instanceof EventRule;
            context.at(schedule.node())
                    .report(
                            FindingCode.EVENT_TARGETS_UNKNOWN,
                            schedule.title() + " has no target in the input; nothing is written for it",
                            "add the output of: "
                                    + (rule
                                            ? "aws events list-targets-by-rule --rule "
                                            : "aws scheduler get-schedule --name ")
                                    + (name == null ? "NAME" : Shell.word(name)));
        } else if (targets.isEmpty()) {
            context.at(schedule.node())
                    .report(
                            FindingCode.EVENT_TARGET,
                            schedule.title() + " starts no ECS task (" + all.size()
                                    + (all.size() == 1 ? " target" : " targets") + "); nothing is written for it");
            for (MappingNode other : all) {
                if (!other.location().root().equals(schedule.node().location().root())) {
                    context.at(other).report(FindingCode.EVENT_TARGET, "this target is no ECS task; it is not written");
                }
            }
        } else {
            for (MappingNode other : all) {
                if (targets.stream().noneMatch(target -> target.node() == other)) {
                    context.at(other).report(FindingCode.EVENT_TARGET, "this target is no ECS task; it is not written");
                }
            }
        }
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        ScheduledTarget target = ScheduledTarget.of(context);
        if (target == null || !(context.workload() instanceof CronJob job)) {
            return;
        }
        CronJobSpec spec = job.getSpec();
        ScheduleTimes.write(target, spec, context);
        spec.setConcurrencyPolicy("Allow");
        spec.setSuccessfulJobsHistoryLimit(HISTORY);
        spec.setFailedJobsHistoryLimit(HISTORY);
        describe(target, context);
        ScheduleFields.say(target, spec, context);
    }

    private static void describe(ScheduledTarget target, LaunchToKubernetes context) {
        MappingNode node = target.schedule().node();
        annotate(CronJobStarts.DESCRIPTION, Nodes.text(node, "Description"), context);
        annotate(CronJobStarts.ARN, Nodes.text(node, "Arn"), context);
        annotate(CronJobStarts.TARGET, Nodes.text(target.node(), "Id"), context);
        annotate(CronJobStarts.GROUP, group(node), context);
        String name = Nodes.text(node, "Name");
        if (name != null && !name.equals(context.name()) && target.alone()) {
            context.bundle()
                    .at(node, "Name")
                    .report(
                            FindingCode.NAME_ADJUSTED,
                            target.schedule().kind() + " \"" + name + "\" is written " + context.name());
        }
    }

    private static @Nullable String group(MappingNode node) {
        String group = Nodes.text(node, "GroupName");
        return "default".equals(group) ? null : group;
    }

    private static void annotate(String key, @Nullable String value, LaunchToKubernetes context) {
        if (value != null) {
            HasMetadata workload = context.workload();
            workload.getMetadata().getAnnotations().put(key, value);
        }
    }

    @Override
    public void toEcs(LaunchToEcs context) {
        if (!(context.workload() instanceof CronJob job)) {
            return;
        }
        ScheduleTimes.say(job.getSpec(), context);
        JobTemplateSpec template = job.getSpec().getJobTemplate();
        JobFields fields = new JobFields(template.getSpec(), context, "spec", "jobTemplate", "spec");
        context.runTask().count(fields.count());
        fields.say();
        if (Boolean.TRUE.equals(template.getSpec().getSuspend())) {
            context.at("spec", "jobTemplate", "spec", "suspend")
                    .report(
                            FindingCode.JOB_SUSPENDED,
                            "each Job waits until somebody resumes it; the tasks of the schedule start at once",
                            "disable the schedule instead: State: DISABLED");
        }
        if (template.getMetadata() != null) {
            sayMetadata(template.getMetadata(), context);
        }
    }

    /** Labels of Jobs that their pods have too are tags already. */
    private static void sayMetadata(ObjectMeta metadata, LaunchToEcs context) {
        Map<String, String> labels = Objects.requireNonNullElse(metadata.getLabels(), Map.of());
        if (!context.podLabels().entrySet().containsAll(labels.entrySet())
                && !context.labels().entrySet().containsAll(labels.entrySet())) {
            sayMetadata("labels", context);
        }
        if (metadata.getAnnotations() != null && !metadata.getAnnotations().isEmpty()) {
            sayMetadata("annotations", context);
        }
    }

    private static void sayMetadata(String member, LaunchToEcs context) {
        context.at("spec", "jobTemplate", "metadata", member)
                .report(
                        FindingCode.METADATA_LEFT_OUT,
                        "there is nothing between a schedule and its tasks that could have " + member);
    }

    @Override
    public void starts(BundleToEcs context) {
        CronJobStarts.add(context);
    }
}
