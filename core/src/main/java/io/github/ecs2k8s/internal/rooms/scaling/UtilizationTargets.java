package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.ScalingPolicy.PredefinedMetric;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.Node;

/**
 * CPU and memory of a pod, as a scaler names them, → the service's own metrics. A percentage of the request becomes one of
 * what the task reserves, wherever both are known.
 */
final class UtilizationTargets {
    private static final int HUNDRED = 100;

    private final ServiceScaler scaler;

    UtilizationTargets(ServiceScaler scaler) {
        this.scaler = scaler;
    }

    /** A percentage of what the pod requests, which stands at a place. */
    void percent(String resource, double percent, Node place) {
        if (percent <= 0) {
            return;
        }
        Reservation reservation = Reservation.of(resource, scaler.workload());
        double target = percent;
        if (!reservation.isKnown()) {
            scaler.find(
                    FindingCode.SCALING_SHARE,
                    "not every container requests " + resource + ", which Kubernetes needs to work it out; ECS takes "
                            + CloudWatchMetrics.number(percent) + " % of what the task reserves",
                    null,
                    place);
        } else if (!reservation.isSame()) {
            target = rounded(percent * reservation.requested() / reservation.reserved());
            scaler.find(
                    FindingCode.SCALING_SHARE,
                    CloudWatchMetrics.number(percent) + " % of the requested "
                            + amount(resource, reservation.requested())
                            + " is " + CloudWatchMetrics.number(target) + " % of the "
                            + amount(resource, reservation.reserved()) + " that the task reserves",
                    null,
                    place);
        }
        track(resource, target, place);
    }

    /** An average amount for each pod, which stands at a place. */
    void amount(String resource, String quantity, Node place) {
        long units = Reservation.units(resource, quantity);
        Reservation reservation = Reservation.of(resource, scaler.workload());
        if (units <= 0 || reservation.reserved() <= 0) {
            scaler.find(
                    FindingCode.SCALER_METRIC,
                    "ECS knows the use of " + resource + " as a percentage of what the task reserves, and it reserves"
                            + " none; the metric is left out",
                    "set requests",
                    place);
            return;
        }
        double target = rounded((double) units * HUNDRED / reservation.reserved());
        scaler.find(
                FindingCode.SCALING_SHARE,
                quantity + " is " + CloudWatchMetrics.number(target) + " % of the "
                        + amount(resource, reservation.reserved()) + " that the task reserves",
                null,
                place);
        track(resource, target, place);
    }

    /** Whether ECS knows how much of a resource its tasks use. */
    static boolean isMeasured(String resource) {
        return resource.equals("cpu") || resource.equals("memory");
    }

    /** Says that a metric of another resource is left out. */
    void sayUnmeasured(String resource, Node place) {
        scaler.find(
                FindingCode.SCALER_METRIC,
                "ECS measures no " + resource + " of a service; the metric is left out",
                "publish it to CloudWatch and add a target tracking policy for it",
                place);
    }

    private void track(String resource, double target, Node place) {
        if (target > HUNDRED) {
            scaler.find(
                    FindingCode.SCALING_SHARE,
                    "a task on Fargate uses no more than all it reserves; " + CloudWatchMetrics.number(target)
                            + " % is never reached there",
                    "choose a TargetValue below 100",
                    place);
        }
        String metric = resource.equals("cpu") ? "CPU" : "Memory";
        PredefinedMetric predefined = new PredefinedMetric("ECSServiceAverage" + metric + "Utilization", null);
        scaler.track(new ServiceScaler.Tracked(resource, target, predefined, null));
    }

    private static double rounded(double percent) {
        return Math.max(1, Math.round(percent));
    }

    private static String amount(String resource, long units) {
        return resource.equals("cpu") ? units + " CPU units" : units + " MiB";
    }
}
