package io.github.ecs2k8s.correspondence;

import io.github.ecs2k8s.correspondence.logging.FireLens;
import io.github.ecs2k8s.correspondence.logging.Logging;
import io.github.ecs2k8s.correspondence.placement.PlacementConstraints;
import io.github.ecs2k8s.correspondence.secrets.Secrets;
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
            new DockerLabels());

    private Correspondences() {}
}
