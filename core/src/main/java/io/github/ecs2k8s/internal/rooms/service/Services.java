package io.github.ecs2k8s.internal.rooms.service;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.Replicas;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Launch;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskReferences;
import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.options.WorkloadKind;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.LaunchPlanner;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/**
 * ECS service ⇄ Kubernetes Deployment (REPLICA) or DaemonSet (DAEMON) of the service's name. What else keeps a number of
 * pods running (StatefulSet, ReplicaSet, ReplicationController, Rollout, a Pod that is started again) is a REPLICA service
 * too.
 *
 * <p>A service without a count has one task where ECS requires the count (the console's and CloudFormation's default);
 * a DAEMON service has no count at all
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html).
 */
public final class Services implements LaunchCorrespondence, LaunchPlanner {
    private static final String HISTORY = "revisionHistoryLimit";
    private static final String USUAL_HISTORY = "10";

    @Override
    public Term term() {
        return Term.SERVICE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("service.serviceName", "workload.metadata.name"),
                OwnedField.to("service.taskDefinition", "workload.spec.template"),
                OwnedField.to("service.schedulingStrategy", "workload.kind", "REPLICA"),
                OwnedField.to("service.desiredCount", "workload.spec.replicas", "1"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to("workload.spec.replicas", "service.desiredCount", "1"),
                OwnedField.resolved("workload.spec.selector.**", "service.taskDefinition"),
                OwnedField.nowhere("workload.spec." + HISTORY, USUAL_HISTORY),
                OwnedField.nowhere("StatefulSet.spec.serviceName"),
                OwnedField.nowhere("StatefulSet.spec.podManagementPolicy", "OrderedReady or Parallel"),
                OwnedField.nowhere("StatefulSet.spec.ordinals.start", "0"),
                OwnedField.nowhere(StatefulSets.RETENTION + ".whenDeleted", "Retain or Delete"),
                OwnedField.nowhere(StatefulSets.RETENTION + ".whenScaled", "Retain or Delete"));
    }

    @Override
    public List<Launch> launches(BundleToKubernetes context) {
        Map<String, Launch> launches = new LinkedHashMap<>();
        for (Resource<CreateServiceRequest> service : context.resources().of(CreateServiceRequest.class)) {
            boolean daemon = service.value().schedulingStrategy() == SchedulingStrategy.DAEMON;
            Launch launch = new Launch(
                    TaskReferences.of(context, service, name(service))
                            .resolve(service.value().taskDefinition(), "taskDefinition"),
                    service,
                    daemon ? WorkloadKind.DAEMONSET : WorkloadKind.DEPLOYMENT,
                    name(service),
                    cluster(service));
            String cluster = launch.cluster() == null ? "default" : Arns.name(launch.cluster());
            String key = cluster + "/" + workloadName(launch);
            // Put anew rather than replaced: the last one of a name stands where it is read.
            Launch earlier = launches.remove(key);
            boolean earlierCounts = earlier != null && launch.name() == null;
            launches.put(key, earlierCounts ? earlier : launch);
            if (earlier != null) {
                sayRepeated(earlierCounts ? launch : earlier, earlierCounts ? earlier : launch, context);
            }
        }
        return List.copyOf(launches.values());
    }

    private static void sayRepeated(Launch launch, Launch counts, BundleToKubernetes context) {
        Resource<?> service = Objects.requireNonNull(launch.by());
        context.use(service);
        context.at(service.node())
                .report(
                        FindingCode.SERVICE_REPEATED,
                        launch.name() == null
                                ? "the service has no name, and one called " + workloadName(launch)
                                        + ", as its workload would be, is at " + place(counts) + ", which counts"
                                : "service " + launch.name() + " is in the input again at " + place(counts)
                                        + ", which counts",
                        launch.name() == null ? "add \"serviceName\"" : "leave one of them out");
    }

    private static SourceLocation place(Launch launch) {
        return Objects.requireNonNull(launch.by()).node().location();
    }

    /** A service without a name is called after what it runs. */
    private static String workloadName(Launch launch) {
        String name = launch.name();
        return name == null ? launch.source().definition().family() : name;
    }

    private static @Nullable String cluster(Resource<CreateServiceRequest> service) {
        if (service.value().cluster() != null) {
            return service.value().cluster();
        }
        return service.node().get("clusterArn") instanceof ScalarNode arn
                        && !arn.text().isEmpty()
                ? arn.text()
                : null;
    }

    /** The service's name; CloudFormation makes one up where the template gives none. */
    private static @Nullable String name(Resource<CreateServiceRequest> service) {
        String name = service.value().serviceName();
        if (name != null) {
            return name;
        }
        return service.logicalId() == null ? null : LogicalNames.of(service.logicalId(), service.node());
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        if (service == null) {
            return;
        }
        if (service.serviceName() != null && !service.serviceName().equals(context.name())) {
            context.at("serviceName")
                    .report(
                            FindingCode.NAME_ADJUSTED,
                            "service \"" + service.serviceName() + "\" is written " + context.name());
        }
        if (context.launch().name() == null) {
            context.at("serviceName")
                    .report(
                            FindingCode.SERVICE_UNNAMED,
                            "no serviceName; the workload is called " + context.name() + " after the family",
                            "add \"serviceName\"");
        }
        Integer revision = TaskReferences.revision(service.taskDefinition());
        if (revision != null && context.task().definition().revision() == null) {
            context.annotate(TaskReferences.REVISION, revision.toString());
        }
        if (context.workload() instanceof Deployment deployment) {
            deployment.getSpec().setReplicas(count(service, context));
        } else if (service.desiredCount() != null) {
            context.at("desiredCount")
                    .report(
                            FindingCode.DAEMON_COUNT,
                            "a DAEMON service runs one task on each instance; its count says nothing");
        }
    }

    private static int count(CreateServiceRequest service, LaunchToKubernetes context) {
        if (service.desiredCount() != null && service.desiredCount() < 0) {
            context.at("desiredCount").report(FindingCode.INVALID_VALUE, "a count cannot be negative; 1 is written");
            return 1;
        }
        return service.desiredCount() == null ? 1 : service.desiredCount();
    }

    @Override
    public void toEcs(LaunchToEcs context) {
        CreateServiceRequest.Builder service = context.service();
        if (service == null) {
            return;
        }
        service.serviceName(serviceName(context))
                .taskDefinition("${" + context.task().logicalId() + "}");
        if (context.workload() instanceof DaemonSet) {
            service.schedulingStrategy(SchedulingStrategy.DAEMON);
            if (context.all().options().launchType() == LaunchType.FARGATE) {
                context.at()
                        .report(
                                FindingCode.DAEMON_ON_INSTANCES,
                                "Fargate has no instances to run a daemon on each of; the service is for launch type EC2 and"
                                        + " runs nothing where the cluster has no instances",
                                "for tasks on Fargate, add its containers to their task definitions as sidecars");
            }
            return;
        }
        service.desiredCount(count(context));
        if (context.workload() instanceof Pod) {
            context.at("spec", "restartPolicy")
                    .report(
                            FindingCode.POD_AS_SERVICE,
                            "the Pod starts its containers again; a service of one task keeps it running",
                            "set restartPolicy Never or OnFailure for what runs once");
        } else if (context.workload() instanceof StatefulSet set && set.getSpec() != null) {
            StatefulSets.say(set, context);
        }
        sayHistory(context);
    }

    /** Names of services have no dots, and a cluster has each once (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html). */
    private static String serviceName(LaunchToEcs context) {
        String unique = context.serviceName();
        String name = unique.replace('.', '-');
        if (!name.equals(context.name())) {
            boolean dots = !name.equals(unique);
            context.at("metadata", "name")
                    .report(
                            FindingCode.NAME_ADJUSTED,
                            (dots ? "a service's name has no dots" : "a cluster has one service of a name") + "; "
                                    + name + " is written");
        }
        return name;
    }

    private static int count(LaunchToEcs context) {
        int count = Replicas.of(context).count();
        if (count < 0) {
            context.at("spec", "replicas")
                    .report(FindingCode.INVALID_VALUE, "a count cannot be negative; 1 is written");
            return 1;
        }
        return count;
    }

    private static void sayHistory(LaunchToEcs context) {
        if (context.node().nearest("spec", HISTORY) instanceof ScalarNode limit
                && !limit.isNull()
                && !limit.text().equals(USUAL_HISTORY)) {
            context.at("spec", HISTORY)
                    .report(
                            FindingCode.REVISION_HISTORY,
                            "old revisions of the task definition are not removed",
                            "aws ecs deregister-task-definition, and delete-task-definitions, for those that nobody needs");
        }
    }
}
