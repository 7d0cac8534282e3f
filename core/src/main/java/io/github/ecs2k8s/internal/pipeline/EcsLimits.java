package io.github.ecs2k8s.internal.pipeline;

import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.CompactJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * What ECS refuses as a whole, though each part of it is fine
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html).
 */
final class EcsLimits {
    private static final int CONTAINERS = 10;
    private static final int BYTES = 64 * 1024;
    private static final int SECURITY_GROUPS = 5;
    private static final int SUBNETS = 16;

    private final BundleToEcs context;

    EcsLimits(BundleToEcs context) {
        this.context = context;
    }

    /** Says which limits are exceeded, where the pod is. */
    void say() {
        for (LaunchToEcs workload : context.workloads()) {
            ofTask(workload.task(), workload.inPod().at("spec", "containers"));
            CreateServiceRequest.Builder service = workload.service();
            if (service != null) {
                ofService(service.build(), workload.at());
            }
        }
    }

    private static void ofTask(TaskDefinitionSource source, Place place) {
        TaskDefinition task = source.definition();
        List<String> names = new ArrayList<>();
        for (ContainerDefinition container : task.containerDefinitions()) {
            names.add(container.name());
        }
        if (names.size() > CONTAINERS) {
            place.report(
                    FindingCode.ECS_LIMIT,
                    "task definition " + task.family() + " has " + names.size() + " containers, "
                            + String.join(", ", names) + "; ECS takes " + CONTAINERS,
                    "put several programs into one image, or some containers into a workload of their own");
        }
        int bytes = CompactJson.write(source.canonical()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            place.report(
                    FindingCode.ECS_LIMIT,
                    "task definition " + task.family() + " has " + kibibytes(bytes) + " KiB; ECS takes "
                            + kibibytes(BYTES) + largest(task),
                    "let the container read a file from S3 or EFS, or put variables into a file of environmentFiles");
        }
    }

    private static int kibibytes(int bytes) {
        return (bytes + 1023) / 1024;
    }

    /** Where most of it stands, as the end of the sentence. */
    private static String largest(TaskDefinition task) {
        ContainerDefinition largest = null;
        int most = 0;
        for (ContainerDefinition container : task.containerDefinitions()) {
            int size = container.environment().stream()
                    .mapToInt(variable -> String.valueOf(variable.value()).length())
                    .sum();
            if (size > most) {
                most = size;
                largest = container;
            }
        }
        return largest == null
                ? ""
                : "; the variables of container " + largest.name() + " alone have " + kibibytes(most);
    }

    private static void ofService(CreateServiceRequest service, Place place) {
        AwsVpcConfiguration network = service.networkConfiguration() == null
                ? null
                : service.networkConfiguration().awsvpcConfiguration();
        if (network != null) {
            sayMore(network.securityGroups().size(), SECURITY_GROUPS, "security groups", service, place);
            sayMore(network.subnets().size(), SUBNETS, "subnets", service, place);
        }
    }

    private static void sayMore(int count, int most, String what, CreateServiceRequest service, Place place) {
        if (count > most) {
            place.report(
                    FindingCode.ECS_LIMIT,
                    "service " + service.serviceName() + " has " + count + " " + what + "; ECS takes " + most,
                    what.equals("security groups")
                            ? "put the rules of several policies into one"
                            : "leave out " + (count - most) + " of them");
        }
    }
}
