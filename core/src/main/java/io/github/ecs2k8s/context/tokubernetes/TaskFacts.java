package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.kubernetes.NameScope;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.options.WorkloadKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.IpcMode;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.Volume;

/**
 * What several rooms need to know about one task definition, computed once before any of them runs: the names given,
 * where each container stands, and what kind of machine it asks for.
 */
public final class TaskFacts {
    private final String workloadName;
    private final WorkloadKind kind;
    private final boolean named;
    private final boolean launched;
    private final List<Placement> placements;
    private final List<Integer> startOrder;
    private final List<Integer> dependencyCycle;
    private final Map<String, String> volumeNames = new LinkedHashMap<>();
    private final List<String> declaredVolumes;
    private final NameScope volumeScope = new NameScope();
    private final Map<String, String> extraLabels = new LinkedHashMap<>();
    private final Map<String, String> workloadAnnotations = new LinkedHashMap<>();
    private final boolean windows;
    private final boolean linux;
    private final boolean fargate;
    private final boolean hostNetwork;
    private final boolean hostIpc;

    public TaskFacts(Launch launch, BundleToKubernetes bundle) {
        TaskDefinition task = launch.source().definition();
        kind = launch.kind();
        named = launch.name() != null;
        launched = launch.by() != null;
        workloadName = workloadName(launch, bundle);
        StartOrder order = StartOrder.of(task, kind, bundle.target());
        startOrder = order.sequence();
        dependencyCycle = order.cycle();
        placements = placements(task, order);
        for (Volume volume : task.volumes()) {
            if (volume.name() != null) {
                volumeNames.putIfAbsent(
                        volume.name(), volumeScope.unique(Names.dnsLabel(volume.name()), volume.name()));
            }
        }
        declaredVolumes = List.copyOf(volumeNames.values());
        windows = isWindows(task);
        fargate = task.requiresCompatibilities().contains(Compatibility.FARGATE);
        linux = !windows && (fargate || isSaid(task.runtimePlatform()));
        hostNetwork = task.networkMode() == NetworkMode.HOST;
        hostIpc = task.ipcMode() == IpcMode.HOST;
    }

    /** Another launch of the same name, or a family of that name, is another workload. */
    private static String workloadName(Launch launch, BundleToKubernetes bundle) {
        int longest = launch.kind().longestName();
        String family = launch.source().definition().family();
        String original = launch.name() == null ? family : launch.name();
        String identity = launch.by() == null
                ? original
                : original + " by " + launch.by().kind().prefix() + " in " + launch.cluster();
        return bundle.names(BundleToKubernetes.WORKLOAD).unique(Names.dnsLabel(original, longest), identity, longest);
    }

    private static List<Placement> placements(TaskDefinition task, StartOrder order) {
        NameScope scope = new NameScope();
        List<Placement> placements = new ArrayList<>();
        for (ContainerDefinition container : task.containerDefinitions()) {
            int index = placements.size();
            // The service requires a name; a definition without one still gets a valid, stable one.
            String original = container.name() == null ? "container-" + (index + 1) : container.name();
            String name = scope.unique(Names.dnsLabel(original), original);
            placements.add(new Placement(name, order.role(index), order.isAwaitedHealthy(index)));
        }
        return List.copyOf(placements);
    }

    private static boolean isSaid(@Nullable RuntimePlatform platform) {
        return platform != null && platform.operatingSystemFamilyAsString() != null;
    }

    private static boolean isWindows(TaskDefinition task) {
        return task.runtimePlatform() != null
                && task.runtimePlatform().operatingSystemFamilyAsString() != null
                && task.runtimePlatform().operatingSystemFamilyAsString().startsWith("WINDOWS");
    }

    /** The workload's valid, unique name, from the family. */
    public String workloadName() {
        return workloadName;
    }

    /** What kind of object the workload is. */
    public WorkloadKind kind() {
        return kind;
    }

    /** Whether something in the input runs the task definition: a service, a schedule, a request. */
    public boolean isLaunched() {
        return launched;
    }

    /** Whether what runs the task definition names the workload, and not the family. */
    public boolean isNamedByLaunch() {
        return named;
    }

    /** Where each container definition stands, in the order of the task definition. */
    public List<Placement> placements() {
        return placements;
    }

    /** Indices of the container definitions in the order they must stand in the pod's lists. */
    public List<Integer> startOrder() {
        return startOrder;
    }

    /** The indices of containers that wait for each other in a circle; empty when the start order is sound. */
    public List<Integer> dependencyCycle() {
        return dependencyCycle;
    }

    /** The Kubernetes name of the container with an ECS name, null when the task definition has no such container. */
    public @Nullable String containerName(TaskDefinition task, String ecsName) {
        List<ContainerDefinition> all = task.containerDefinitions();
        for (int i = 0; i < all.size(); i++) {
            if (ecsName.equals(all.get(i).name())) {
                return placements.get(i).name();
            }
        }
        return null;
    }

    /** The Kubernetes name of the volume with an ECS name, null when the task definition declares no such volume. */
    public @Nullable String volumeName(String ecsName) {
        return volumeNames.get(ecsName);
    }

    /**
     * A name for a volume that the task definition does not declare, different from those it does; the same for the
     * same original.
     *
     * @param valid the name it would like, already valid
     * @param original what it is for; must hold a slash, which no name of a declared volume does
     */
    public String addedVolumeName(String valid, String original) {
        return volumeScope.unique(valid, original);
    }

    /** The position of a pod volume among those the task definition declares; after all of them for any other. */
    int volumeRank(String name) {
        int index = declaredVolumes.indexOf(name);
        return index < 0 ? declaredVolumes.size() : index;
    }

    /** Whether the task's containers are Windows containers. */
    public boolean windows() {
        return windows;
    }

    /** Whether the task says that its containers are Linux containers; on EC2 it may leave that to the instances. */
    public boolean linux() {
        return linux;
    }

    /** Whether the task asks for Fargate. */
    public boolean fargate() {
        return fargate;
    }

    /** Whether the task's containers use the network of their host. */
    public boolean hostNetwork() {
        return hostNetwork;
    }

    /** Whether the task's containers use the IPC namespace of their host. */
    public boolean hostIpc() {
        return hostIpc;
    }

    Map<String, String> extraLabels() {
        return extraLabels;
    }

    Map<String, String> workloadAnnotations() {
        return workloadAnnotations;
    }
}
