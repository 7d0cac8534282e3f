package io.github.ecs2k8s.correspondence;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.WorkloadKind;
import io.github.ecs2k8s.translation.BundleContext;
import io.github.ecs2k8s.translation.Launch;
import io.github.ecs2k8s.translation.LaunchContext;
import io.github.ecs2k8s.translation.LaunchCorrespondence;
import io.github.ecs2k8s.translation.LaunchPlanner;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.TaskReferences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/**
 * ECS service ⇄ Kubernetes Deployment (REPLICA) or DaemonSet (DAEMON) of the service's name.
 *
 * <p>A service without a count has one task where ECS requires the count (the console's and CloudFormation's default);
 * a DAEMON service has no count at all
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html).
 */
final class Services implements LaunchCorrespondence, LaunchPlanner {

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
        return List.of();
    }

    @Override
    public List<Launch> launches(BundleContext context) {
        List<Launch> launches = new ArrayList<>();
        for (Resource<CreateServiceRequest> service : context.resources().of(CreateServiceRequest.class)) {
            TaskDefinitionSource source = TaskReferences.of(context, service, name(service))
                    .resolve(service.value().taskDefinition(), "taskDefinition");
            boolean daemon = service.value().schedulingStrategy() == SchedulingStrategy.DAEMON;
            launches.add(new Launch(
                    source,
                    service,
                    daemon ? WorkloadKind.DAEMONSET : WorkloadKind.DEPLOYMENT,
                    name(service),
                    service.value().cluster()));
        }
        return launches;
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
    public void toKubernetes(LaunchContext context) {
        CreateServiceRequest service = context.service();
        if (service == null) {
            return;
        }
        if (service.serviceName() != null && !service.serviceName().equals(context.name())) {
            context.find(
                    FindingCode.NAME_ADJUSTED,
                    "service \"" + service.serviceName() + "\" is written " + context.name(),
                    null,
                    "serviceName");
        }
        if (context.workload() instanceof Deployment deployment) {
            deployment.getSpec().setReplicas(service.desiredCount() == null ? 1 : service.desiredCount());
        } else if (service.desiredCount() != null) {
            context.find(
                    FindingCode.DAEMON_COUNT,
                    "a DAEMON service runs one task on each instance; its count says nothing",
                    null,
                    "desiredCount");
        }
    }
}
