package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** Finds the service that each scaler of the input means; ECS has one scalable target for each. */
final class ScalersToEcs {
    /** KEDA leaves a workload as it is. */
    static final String PAUSED = "autoscaling.keda.sh/paused";

    private final BundleToEcs context;
    private final Map<LaunchToEcs, LocatedObject> scaled = new LinkedHashMap<>();

    ScalersToEcs(BundleToEcs context) {
        this.context = context;
    }

    /** Reads all of them. */
    void read() {
        for (LocatedObject located : byName("HorizontalPodAutoscaler")) {
            ServiceScaler scaler = scaler(located);
            if (scaler != null) {
                HorizontalScalers.read(spec(located), scaler);
            }
        }
        for (LocatedObject located : byName("ScaledObject")) {
            ServiceScaler scaler = scaler(located);
            if (scaler != null) {
                Map<String, String> annotations = located.object().getMetadata().getAnnotations();
                if (annotations != null && "true".equals(annotations.get(PAUSED))) {
                    scaler.pause();
                }
                ScaledObjects.read(spec(located), scaler);
            }
        }
        without(
                "VerticalPodAutoscaler",
                "nothing changes the size of running tasks; the task definition keeps what its pod requests",
                "look at what AWS Compute Optimizer recommends for the service");
        without(
                "ScaledJob",
                "nothing starts a task for each message",
                "give its Job as an input of its own, and let an EventBridge pipe from the queue start the task");
        for (String kind : List.of("TriggerAuthentication", "ClusterTriggerAuthentication")) {
            for (LocatedObject located : context.manifests().of(kind)) {
                context.use(located);
                context.at(located.node(), "spec")
                        .report(
                                FindingCode.SCALER_SETTING,
                                "Application Auto Scaling needs no credentials for CloudWatch");
            }
        }
    }

    /** Of two scalers for one workload the same one counts, in whatever order they stand. */
    private List<LocatedObject> byName(String kind) {
        List<LocatedObject> all = new ArrayList<>(context.manifests().of(kind));
        all.sort(Comparator.comparing(located -> located.object().getMetadata().getName()));
        return all;
    }

    /** Says which notes on a scaler are read by nobody. */
    private void sayNotes(LocatedObject located) {
        Map<String, String> annotations = located.object().getMetadata().getAnnotations();
        for (String key : annotations == null ? List.<String>of() : List.copyOf(annotations.keySet())) {
            if (!key.equals(PAUSED) && !key.equals(HorizontalScalers.SCALED_BY)) {
                context.at(located.node(), "metadata", "annotations", key)
                        .report(
                                FindingCode.METADATA_LEFT_OUT,
                                "annotation " + key + " says nothing to ECS; not written");
            }
        }
    }

    private void without(String kind, String message, String hint) {
        for (LocatedObject located : context.manifests().of(kind)) {
            context.use(located);
            String name = located.object().getMetadata().getName();
            context.at(located.node())
                    .report(FindingCode.SCALER_WITHOUT_COUNTERPART, kind + " " + name + ": " + message, hint);
        }
    }

    private static MappingNode spec(LocatedObject located) {
        MappingNode spec = Nodes.object(located.node(), "spec");
        return spec == null ? located.node() : spec;
    }

    /** The scaler of a service; null when it means none, which is said. */
    private @Nullable ServiceScaler scaler(LocatedObject located) {
        context.use(located);
        sayNotes(located);
        MappingNode reference = Nodes.object(spec(located), "scaleTargetRef");
        String name = reference == null ? null : Nodes.text(reference, "name");
        String given = reference == null ? null : Nodes.text(reference, "kind");
        String kind = given == null ? "Deployment" : given;
        LaunchToEcs workload = workload(kind, name, located);
        String what = kind + " " + name;
        if (workload == null) {
            context.at(located.node())
                    .report(
                            FindingCode.DANGLING_REFERENCE,
                            what + " is not in the input; nothing is written that scales it",
                            "add its manifest");
            return null;
        }
        CreateServiceRequest service =
                workload.service() == null ? null : workload.service().build();
        if (service == null || service.schedulingStrategy() == SchedulingStrategy.DAEMON) {
            context.at(located.node())
                    .report(
                            FindingCode.SCALER_WITHOUT_COUNTERPART,
                            what + " is no service with a count; nothing scales it");
            return null;
        }
        LocatedObject other = scaled.putIfAbsent(workload, located);
        if (other != null) {
            context.at(located.node())
                    .report(
                            FindingCode.SCALER_REPEATED,
                            other.object().getKind() + " "
                                    + other.object().getMetadata().getName() + " scales " + what
                                    + " already; this one is left out",
                            "put the metrics of both into one: the one that wants most tasks counts");
            return null;
        }
        return new ServiceScaler(located, workload, service.serviceName());
    }

    private static String orDefault(@Nullable String namespace) {
        return Objects.requireNonNullElse(namespace, "default");
    }

    private @Nullable LaunchToEcs workload(String kind, @Nullable String name, LocatedObject scaler) {
        String namespace = scaler.object().getMetadata().getNamespace();
        for (LaunchToEcs workload : context.workloads()) {
            if (workload.workload().getKind().equals(kind)
                    && workload.name().equals(name)
                    && orDefault(workload.namespace()).equals(orDefault(namespace))) {
                return workload;
            }
        }
        return null;
    }
}
