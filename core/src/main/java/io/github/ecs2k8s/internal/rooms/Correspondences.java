package io.github.ecs2k8s.internal.rooms;

import io.github.ecs2k8s.internal.rooms.balancer.ListenerRules;
import io.github.ecs2k8s.internal.rooms.balancer.Listeners;
import io.github.ecs2k8s.internal.rooms.balancer.LoadBalancers;
import io.github.ecs2k8s.internal.rooms.balancer.TargetGroups;
import io.github.ecs2k8s.internal.rooms.balancer.TargetHealthChecks;
import io.github.ecs2k8s.internal.rooms.cluster.Clusters;
import io.github.ecs2k8s.internal.rooms.cluster.SupportingResources;
import io.github.ecs2k8s.internal.rooms.command.Commands;
import io.github.ecs2k8s.internal.rooms.deployment.CircuitBreakers;
import io.github.ecs2k8s.internal.rooms.deployment.DeploymentControllers;
import io.github.ecs2k8s.internal.rooms.deployment.RollingUpdates;
import io.github.ecs2k8s.internal.rooms.environment.Environment;
import io.github.ecs2k8s.internal.rooms.environment.EnvironmentFiles;
import io.github.ecs2k8s.internal.rooms.health.HealthChecks;
import io.github.ecs2k8s.internal.rooms.host.DnsSettings;
import io.github.ecs2k8s.internal.rooms.host.ExtraHosts;
import io.github.ecs2k8s.internal.rooms.host.FaultInjection;
import io.github.ecs2k8s.internal.rooms.host.Hostnames;
import io.github.ecs2k8s.internal.rooms.host.Links;
import io.github.ecs2k8s.internal.rooms.host.NetworkModes;
import io.github.ecs2k8s.internal.rooms.host.ProcessNamespaces;
import io.github.ecs2k8s.internal.rooms.identity.ClusterPermissions;
import io.github.ecs2k8s.internal.rooms.identity.ExecuteCommands;
import io.github.ecs2k8s.internal.rooms.identity.ExecutionRoles;
import io.github.ecs2k8s.internal.rooms.identity.TaskRoles;
import io.github.ecs2k8s.internal.rooms.image.ContainerImages;
import io.github.ecs2k8s.internal.rooms.image.RegistryCredentials;
import io.github.ecs2k8s.internal.rooms.image.VersionConsistency;
import io.github.ecs2k8s.internal.rooms.label.DockerLabels;
import io.github.ecs2k8s.internal.rooms.label.ObjectMetadata;
import io.github.ecs2k8s.internal.rooms.label.PodAnnotations;
import io.github.ecs2k8s.internal.rooms.label.ServiceTags;
import io.github.ecs2k8s.internal.rooms.label.Tags;
import io.github.ecs2k8s.internal.rooms.logging.FireLens;
import io.github.ecs2k8s.internal.rooms.logging.Logging;
import io.github.ecs2k8s.internal.rooms.network.NetworkConfigurations;
import io.github.ecs2k8s.internal.rooms.network.discovery.Proxies;
import io.github.ecs2k8s.internal.rooms.network.discovery.ServiceConnects;
import io.github.ecs2k8s.internal.rooms.network.discovery.ServiceDiscoveries;
import io.github.ecs2k8s.internal.rooms.network.discovery.VpcLattice;
import io.github.ecs2k8s.internal.rooms.network.policy.SecurityGroups;
import io.github.ecs2k8s.internal.rooms.placement.CapacityProviders;
import io.github.ecs2k8s.internal.rooms.placement.LaunchTypes;
import io.github.ecs2k8s.internal.rooms.placement.PlacementConstraints;
import io.github.ecs2k8s.internal.rooms.placement.PlacementStrategies;
import io.github.ecs2k8s.internal.rooms.placement.RuntimePlatforms;
import io.github.ecs2k8s.internal.rooms.port.NodePorts;
import io.github.ecs2k8s.internal.rooms.port.PortMappings;
import io.github.ecs2k8s.internal.rooms.scaling.Scaling;
import io.github.ecs2k8s.internal.rooms.schedule.OneOffTasks;
import io.github.ecs2k8s.internal.rooms.schedule.Schedules;
import io.github.ecs2k8s.internal.rooms.schedule.TaskOverrides;
import io.github.ecs2k8s.internal.rooms.secret.Secrets;
import io.github.ecs2k8s.internal.rooms.security.ContainerCapabilities;
import io.github.ecs2k8s.internal.rooms.security.CredentialSpecs;
import io.github.ecs2k8s.internal.rooms.security.SecurityOptions;
import io.github.ecs2k8s.internal.rooms.security.SystemControls;
import io.github.ecs2k8s.internal.rooms.security.Ulimits;
import io.github.ecs2k8s.internal.rooms.security.Users;
import io.github.ecs2k8s.internal.rooms.service.ServiceRecords;
import io.github.ecs2k8s.internal.rooms.service.Services;
import io.github.ecs2k8s.internal.rooms.service.TaskDefinitionRecords;
import io.github.ecs2k8s.internal.rooms.service.TaskFamilies;
import io.github.ecs2k8s.internal.rooms.size.Accelerators;
import io.github.ecs2k8s.internal.rooms.size.CpuAndMemory;
import io.github.ecs2k8s.internal.rooms.size.EphemeralStorages;
import io.github.ecs2k8s.internal.rooms.size.LimitRanges;
import io.github.ecs2k8s.internal.rooms.size.SwapSettings;
import io.github.ecs2k8s.internal.rooms.start.ContainerHooks;
import io.github.ecs2k8s.internal.rooms.start.Dependencies;
import io.github.ecs2k8s.internal.rooms.start.EssentialContainers;
import io.github.ecs2k8s.internal.rooms.start.InitProcesses;
import io.github.ecs2k8s.internal.rooms.start.RestartPolicies;
import io.github.ecs2k8s.internal.rooms.start.StopTimeouts;
import io.github.ecs2k8s.internal.rooms.volume.Devices;
import io.github.ecs2k8s.internal.rooms.volume.DockerVolumes;
import io.github.ecs2k8s.internal.rooms.volume.EfsVolumes;
import io.github.ecs2k8s.internal.rooms.volume.FsxWindowsVolumes;
import io.github.ecs2k8s.internal.rooms.volume.HostVolumes;
import io.github.ecs2k8s.internal.rooms.volume.LaunchVolumes;
import io.github.ecs2k8s.internal.rooms.volume.MountPoints;
import io.github.ecs2k8s.internal.rooms.volume.S3FilesVolumes;
import io.github.ecs2k8s.internal.rooms.volume.SharedMemory;
import io.github.ecs2k8s.internal.rooms.volume.TmpfsMounts;
import io.github.ecs2k8s.room.Correspondence;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of all rooms, in glossary order: the table of contents of the project, and the order in which they run. The
 * order also is the order of what several rooms append to (plain environment before secrets, mounts before tmpfs).
 */
public final class Correspondences {

    /** Every correspondence there is. */
    public static final List<Correspondence> ALL = List.of(
            new TaskFamilies(),
            new ContainerImages(),
            new RegistryCredentials(),
            new Commands(),
            new Environment(),
            new EnvironmentFiles(),
            new Secrets(),
            // Sizes, ports, health, start and stop.
            new CpuAndMemory(),
            new EphemeralStorages(),
            new Accelerators(),
            new PortMappings(),
            new HealthChecks(),
            new Dependencies(),
            new EssentialContainers(),
            new RestartPolicies(),
            new StopTimeouts(),
            new ContainerHooks(),
            // Volumes and mounts.
            new HostVolumes(),
            new DockerVolumes(),
            new EfsVolumes(),
            new S3FilesVolumes(),
            new FsxWindowsVolumes(),
            new LaunchVolumes(),
            new MountPoints(),
            new TmpfsMounts(),
            new SharedMemory(),
            new Devices(),
            // Linux parameters and security.
            new ContainerCapabilities(),
            new InitProcesses(),
            new SwapSettings(),
            new Users(),
            new SecurityOptions(),
            new CredentialSpecs(),
            new SystemControls(),
            new Ulimits(),
            // Hosts, names and networks.
            new ExtraHosts(),
            new DnsSettings(),
            new Hostnames(),
            new Links(),
            new NetworkModes(),
            new ProcessNamespaces(),
            // Placement and platform.
            new PlacementConstraints(),
            new RuntimePlatforms(),
            new LaunchTypes(),
            // Images' versions, roles, proxies, faults.
            new VersionConsistency(),
            new Logging(),
            new FireLens(),
            new TaskRoles(),
            new ExecutionRoles(),
            new Proxies(),
            new FaultInjection(),
            // What the service wrote, and labels.
            new TaskDefinitionRecords(),
            new Tags(),
            new DockerLabels(),
            new PodAnnotations(),
            // What runs tasks: services.
            new Services(),
            new ServiceTags(),
            new ExecuteCommands(),
            new ServiceRecords(),
            // Load balancers.
            new TargetGroups(),
            new TargetHealthChecks(),
            new Listeners(),
            new ListenerRules(),
            new LoadBalancers(),
            // What runs tasks: schedules, and calls of run-task.
            new Schedules(),
            new OneOffTasks(),
            new TaskOverrides(),
            // How tasks are reached: names, ports, who may.
            new NetworkConfigurations(),
            new NodePorts(),
            new ServiceDiscoveries(),
            new ServiceConnects(),
            new VpcLattice(),
            new SecurityGroups(),
            // Clusters.
            new Clusters(),
            new SupportingResources(),
            // What only a cluster has.
            new LimitRanges(),
            new ClusterPermissions(),
            // Where tasks of services run.
            new PlacementStrategies(),
            new CapacityProviders(),
            // How services are updated: last, because a Rollout moves the traffic of Services made before.
            new RollingUpdates(),
            new CircuitBreakers(),
            new DeploymentControllers(),
            new Scaling(),
            // What every Kubernetes object has.
            new ObjectMetadata(Ownership::ownsMetadata));

    private Correspondences() {}

    /** All of them, and more after them. */
    public static List<Correspondence> and(List<Correspondence> more) {
        if (more.isEmpty()) {
            return ALL;
        }
        List<Correspondence> all = new ArrayList<>(ALL);
        all.addAll(more);
        return List.copyOf(all);
    }
}
