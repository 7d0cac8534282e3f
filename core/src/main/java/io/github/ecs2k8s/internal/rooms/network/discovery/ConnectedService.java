package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.internal.rooms.balancer.target.PodTarget;
import io.github.ecs2k8s.internal.rooms.network.discovery.ReferencedHosts.Said;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes Service that clients inside call.
 *
 * @param behind the workloads it leads to, at least one
 * @param near what services say that share its Cloud Map namespace, the short form of its name first
 * @param far what all others say, who have no names of Service Connect
 */
record ConnectedService(
        LocatedObject located, ServiceSpec spec, List<LaunchToEcs> behind, List<Said> near, List<Said> far) {

    String name() {
        return located.object().getMetadata().getName();
    }

    @Nullable String namespace() {
        return located.object().getMetadata().getNamespace();
    }

    /** The one name that Service Connect answers to: what its clients say, in the shortest of their forms. */
    String alias() {
        return near.isEmpty() ? name() : near.get(0).form();
    }

    boolean isHeadless() {
        return "None".equals(spec.getClusterIP());
    }

    /** The form of the name that is known in the whole cluster. */
    String fullName() {
        return name() + "." + DiscoveryNamespaces.end(namespace());
    }

    /** Whether its ports are those of the containers, so that the tasks' addresses alone lead to them. */
    boolean hasPortsOfContainers() {
        for (ServicePort port : spec.getPorts()) {
            PodTarget target = PodTarget.of(port, behind.get(0).template().getSpec());
            if (target == null || !Integer.valueOf(target.port()).equals(port.getPort())) {
                return false;
            }
        }
        return true;
    }
}
