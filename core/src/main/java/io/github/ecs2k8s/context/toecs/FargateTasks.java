package io.github.ecs2k8s.context.toecs;

import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.IpcMode;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PidMode;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.Volume;

/**
 * A translated task definition as Fargate takes it: with one of its sizes, in awsvpc, and without what needs the machine
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html).
 */
public final class FargateTasks {
    private static final String KEEP = "--launch-type ec2 keeps it";

    private final TaskToEcs context;

    private FargateTasks(TaskToEcs context) {
        this.context = context;
    }

    public static TaskDefinition of(TaskDefinition definition, TaskToEcs context) {
        return context.windows() && joinsDomain(definition)
                ? forInstances(definition, context)
                : new FargateTasks(context).fit(definition);
    }

    /** Without its account a Windows service is another one: such a task stays what only instances run. */
    private static TaskDefinition forInstances(TaskDefinition definition, TaskToEcs context) {
        context.at("spec", "securityContext")
                .report(
                        FindingCode.FARGATE_REFUSES,
                        "Fargate joins no Windows container to a domain; the task definition is for EC2",
                        "run its service with launch type EC2");
        return definition;
    }

    /** Whether containers have an account of their own in a domain, which Fargate gives no Windows container. */
    static boolean joinsDomain(TaskDefinition definition) {
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
        if (!from.volumes().isEmpty()) {
            to.volumes(volumes(from.volumes()));
        }
        List<ContainerDefinition> containers = new ArrayList<>();
        for (int i = 0; i < from.containerDefinitions().size(); i++) {
            containers.add(FargateContainers.of(
                    from.containerDefinitions().get(i), context.containers().get(i)));
        }
        to.containerDefinitions(containers);
        size(from, containers, to);
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

    private void size(TaskDefinition from, List<ContainerDefinition> containers, TaskDefinition.Builder to) {
        long[] needed = needed(containers);
        long cpu = Math.max(needed[0], number(from.cpu()));
        long memory = Math.max(needed[1], number(from.memory()));
        FargateSizes.Size size = FargateSizes.holding(cpu, memory, context.windows());
        if (size == null) {
            FargateSizes.Size largest = FargateSizes.largest(context.windows());
            to.cpu(Integer.toString(largest.cpu())).memory(Integer.toString(largest.memory()));
            context.at("spec")
                    .report(
                            FindingCode.FARGATE_CANNOT_RUN,
                            "Fargate has no size that holds " + cpu + " CPU units and " + memory
                                    + " MiB; written is its largest",
                            context.windows() ? "--launch-type ec2" : "--launch-type ec2, or less in more tasks");
            return;
        }
        to.cpu(Integer.toString(size.cpu())).memory(Integer.toString(size.memory()));
        if (size.cpu() != number(from.cpu()) || size.memory() != number(from.memory())) {
            context.at("spec")
                    .report(
                            FindingCode.FARGATE_SIZE,
                            "the task has " + size.cpu() + " CPU units and " + size.memory()
                                    + " MiB, the smallest size of" + " Fargate" + holding(cpu, memory),
                            cpu == 0 || memory == 0 ? "set requests: the pod does not say what it needs" : null);
        }
        boolean ofPod = from.cpu() != null || from.memory() != null;
        if (ofPod && (raised(size.cpu(), from.cpu()) || raised(size.memory(), from.memory()))) {
            sayRaised(size);
        }
        makeRoom(containers, size, to);
    }

    private static String holding(long cpu, long memory) {
        if (cpu == 0 || memory == 0) {
            return cpu == memory ? "" : " that holds " + (cpu == 0 ? memory + " MiB" : cpu + " CPU units");
        }
        return " that holds " + cpu + " and " + memory;
    }

    private static boolean raised(int chosen, @Nullable String given) {
        return given != null && chosen != number(given);
    }

    private void sayRaised(FargateSizes.Size size) {
        if (context.pod().getResources() != null) {
            context.at("spec", "resources")
                    .report(
                            FindingCode.FARGATE_SIZE_RAISED,
                            "Fargate has no task of exactly this size; it has " + size.cpu() + " CPU units and "
                                    + size.memory() + " MiB");
        }
    }

    /** CPU units and MiB that a Pod of these containers asks for. */
    private long[] needed(List<ContainerDefinition> containers) {
        PodSum cpu = new PodSum();
        PodSum memory = new PodSum();
        for (int i = 0; i < containers.size(); i++) {
            ContainerToEcs at = context.containers().get(i);
            cpu.add(containers.get(i).cpu(), at.isInit(), at.isSidecar());
            memory.add(memory(containers.get(i)), at.isInit(), at.isSidecar());
        }
        return new long[] {cpu.total(), memory.total()};
    }

    private static Integer memory(ContainerDefinition container) {
        Integer hard = container.memory();
        Integer soft = container.memoryReservation();
        return hard != null ? hard : soft == null ? Integer.valueOf(0) : soft;
    }

    /**
     * A Pod needs the room of an init container only until it has ended; ECS adds all containers up and refuses what is
     * more than the task has.
     */
    private void makeRoom(List<ContainerDefinition> containers, FargateSizes.Size size, TaskDefinition.Builder to) {
        long cpu = 0;
        long memory = 0;
        for (ContainerDefinition container : containers) {
            cpu += container.cpu() == null ? 0 : container.cpu();
            memory += memory(container);
        }
        if (cpu <= size.cpu() && memory <= size.memory()) {
            return;
        }
        List<ContainerDefinition> fitting = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            ContainerDefinition container = containers.get(i);
            ContainerToEcs at = context.containers().get(i);
            boolean asks = container.cpu() != null || memory(container) > 0;
            if (at.isInit() && asks) {
                fitting.add(container.toBuilder()
                        .cpu(null)
                        .memory(null)
                        .memoryReservation(null)
                        .build());
                at.at("resources")
                        .report(
                                FindingCode.FARGATE_ADDS_UP,
                                "ECS would add what " + container.name()
                                        + " asks for to what the others ask for; it is left out," + " and "
                                        + container.name()
                                        + " may use all that the task has");
            } else {
                fitting.add(container);
            }
        }
        to.containerDefinitions(fitting);
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void say(String message, Object... path) {
        context.at(path).report(FindingCode.FARGATE_REFUSES, message, KEEP);
    }
}
