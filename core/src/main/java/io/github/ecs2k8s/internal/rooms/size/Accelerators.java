package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Quantities;
import io.github.ecs2k8s.kubernetes.Quantities.Rounded;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ResourceRequirement;
import software.amazon.awssdk.services.ecs.model.ResourceType;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS resourceRequirements and inferenceAccelerators ⇄ Kubernetes limits of extended resources.
 *
 * <p>The value of a GPU requirement is their number, {@code nvidia.com/gpu}. Neuron devices are
 * {@code aws.amazon.com/neuron}, which also takes the place of Elastic Inference, shut down in 2024
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html,
 * https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/). The trap: an extended resource is a limit; a request
 * without one is refused.
 */
public final class Accelerators implements TaskCorrespondence {
    private static final String FIELD = "resourceRequirements";
    private static final String GPU = "nvidia.com/gpu";
    private static final String NEURON = "aws.amazon.com/neuron";
    private static final String ALL = "ALL";
    private static final int MOST = 1024;

    @Override
    public Term term() {
        return Term.ACCELERATOR;
    }

    @Override
    public List<OwnedField> ecs() {
        String limits = "pod.spec.containers[].resources.limits";
        return List.of(
                OwnedField.to("containerDefinitions[].resourceRequirements[].type", limits),
                OwnedField.to("containerDefinitions[].resourceRequirements[].value", limits),
                OwnedField.to("inferenceAccelerators[].deviceName", limits),
                OwnedField.to("inferenceAccelerators[].deviceType", limits));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String requirements = "containerDefinitions[].resourceRequirements[]";
        return List.of(
                OwnedField.to("pod.spec.containers[].resources.limits{}", requirements),
                OwnedField.to("pod.spec.containers[].resources.requests{}", requirements),
                OwnedField.nowhere("pod.spec.containers[].resources.claims[].**"),
                OwnedField.nowhere("pod.spec.resources.claims[].**"),
                OwnedField.nowhere("pod.spec.resourceClaims[].**"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        if (!from.inferenceAccelerators().isEmpty()) {
            context.at("inferenceAccelerators")
                    .report(FindingCode.ELASTIC_INFERENCE, "Elastic Inference was shut down; nothing takes its place");
        }
        for (ContainerToKubernetes container : context.containers()) {
            Map<String, Integer> counts = new TreeMap<>();
            List<ResourceRequirement> all = container.definition().resourceRequirements();
            for (int i = 0; i < all.size(); i++) {
                count(all.get(i), i, counts, container);
            }
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                container.limit(entry.getKey(), new Quantity(entry.getValue().toString(), ""));
            }
        }
    }

    private static void count(
            ResourceRequirement requirement, int i, Map<String, Integer> counts, ContainerToKubernetes container) {
        ResourceType type = requirement.type();
        if (type == ResourceType.INFERENCE_ACCELERATOR) {
            container
                    .at(FIELD, i)
                    .report(
                            FindingCode.ELASTIC_INFERENCE,
                            "Elastic Inference was shut down; the container runs without " + requirement.value(),
                            "ask for a GPU, or compile the model for Neuron and ask for a Neuron device");
        } else if (type == ResourceType.GPU || type == ResourceType.NEURON_DEVICE) {
            String resource = type == ResourceType.GPU ? GPU : NEURON;
            int count = number(requirement, resource, i, container);
            if (count > 0 && counts.putIfAbsent(resource, count) != null) {
                container
                        .at(FIELD, i)
                        .report(
                                FindingCode.INVALID_VALUE,
                                "the container asks for " + type + " twice; the first number counts");
            }
        } else if (requirement.value() != null && requirement.typeAsString() == null) {
            container
                    .at(FIELD, i)
                    .report(FindingCode.INVALID_VALUE, "a resource requirement has no type; nothing is written");
        }
    }

    /** How many devices are asked for; 0 when the value is no number. */
    private static int number(
            ResourceRequirement requirement, String resource, int i, ContainerToKubernetes container) {
        String value = requirement.value() == null ? "" : requirement.value().trim();
        if (value.equals(ALL)) {
            container
                    .at(FIELD, i)
                    .report(
                            FindingCode.ACCELERATOR_COUNT,
                            "a Pod cannot ask for all devices of a node; one " + resource + " is written",
                            "set the number that the nodes have");
            return 1;
        }
        int count = parse(value);
        if (count <= 0) {
            container
                    .at(FIELD, i)
                    .report(FindingCode.INVALID_VALUE, "\"" + value + "\" is no number of devices; nothing is written");
        } else if (container.task().facts().fargate()) {
            container.at(FIELD, i).report(FindingCode.FARGATE_LIMIT, "Fargate has no " + resource);
        } else {
            container
                    .at(FIELD, i)
                    .report(
                            FindingCode.ACCELERATOR_PLUGIN,
                            "nodes offer " + resource + " when the vendor's device plugin runs on them");
        }
        return count;
    }

    private static int parse(String value) {
        try {
            int count = Integer.parseInt(value);
            return count > MOST ? 0 : count;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        for (ContainerToEcs container : context.containers()) {
            ResourceRequirements resources = container.container().getResources();
            if (resources != null) {
                read(resources, container);
            }
        }
        ResourceRequirements pod = from.getSpec().getResources();
        if (pod != null && pod.getClaims() != null && !pod.getClaims().isEmpty()) {
            sayClaims(context, "spec", "resources", "claims");
        }
        if (from.getSpec().getResourceClaims() != null
                && !from.getSpec().getResourceClaims().isEmpty()) {
            sayClaims(context, "spec", "resourceClaims");
        }
    }

    private static void sayClaims(TaskToEcs context, Object... path) {
        context.at(path)
                .report(
                        FindingCode.NO_ECS_COUNTERPART,
                        "ECS has no resource claims; it counts GPUs",
                        "set resourceRequirements in the task definition");
    }

    private static void read(ResourceRequirements resources, ContainerToEcs container) {
        List<ResourceRequirement> requirements = new ArrayList<>();
        resources.getLimits().forEach((resource, quantity) -> {
            ResourceRequirement requirement = read(resource, quantity, container);
            if (requirement != null) {
                requirements.add(requirement);
            }
        });
        if (!requirements.isEmpty()) {
            container.definition().resourceRequirements(requirements);
        }
        for (String resource : resources.getRequests().keySet()) {
            if (isReadElsewhere(resource)) {
                continue;
            }
            boolean limited = resources.getLimits().containsKey(resource);
            container
                    .at("resources", "requests", resource)
                    .report(
                            limited ? FindingCode.SAME_IN_ANOTHER_PLACE : FindingCode.NO_ECS_COUNTERPART,
                            limited
                                    ? "the limit says it"
                                    : "a request without a limit; clusters refuse it, and ECS has none",
                            limited ? null : "set the limit");
        }
        if (resources.getClaims() != null && !resources.getClaims().isEmpty()) {
            container
                    .at("resources", "claims")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS has no resource claims; it counts GPUs",
                            "set resourceRequirements in the task definition");
        }
    }

    private static boolean isReadElsewhere(String resource) {
        return resource.equals("cpu") || resource.equals("memory") || resource.equals("ephemeral-storage");
    }

    private static @Nullable ResourceRequirement read(String resource, Quantity quantity, ContainerToEcs container) {
        if (resource.equals(GPU)) {
            Rounded count = Quantities.toBytes(quantity.toString());
            String value = count == null ? quantity.toString() : Long.toString(count.value());
            return ResourceRequirement.builder()
                    .type(ResourceType.GPU)
                    .value(value)
                    .build();
        }
        if (resource.equals(NEURON)) {
            container
                    .at("resources", "limits", resource)
                    .report(FindingCode.ACCELERATOR_COUNT, "ECS gives a container all Neuron devices of its instance");
            return ResourceRequirement.builder()
                    .type(ResourceType.NEURON_DEVICE)
                    .value(ALL)
                    .build();
        }
        if (resource.indexOf('/') >= 0 || resource.startsWith("hugepages-")) {
            container
                    .at("resources", "limits", resource)
                    .report(FindingCode.NO_ECS_COUNTERPART, "ECS has no resource like " + resource);
        }
        return null;
    }
}
