package io.github.ecs2k8s.translation;

import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.IpcMode;
import software.amazon.awssdk.services.ecs.model.KernelCapabilities;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PidMode;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.Volume;

/**
 * A translated task definition as Fargate takes it: with one of its sizes, in awsvpc, and without what needs the machine
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html).
 */
final class FargateTasks {
    private static final String KEEP = "--launch-type ec2 keeps it";

    private final PodContext context;

    private FargateTasks(PodContext context) {
        this.context = context;
    }

    static TaskDefinition of(TaskDefinition definition, PodContext context) {
        return context.windows() && joinsDomain(definition)
                ? forInstances(definition, context)
                : new FargateTasks(context).fit(definition);
    }

    /** Without its account a Windows service is another one: such a task stays what only instances run. */
    private static TaskDefinition forInstances(TaskDefinition definition, PodContext context) {
        context.find(
                FindingCode.FARGATE_REFUSES,
                "Fargate joins no Windows container to a domain; the task definition is for EC2",
                "run its service with launch type EC2",
                "spec",
                "securityContext");
        return definition;
    }

    private static boolean joinsDomain(TaskDefinition definition) {
        for (ContainerDefinition container : definition.containerDefinitions()) {
            if (container.hasDockerSecurityOptions() || container.hasCredentialSpecs()) {
                return true;
            }
        }
        return false;
    }

    private TaskDefinition fit(TaskDefinition from) {
        TaskDefinition.Builder to =
                from.toBuilder().requiresCompatibilities(Compatibility.FARGATE).networkMode(NetworkMode.AWSVPC);
        if (from.networkMode() == NetworkMode.HOST) {
            say("Fargate has no network mode host; every task has an address of its own", "spec", "hostNetwork");
        }
        if (from.pidMode() == PidMode.HOST) {
            to.pidMode((PidMode) null);
            say("Fargate has no pidMode host", "spec", "hostPID");
        }
        if (from.ipcMode() != null) {
            to.ipcMode((IpcMode) null);
            say("Fargate has no ipcMode", "spec", from.ipcMode() == IpcMode.HOST ? "hostIPC" : "shareProcessNamespace");
        }
        if (!from.placementConstraints().isEmpty()) {
            to.placementConstraints(
                    (List<software.amazon.awssdk.services.ecs.model.TaskDefinitionPlacementConstraint>) null);
            String field = context.pod().getAffinity() == null ? "nodeSelector" : "affinity";
            say("Fargate has no instances to choose", "spec", field);
        }
        if (!from.volumes().isEmpty()) {
            to.volumes(volumes(from.volumes()));
        }
        List<ContainerDefinition> containers = new ArrayList<>();
        for (int i = 0; i < from.containerDefinitions().size(); i++) {
            containers.add(container(
                    from.containerDefinitions().get(i), context.containers().get(i)));
        }
        to.containerDefinitions(containers);
        size(from, to);
        return to.build();
    }

    private List<Volume> volumes(List<Volume> all) {
        List<Volume> kept = new ArrayList<>();
        for (Volume volume : all) {
            boolean path = volume.host() != null && volume.host().sourcePath() != null;
            boolean docker = volume.dockerVolumeConfiguration() != null;
            boolean windows = volume.fsxWindowsFileServerVolumeConfiguration() != null;
            if (path || docker || windows) {
                say(
                        "Fargate mounts " + (path ? "no path of a host" : docker ? "no Docker volume" : "no FSx share")
                                + "; " + volume.name() + " begins empty and ends with the task",
                        place(volume.name()));
                kept.add(Volume.builder().name(volume.name()).build());
            } else {
                kept.add(volume);
            }
        }
        return kept;
    }

    private Object[] place(String name) {
        for (int i = 0; i < context.pod().getVolumes().size(); i++) {
            if (name.equals(context.pod().getVolumes().get(i).getName())) {
                return new Object[] {"spec", "volumes", i};
            }
        }
        return new Object[] {"spec", "volumes"};
    }

    private static ContainerDefinition container(ContainerDefinition from, PodContainerContext at) {
        ContainerDefinition.Builder to = from.toBuilder();
        if (Boolean.TRUE.equals(from.privileged())) {
            to.privileged(null);
            say(at, "Fargate runs no privileged container", "securityContext", "privileged");
        }
        if (from.hasDockerSecurityOptions()) {
            to.dockerSecurityOptions((List<String>) null);
            say(at, "Fargate takes no dockerSecurityOptions", "securityContext");
        }
        if (from.hasExtraHosts() || from.hostname() != null) {
            to.extraHosts((List<software.amazon.awssdk.services.ecs.model.HostEntry>) null)
                    .hostname(null);
            at.pod()
                    .find(
                            FindingCode.FARGATE_REFUSES,
                            "no entries of a hosts file and no hostname in awsvpc",
                            KEEP,
                            "spec",
                            from.hasExtraHosts() ? "hostAliases" : "hostname");
        }
        if (from.hasDnsServers() || from.hasDnsSearchDomains()) {
            to.dnsServers((List<String>) null).dnsSearchDomains((List<String>) null);
            at.pod()
                    .find(
                            FindingCode.FARGATE_REFUSES,
                            "no DNS servers of one's own in awsvpc; the VPC's are used",
                            "set them in the VPC's DHCP options",
                            "spec",
                            "dnsConfig");
        }
        if (from.hasResourceRequirements()) {
            to.resourceRequirements((List<software.amazon.awssdk.services.ecs.model.ResourceRequirement>) null);
            say(at, "Fargate has no GPUs", "resources", "limits");
        }
        if (from.linuxParameters() != null) {
            to.linuxParameters(linux(from.linuxParameters(), at));
        }
        return to.build();
    }

    private static @Nullable LinuxParameters linux(LinuxParameters from, PodContainerContext at) {
        LinuxParameters.Builder to = from.toBuilder();
        if (from.hasDevices() || from.hasTmpfs() || from.sharedMemorySize() != null) {
            to.devices((List<software.amazon.awssdk.services.ecs.model.Device>) null)
                    .tmpfs((List<software.amazon.awssdk.services.ecs.model.Tmpfs>) null)
                    .sharedMemorySize(null);
            say(at, "Fargate has no devices, no tmpfs and no shared memory of a given size", "volumeMounts");
        }
        to.maxSwap(null).swappiness(null);
        KernelCapabilities capabilities = from.capabilities();
        if (capabilities != null && capabilities.hasAdd()) {
            List<String> allowed = new ArrayList<>(capabilities.add());
            allowed.removeIf(capability -> !capability.equals("SYS_PTRACE"));
            if (allowed.size() < capabilities.add().size()) {
                say(at, "Fargate adds no capability but SYS_PTRACE", "securityContext", "capabilities", "add");
                to.capabilities(capabilities.toBuilder()
                        .add(allowed.isEmpty() ? null : allowed)
                        .build());
            }
        }
        LinuxParameters built = to.build();
        return built.equals(LinuxParameters.builder().build()) ? null : built;
    }

    private void size(TaskDefinition from, TaskDefinition.Builder to) {
        long cpu = 0;
        long memory = 0;
        for (ContainerDefinition container : from.containerDefinitions()) {
            Integer hard = container.memory();
            Integer soft = container.memoryReservation();
            cpu += container.cpu() == null ? 0 : container.cpu();
            memory += hard != null ? hard : soft == null ? 0 : soft;
        }
        cpu = Math.max(cpu, number(from.cpu()));
        memory = Math.max(memory, number(from.memory()));
        FargateSizes.Size size = FargateSizes.holding(cpu, memory, context.windows());
        if (size == null) {
            say("Fargate has no size that holds " + cpu + " CPU units and " + memory + " MiB", "spec");
            return;
        }
        to.cpu(Integer.toString(size.cpu())).memory(Integer.toString(size.memory()));
        if (size.cpu() != number(from.cpu()) || size.memory() != number(from.memory())) {
            context.find(
                    FindingCode.FARGATE_SIZE,
                    "the task has " + size.cpu() + " CPU units and " + size.memory() + " MiB, the smallest size of"
                            + " Fargate that holds " + cpu + " and " + memory,
                    cpu == 0 || memory == 0 ? "set requests: the pod does not say what it needs" : null,
                    "spec");
        }
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void say(PodContainerContext at, String message, Object... path) {
        at.find(FindingCode.FARGATE_REFUSES, message + "; it is left out", KEEP, path);
    }

    private void say(String message, Object... path) {
        context.find(FindingCode.FARGATE_REFUSES, message, KEEP, path);
    }
}
