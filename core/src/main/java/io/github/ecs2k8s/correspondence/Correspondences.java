package io.github.ecs2k8s.correspondence;

import io.github.ecs2k8s.correspondence.balancer.ListenerRules;
import io.github.ecs2k8s.correspondence.balancer.Listeners;
import io.github.ecs2k8s.correspondence.balancer.LoadBalancers;
import io.github.ecs2k8s.correspondence.balancer.TargetGroups;
import io.github.ecs2k8s.correspondence.balancer.TargetHealthChecks;
import io.github.ecs2k8s.correspondence.deployment.CircuitBreakers;
import io.github.ecs2k8s.correspondence.deployment.DeploymentControllers;
import io.github.ecs2k8s.correspondence.deployment.RollingUpdates;
import io.github.ecs2k8s.correspondence.logging.FireLens;
import io.github.ecs2k8s.correspondence.logging.Logging;
import io.github.ecs2k8s.correspondence.network.NetworkConfigurations;
import io.github.ecs2k8s.correspondence.network.NodePorts;
import io.github.ecs2k8s.correspondence.network.SecurityGroups;
import io.github.ecs2k8s.correspondence.network.ServiceConnects;
import io.github.ecs2k8s.correspondence.network.ServiceDiscoveries;
import io.github.ecs2k8s.correspondence.network.VpcLattice;
import io.github.ecs2k8s.correspondence.placement.CapacityProviders;
import io.github.ecs2k8s.correspondence.placement.PlacementConstraints;
import io.github.ecs2k8s.correspondence.placement.PlacementStrategies;
import io.github.ecs2k8s.correspondence.scaling.Scaling;
import io.github.ecs2k8s.correspondence.schedule.OneOffTasks;
import io.github.ecs2k8s.correspondence.schedule.Schedules;
import io.github.ecs2k8s.correspondence.schedule.TaskOverrides;
import io.github.ecs2k8s.correspondence.secrets.Secrets;
import io.github.ecs2k8s.correspondence.volume.Devices;
import io.github.ecs2k8s.correspondence.volume.DockerVolumes;
import io.github.ecs2k8s.correspondence.volume.EfsVolumes;
import io.github.ecs2k8s.correspondence.volume.FsxWindowsVolumes;
import io.github.ecs2k8s.correspondence.volume.HostVolumes;
import io.github.ecs2k8s.correspondence.volume.LaunchVolumes;
import io.github.ecs2k8s.correspondence.volume.MountPoints;
import io.github.ecs2k8s.correspondence.volume.S3FilesVolumes;
import io.github.ecs2k8s.correspondence.volume.SharedMemory;
import io.github.ecs2k8s.correspondence.volume.TmpfsMounts;
import io.github.ecs2k8s.translation.Correspondence;
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
            new Registration(),
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
}
