package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Finds the task definition that something runs: {@code family}, {@code family:revision}, an ARN or a template's Ref. */
public final class TaskReferences {
    /** Stands where the input names no image: no registry has one with capitals, so that nothing runs by accident. */
    public static final String UNKNOWN_IMAGE = "PLACEHOLDER";

    /** The annotation of a workload that has the revision of its task definition. */
    public static final String REVISION = "ecs2k8s.io/revision";

    /** The annotation of a workload that has the family of its task definition, where that is not the workload's name. */
    public static final String FAMILY = "ecs2k8s.io/family";

    private final BundleToKubernetes bundle;
    private final Resource<?> by;
    private final @Nullable String name;

    private TaskReferences(BundleToKubernetes bundle, Resource<?> by, @Nullable String name) {
        this.bundle = bundle;
        this.by = by;
        this.name = name;
    }

    /** References made by one resource, which has a name for want of a family. */
    public static TaskReferences of(BundleToKubernetes bundle, Resource<?> by, @Nullable String name) {
        return new TaskReferences(bundle, by, name);
    }

    /** Whether a task definition stands in the input, and is no placeholder for one that does not. */
    public static boolean isInInput(TaskDefinitionSource task, BundleToKubernetes bundle) {
        return KnownTaskDefinitions.of(bundle).contains(task);
    }

    /**
     * The task definition a reference means. Where it is not in the input a placeholder takes its place, which the
     * cluster cannot run and an error points at; a reference that says nothing means the only family there is.
     *
     * @param reference null when there is none
     * @param path where it stands, or would stand
     */
    public TaskDefinitionSource resolve(@Nullable String reference, Object... path) {
        KnownTaskDefinitions known = KnownTaskDefinitions.of(bundle);
        if (reference == null || isPlaceholder(reference)) {
            TaskDefinitionSource found = reference == null ? null : known.referenced(reference, by.node());
            if (found != null) {
                return found;
            }
            if (known.newest().size() == 1) {
                TaskDefinitionSource only = known.newest().iterator().next();
                assume(reference, only, path);
                return only;
            }
            return missing(reference, path);
        }
        TaskDefinitionSource newest = known.newest(family(reference));
        return newest == null ? missing(reference, path) : revision(reference, newest, path);
    }

    /** {@code ${Logical}} of a template, {@code <TASK_DEFINITION>}, {@code {{ … }}}: what has not been filled in. */
    private static boolean isPlaceholder(String reference) {
        int colon = reference.indexOf(':');
        // Of FAMILY:${max(…)} only the revision is not known.
        String family = colon > 0 && !reference.startsWith("arn:") ? reference.substring(0, colon) : reference;
        return family.contains("${") || family.contains("{{") || family.startsWith("<");
    }

    private void assume(@Nullable String reference, TaskDefinitionSource source, Object... path) {
        bundle.at(by.node(), path)
                .report(
                        FindingCode.TASK_DEFINITION_ASSUMED,
                        (reference == null ? "no task definition is named" : reference + " names no task definition")
                                + "; " + source.definition().family() + ", the only one in the input, is taken");
    }

    /** {@code family:revision}, or {@code family} where an ARN or name says no more. */
    private static String withRevision(String reference) {
        return reference.startsWith("arn:") ? reference.substring(reference.indexOf('/') + 1) : reference;
    }

    private static String family(String reference) {
        String name = withRevision(reference);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The revision that {@code family:revision} or an ARN names, null when it names none. */
    public static @Nullable Integer revision(@Nullable String reference) {
        String text = reference == null ? null : revisionText(reference);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String revisionText(String reference) {
        String name = withRevision(reference);
        int colon = name.indexOf(':');
        return colon < 0 ? null : name.substring(colon + 1);
    }

    /** The revision asked for where the input has it; otherwise the newest, with a remark if that is another. */
    private TaskDefinitionSource revision(String reference, TaskDefinitionSource newest, Object... path) {
        Integer wanted = revision(reference);
        String written = revisionText(reference);
        if (wanted == null && written != null && !written.contains("${")) {
            bundle.at(by.node(), path)
                    .report(
                            FindingCode.OTHER_REVISION,
                            written + " is no revision; the task definition in the input is written");
        }
        Integer newestRevision = newest.definition().revision();
        if (wanted == null || newestRevision == null || wanted.equals(newestRevision)) {
            return newest;
        }
        TaskDefinitionSource exact =
                KnownTaskDefinitions.of(bundle).revision(newest.definition().family(), wanted);
        if (exact != null) {
            return exact;
        }
        bundle.at(by.node(), path)
                .report(
                        FindingCode.OTHER_REVISION,
                        "revision " + wanted + " of " + newest.definition().family() + " is run; revision "
                                + newestRevision + ", the one in the input, is written",
                        "add the output of: aws ecs describe-task-definition --task-definition "
                                + withRevision(reference));
        return newest;
    }

    private TaskDefinitionSource missing(@Nullable String reference, Object... path) {
        String family = reference == null || isPlaceholder(reference) ? name : family(reference);
        String written = family == null || family.isEmpty() ? "app" : family;
        bundle.at(by.node(), path)
                .report(
                        FindingCode.TASK_DEFINITION_MISSING,
                        (reference == null ? "no task definition is named" : "task definition " + reference)
                                + (reference == null ? "" : " is not in the input")
                                + "; the pod has a placeholder that cannot run",
                        "add the output of: aws ecs describe-task-definition --task-definition "
                                + (reference == null ? written : withRevision(reference)));
        Node place = by.node().nearest(path);
        MappingNode node = new MappingNode(place.location(), place.pointer(), null, List.of());
        return new TaskDefinitionSource(placeholder(written), List.of(), node, node);
    }

    /** What is known from what runs it alone: the containers that load balancers reach, those that are overridden. */
    private TaskDefinition placeholder(String family) {
        List<LoadBalancer> targets =
                by.value() instanceof CreateServiceRequest service ? service.loadBalancers() : List.of();
        Stream<String> overridden = by.value() instanceof RunTaskRequest request && request.overrides() != null
                ? request.overrides().containerOverrides().stream().map(ContainerOverride::name)
                : Stream.empty();
        List<ContainerDefinition> containers = Stream.concat(
                        targets.stream().map(LoadBalancer::containerName), overridden)
                .filter(container -> container != null)
                .distinct()
                .map(container -> container(container, targets))
                .toList();
        return TaskDefinition.builder()
                .family(family)
                .containerDefinitions(containers.isEmpty() ? List.of(container(family, List.of())) : containers)
                .build();
    }

    private static ContainerDefinition container(String name, List<LoadBalancer> targets) {
        return ContainerDefinition.builder()
                .name(name)
                .image(UNKNOWN_IMAGE)
                .portMappings(targets.stream()
                        .filter(target -> name.equals(target.containerName()) && target.containerPort() != null)
                        .map(LoadBalancer::containerPort)
                        .distinct()
                        .map(port -> PortMapping.builder().containerPort(port).build())
                        .toList())
                .build();
    }
}
