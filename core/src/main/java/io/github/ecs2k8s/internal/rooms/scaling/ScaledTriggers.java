package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.KubernetesSchedule;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of a ScaledObject → policies and scheduled actions: the use of CPU and memory, what is in CloudWatch, the
 * length of SQS queues, and times (https://keda.sh/docs/latest/scalers/).
 */
final class ScaledTriggers {
    private final ServiceScaler scaler;
    private final UtilizationTargets utilization;
    private final List<Cron> crons = new ArrayList<>();

    /** A number of Pods between two times. */
    private record Cron(String start, String end, String timezone, int pods, Node place) {}

    ScaledTriggers(ServiceScaler scaler) {
        this.scaler = scaler;
        this.utilization = new UtilizationTargets(scaler);
    }

    /** Reads all triggers of a ScaledObject that has so many Pods at other times. */
    void read(MappingNode spec, int minimum) {
        for (Node item : Nodes.items(spec, "triggers")) {
            if (item instanceof MappingNode trigger) {
                String type = Nodes.text(trigger, "type");
                MappingNode metadata = Nodes.object(trigger, "metadata");
                read(type == null ? "" : type, trigger, metadata == null ? trigger : metadata);
            }
        }
        for (Cron cron : crons) {
            times(cron, minimum);
        }
    }

    private void read(String type, MappingNode trigger, MappingNode metadata) {
        switch (type) {
            case "cpu", "memory" -> resource(type, trigger, metadata);
            case "cron" -> cron(trigger, metadata);
            case "aws-cloudwatch" -> metric(new CloudWatchTriggers(scaler).read(trigger, metadata));
            case "aws-sqs-queue" -> {
                metric(new CloudWatchTriggers(scaler).readQueue(metadata));
                scaler.find(
                        FindingCode.SAME_IN_ANOTHER_PLACE,
                        "the length of the queue, as CloudWatch has it",
                        null,
                        trigger,
                        "type");
            }
            default ->
                scaler.find(
                        FindingCode.SCALER_METRIC,
                        "Application Auto Scaling reads CloudWatch, not " + (type.isEmpty() ? "this" : type)
                                + "; the trigger is left out",
                        "put the value into CloudWatch (CloudWatch agent, ADOT collector, a scheduled task that calls"
                                + " put-metric-data) and add a target tracking policy for it",
                        trigger);
        }
    }

    private void metric(ServiceScaler.@Nullable Tracked metric) {
        if (metric != null) {
            scaler.track(metric);
        }
    }

    private void resource(String resource, MappingNode trigger, MappingNode metadata) {
        String type = Nodes.text(trigger, "metricType");
        type = type == null ? Nodes.text(metadata, "type") : type;
        Node value = metadata.get("value");
        if (value == null || Nodes.text(metadata, "value") == null) {
            scaler.find(FindingCode.MISSING_FIELD, "the trigger has no value", null, metadata, "value");
        } else if (metadata.has("containerName")
                && scaler.workload().task().definition().containerDefinitions().size() > 1) {
            scaler.find(
                    FindingCode.SCALER_METRIC,
                    "ECS measures the task, not one of its containers; the trigger is left out",
                    "give the whole task a target",
                    trigger);
        } else if ("AverageValue".equals(type)) {
            utilization.amount(resource, ((ScalarNode) value).text(), value);
        } else {
            Double percent = Scalars.number(value);
            if (percent != null) {
                utilization.percent(resource, percent, value);
            }
        }
    }

    private void cron(MappingNode trigger, MappingNode metadata) {
        String start = expression(trigger, metadata, "start");
        String end = start == null ? null : expression(trigger, metadata, "end");
        Double pods = Scalars.number(metadata.get("desiredReplicas"));
        if (start == null || end == null || pods == null) {
            return;
        }
        String zone = Nodes.text(metadata, "timezone");
        crons.add(new Cron(start, end, zone == null ? "Etc/UTC" : zone, pods.intValue(), metadata));
    }

    private @Nullable String expression(MappingNode trigger, MappingNode metadata, String field) {
        String text = Nodes.text(metadata, field);
        KubernetesSchedule schedule = KubernetesSchedule.read(text == null ? "" : text);
        if (schedule.expressions().size() == 1) {
            return schedule.expressions().get(0);
        }
        scaler.find(
                FindingCode.SCALING_SCHEDULE,
                "\"" + text + "\" is not one time that AWS can say; the trigger is left out",
                "write one trigger for the days of the month and one for those of the week",
                trigger);
        return null;
    }

    /**
     * A change where it begins, and one where it ends unless another begins there. Lowering the minimum takes no task away:
     * where no policy does, the maximum has to.
     */
    private void times(Cron cron, int minimum) {
        boolean byLimits = !scaler.takesTasksAway();
        scaler.at(new ServiceScaler.Timed(
                cron.start(), cron.timezone(), cron.pods(), byLimits ? Integer.valueOf(cron.pods()) : null));
        for (Cron other : crons) {
            if (other != cron
                    && other.start().equals(cron.end())
                    && other.timezone().equals(cron.timezone())) {
                return;
            }
        }
        scaler.at(new ServiceScaler.Timed(
                cron.end(), cron.timezone(), minimum, byLimits ? Integer.valueOf(minimum) : null));
    }
}
