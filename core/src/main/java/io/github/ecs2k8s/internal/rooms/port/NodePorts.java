package io.github.ecs2k8s.internal.rooms.port;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices;
import io.github.ecs2k8s.context.tokubernetes.ReachedServices.Way;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/**
 * ECS static host port of a service in bridge mode ⇄ Kubernetes Service of type NodePort: callers come to a port of the
 * machines. Behind a load balancer or a service registry they come another way; a DAEMON's callers are on its own
 * machine.
 *
 * <p>Every node has the port, not only those with a Pod, and its number is from 30000 to 32767
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html,
 * https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport).
 */
public final class NodePorts implements LaunchCorrespondence, BundleCorrespondence {
    private static final int FIRST = 30000;
    private static final int LAST = 32767;

    @Override
    public Term term() {
        return Term.NODE_PORT;
    }

    /** The room of port mappings owns host ports; this one only gives outside callers a way in. */
    @Override
    public List<OwnedField> ecs() {
        return List.of();
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.nowhere("Service.spec.ports[].nodePort", "0"));
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        NetworkMode mode = context.task().definition().networkMode();
        boolean bridge = mode == NetworkMode.BRIDGE
                || mode == null && !context.task().facts().fargate();
        if (service == null || !bridge || service.schedulingStrategy() == SchedulingStrategy.DAEMON) {
            return;
        }
        boolean otherWay = !service.loadBalancers().isEmpty()
                || !service.serviceRegistries().isEmpty();
        for (ContainerToKubernetes container : context.task().containers()) {
            List<PortMapping> mappings = container.definition().portMappings();
            for (int i = 0; i < mappings.size(); i++) {
                PortMapping mapping = mappings.get(i);
                boolean fixed = mapping.hostPort() != null && mapping.hostPort() > 0 && mapping.containerPort() != null;
                if (fixed && !otherWay) {
                    open(mapping, i, container, context);
                }
            }
        }
    }

    /** Nothing: each workload has had its Service. */
    @Override
    public void toKubernetes(BundleToKubernetes context) {}

    /** Tasks with addresses of their own have no ports on machines; that of a load balancer is a step on the way only. */
    @Override
    public void toEcs(BundleToEcs context) {
        for (LocatedObject located : context.manifests().of("Service")) {
            ServiceSpec spec = located.object() instanceof Service service ? service.getSpec() : null;
            for (int i = 0; spec != null && i < spec.getPorts().size(); i++) {
                ServicePort port = spec.getPorts().get(i);
                if (port.getNodePort() != null && port.getNodePort() > 0) {
                    close(located, port, i, "LoadBalancer".equals(spec.getType()), context);
                }
            }
        }
    }

    private static void close(
            LocatedObject located, ServicePort port, int index, boolean balanced, BundleToEcs context) {
        String closed = "port " + port.getNodePort() + " is open on no machine; ";
        context.at(located.node(), "spec", "ports", index, "nodePort")
                .report(
                        balanced ? FindingCode.NODE_PORT_UNUSED : FindingCode.NODE_PORT_CLOSED,
                        closed
                                + (balanced
                                        ? "the load balancer leads to the tasks themselves"
                                        : "callers inside use port " + port.getPort()),
                        balanced
                                ? null
                                : "for callers outside make the Service one of type LoadBalancer, or add an Ingress");
    }

    private static void open(
            PortMapping mapping, int index, ContainerToKubernetes container, LaunchToKubernetes launch) {
        ReachedServices services = launch.bundle().services();
        String protocol = mapping.protocol() == TransportProtocol.UDP ? "UDP" : null;
        if (ReachedServices.containerPort(container, mapping.containerPort(), protocol) == null) {
            return;
        }
        int host = mapping.hostPort();
        Service service = services.of(launch, Way.NODE_PORT);
        ServicePort port = services.port(service, host, container, mapping.containerPort(), protocol);
        if (port == null) {
            return;
        }
        String name = service.getMetadata().getName();
        boolean kept = host >= FIRST && host <= LAST;
        if (kept) {
            port.setNodePort(host);
        }
        container
                .at("portMappings", index, "hostPort")
                .report(
                        FindingCode.NODE_PORT,
                        kept
                                ? "Service " + name + " opens port " + host + " on every node"
                                : "Service " + name + " opens a port from 30000 to 32767 on every node in place of "
                                        + host,
                        kept
                                ? null
                                : "kubectl get service " + name + " shows it; a Service of type LoadBalancer keeps "
                                        + host);
    }
}
