package io.github.ecs2k8s.internal.rooms.schedule;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.EcsParameters;
import io.github.ecs2k8s.ecs.resource.EventRule;
import io.github.ecs2k8s.ecs.resource.EventRuleBuilder;
import io.github.ecs2k8s.ecs.resource.EventTarget;
import io.github.ecs2k8s.ecs.resource.EventTargetBuilder;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.RetryPolicy;
import io.github.ecs2k8s.ecs.resource.Schedule;
import io.github.ecs2k8s.ecs.resource.ScheduleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/**
 * CronJob → schedule of EventBridge Scheduler; the one that came from a rule of EventBridge becomes that again, together
 * with the others of its rule.
 */
final class CronJobStarts {
    static final String DESCRIPTION = "kubernetes.io/description";
    static final String ARN = "ecs2k8s.io/schedule";
    static final String TARGET = "ecs2k8s.io/target";
    static final String GROUP = "ecs2k8s.io/schedule-group";
    private static final String CLUSTER = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/";

    private final LaunchToEcs workload;
    private final CronJobSpec spec;
    private final Map<String, String> notes;

    private CronJobStarts(LaunchToEcs workload, CronJobSpec spec) {
        this.workload = workload;
        this.spec = spec;
        this.notes = workload.annotations();
    }

    /** Adds what starts the tasks of all CronJobs. */
    static void add(BundleToEcs context) {
        List<CronJobStarts> all = new ArrayList<>();
        for (LaunchToEcs workload : context.workloads()) {
            if (workload.workload() instanceof CronJob job && job.getSpec() != null) {
                all.add(new CronJobStarts(workload, job.getSpec()));
            }
        }
        List<CronJobStarts> ruled = new ArrayList<>();
        for (CronJobStarts one : all) {
            if (!one.isOfRule()) {
                one.addSchedules(context);
            } else if (!ruled.contains(one)) {
                List<CronJobStarts> together = one.ofSameRule(all);
                ruled.addAll(together);
                addRule(together, context);
            }
        }
    }

    /** A rule knows no time zone but UTC, and one expression. */
    private boolean isOfRule() {
        String zone = spec.getTimeZone();
        return notes.containsKey(TARGET)
                && (zone == null || zone.equals("Etc/UTC") || zone.equals("UTC"))
                && KubernetesSchedule.read(spec.getSchedule()).expressions().size() == 1;
    }

    private List<CronJobStarts> ofSameRule(List<CronJobStarts> all) {
        List<CronJobStarts> same = new ArrayList<>();
        for (CronJobStarts other : all) {
            boolean alike = other.isOfRule()
                    && other.ruleName().equals(ruleName())
                    && Objects.equals(other.notes.get(ARN), notes.get(ARN))
                    && Objects.equals(other.workload.namespace(), workload.namespace())
                    && Objects.equals(other.spec.getSchedule(), spec.getSchedule())
                    && Objects.equals(other.spec.getSuspend(), spec.getSuspend());
            if (alike) {
                same.add(other);
            }
        }
        return same;
    }

    /** Several targets of a rule are CronJobs with its name and theirs. */
    private String ruleName() {
        String end = "-" + notes.get(TARGET);
        String name = workload.name();
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    private static void addRule(List<CronJobStarts> together, BundleToEcs context) {
        CronJobStarts first = together.get(0);
        String name = together.size() > 1 ? first.ruleName() : first.workload.name();
        List<EventTarget> targets = new ArrayList<>();
        for (CronJobStarts start : together) {
            RunTaskRequest request = start.request();
            targets.add(EventTargetBuilder.builder()
                    .id(start.notes.get(TARGET))
                    .arn(cluster(request))
                    .ecsParameters(TaskRequests.parameters(request))
                    .retryPolicy(start.retries())
                    .build());
        }
        EventRule rule = EventRuleBuilder.builder()
                .name(name)
                .arn(first.notes.get(ARN))
                .state(first.state())
                .description(first.notes.get(DESCRIPTION))
                .scheduleExpression(
                        ScheduleTimes.expressions(first.spec, first.workload).get(0))
                .targets(targets)
                .build();
        context.add(ResourceKind.EVENT_RULE, rule, context.logicalId(name, "Rule"));
    }

    private void addSchedules(BundleToEcs context) {
        List<String> expressions = ScheduleTimes.expressions(spec, workload);
        String unique = context.uniqueName(workload.located(), CronJob.class::isInstance);
        for (int i = 0; i < expressions.size(); i++) {
            String name = i == 0 ? unique : unique + "-weekly";
            Schedule schedule = schedule(name, expressions.get(i));
            context.add(ResourceKind.SCHEDULE, schedule, context.logicalId(name, "Schedule"));
        }
    }

    private Schedule schedule(String name, String expression) {
        RunTaskRequest request = request();
        EcsParameters parameters = TaskRequests.parameters(request);
        Schedule.Target target =
                new Schedule.Target(cluster(request), null, parameters, null, null, null, retries(), null, null, null);
        return ScheduleBuilder.builder()
                .arn(notes.get(ARN))
                .description(notes.get(DESCRIPTION))
                .groupName(notes.get(GROUP))
                .name(name)
                .scheduleExpression(expression)
                .scheduleExpressionTimezone(ScheduleTimes.zone(spec))
                .state(state())
                .target(target)
                .build();
    }

    private RunTaskRequest request() {
        return workload.runTask().build();
    }

    private @Nullable String state() {
        boolean disabled = Boolean.TRUE.equals(spec.getSuspend())
                || KubernetesSchedule.read(spec.getSchedule()).expressions().isEmpty();
        return disabled ? "DISABLED" : null;
    }

    private @Nullable RetryPolicy retries() {
        Integer age = ScheduleTimes.age(spec);
        return age == null ? null : new RetryPolicy(null, age);
    }

    /** The cluster's ARN; null for the one that is asked for when the output is written. */
    private static @Nullable String cluster(RunTaskRequest request) {
        String cluster = request.cluster();
        if (cluster == null || cluster.startsWith("arn:")) {
            return cluster;
        }
        boolean reference = cluster.startsWith("${") && cluster.endsWith("}");
        return reference ? cluster.substring(0, cluster.length() - 1) + ".Arn}" : CLUSTER + cluster;
    }
}
